import { safeParse, type BaseIssue, type BaseSchema } from 'valibot';
import { bySlot, type Account, type Lacking } from './model/account.ts';
import { entryRecord, type Entry } from '#lib/account/model/entry.ts';
import type { Tell } from '#lib/record/field.ts';
import { APP, BACKUP_MAX_BYTES, VERSION } from './format.ts';
import type { Rule } from './rules.ts';
import { headSchemas, logSchema, practicesSchema, type Head } from './schema.ts';
import {
  noPractices,
  practiceOf,
  practiceTables,
  type PracticeRow,
  type Practices,
  type PracticeTable
} from '#lib/practices/registry.ts';

/** One thing that is wrong with a file. */
export interface Problem {
  /** Where: 'entries[3].response'; empty for the file as a whole. */
  readonly path: string;
  readonly rule: Rule;
}

/** What a file holds, or why it cannot be taken in. */
export type Parsed =
  | {
      readonly account: Account;
      readonly exportedAt: string;
      /** What the version of the file knew nothing of. It stands empty in the account. */
      readonly lacks: readonly Lacking[];
    }
  | {
      /** The first problems, in the order of the file. */
      readonly problems: readonly Problem[];
      /** How many there are beyond those. */
      readonly more: number;
    };

/** By the version of the file. */
const LACKS = { 1: ['reminders', 'practices'], 2: ['practices'], 3: [], 4: [] } as const;

/** How many problems are told one by one. */
export const PROBLEMS_MAX = 10;

/** Reads a backup file, if it is not too large to be one. */
export async function readBackup(file: Blob): Promise<Parsed> {
  if (file.size > BACKUP_MAX_BYTES) return refuse('', 'file-size');
  return parseBackup(await file.text());
}

/**
 * Reads the text of a backup file. Whatever it holds is checked; what the format does not know is
 * dropped. Never throws.
 */
export function parseBackup(text: string): Parsed {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    // Not JSON, or nested deeper than this browser can read.
    return refuse('', 'json');
  }
  const { app, version } = Object(file) as Readonly<Record<string, unknown>>;
  if (app !== APP) return refuse('', 'app');
  if (Number.isInteger(version) && Number(version) > VERSION) return refuse('', 'newer');
  const known = ([1, 2, 3, VERSION] as const).find((one) => one === version);
  return known ? readAll(known, file) : refuse('version', 'version');
}

function refuse(path: string, rule: Rule): Parsed {
  return { problems: [{ path, rule }], more: 0 };
}

function readAll(version: keyof typeof headSchemas, file: unknown): Parsed {
  const { practices: kept, entries: log } = Object(file) as Readonly<Record<string, unknown>>;
  const found = new Found();
  const head = found.check<Head>(headSchemas[version], file, '');
  found.repeats(head?.acts.map(({ name }) => name) ?? [], (index) => `acts[${index}].name`);
  found.repeats(head?.reminders.map(({ id }) => id) ?? [], (index) => `reminders[${index}].id`);
  found.repeats(head?.answers.map(bySlot.keyOf) ?? [], (index) => `answers[${index}]`);
  found.repeats(head?.ideas?.own.map(({ id }) => id) ?? [], (index) => `ideas.own[${index}].id`);
  const practices = version < 3 ? noPractices() : readPractices(kept, found);
  const values = found.check(logSchema, log, 'entries') ?? [];
  const read = values.map((value, index) =>
    entryRecord.read(value, found.below(`entries[${index}]`))
  );
  found.repeats(
    read.map((entry) => entry?.id),
    (index) => `entries[${index}].id`
  );
  if (!head || found.count > 0)
    return { problems: found.first, more: found.count - found.first.length };
  const { exportedAt, ...rest } = head;
  const known = read.filter((entry) => entry !== undefined);
  const entries = version === 3 ? withIdsOfRecords(known, kept) : known;
  return { account: { ...rest, practices, entries }, exportedAt, lacks: LACKS[version] };
}

/**
 * In a file of version 3 an entry had an id of its own, which its record named as `entryId`. Since then
 * it bears the record's id.
 */
function withIdsOfRecords(entries: readonly Entry[], practices: unknown): Entry[] {
  const ids = new Set(entries.map(({ id }) => id));
  const records = Object.values(Object(practices)).flat() as readonly Readonly<
    Record<string, unknown>
  >[];
  const owners = new Map<unknown, string>();
  for (const { id, entryId } of records) {
    const [own, named] = [String(id).toLowerCase(), String(entryId).toLowerCase()];
    if (ids.has(named) && !ids.has(own)) owners.set(named, own);
  }
  return entries.map((entry) => ({ ...entry, id: owners.get(entry.id) ?? entry.id }));
}

function readPractices(value: unknown, found: Found): Practices {
  const tables = found.check(practicesSchema, value, 'practices');
  const read = practiceTables().map((table) => [
    table,
    readRows(table, tables?.[table] ?? [], `practices.${table}`, found)
  ]);
  return Object.fromEntries(read) as Practices;
}

function readRows(
  table: PracticeTable,
  values: readonly unknown[],
  path: string,
  found: Found
): PracticeRow[] {
  const { read } = practiceOf(table);
  const rows = values.map((value, index) => read(value, found.below(`${path}[${index}]`)));
  found.repeats(
    rows.map((row) => row?.id),
    (index) => `${path}[${index}].id`
  );
  return rows.filter((row) => row !== undefined);
}

/** What has been found wrong so far: all of it counted, the first of it kept. */
class Found {
  readonly first: Problem[] = [];
  count = 0;

  add(path: string, rule: Rule): void {
    this.count++;
    if (this.count <= PROBLEMS_MAX) this.first.push({ path, rule });
  }

  /** Notes what is told of a place. */
  below(place: string): Tell {
    return (rule, path = '') => this.add(`${place}${path}`, rule);
  }

  /** The value as its schema leaves it; undefined, and its problems noted, where it breaks a rule. */
  check<T>(schema: Schema<T>, value: unknown, path: string): T | undefined {
    const result = safeParse(schema, value, { abortPipeEarly: true });
    if (result.success) return result.output;
    // Every message of a schema is a rule.
    for (const issue of result.issues) this.add(pathOf(path, issue), issue.message as Rule);
    return undefined;
  }

  /** Notes every value that stood there before. */
  repeats(values: readonly (string | undefined)[], pathAt: (index: number) => string): void {
    const seen = new Set<string>();
    values.forEach((value, index) => {
      if (value === undefined) return;
      if (seen.has(value)) this.add(pathAt(index), 'twice');
      seen.add(value);
    });
  }
}

type Schema<T> = BaseSchema<unknown, T, BaseIssue<unknown>>;

/** A path and the keys of an issue below it, as one would write them in code. */
function pathOf(path: string, { path: items }: BaseIssue<unknown>): string {
  const steps = items?.map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`));
  return [path, ...(steps ?? [])].join('').replace(/^\./, '');
}
