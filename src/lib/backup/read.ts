import { BROKEN } from '#lib/record/broken.ts';
import { below, type Tell } from '#lib/record/field.ts';
import type { Account, Lacking } from './model/account.ts';
import type { Entry } from '#lib/account/model/entry.ts';
import { noPractices } from '#lib/practices/registry.ts';
import { APP, BACKUP_MAX_BYTES, VERSION } from './format.ts';
import { isPlausible } from './isPlausible.ts';
import { HEADS, logField, practicesField } from './schema.ts';

/** What a place in the file does not keep to. The words for each are in the message files. */
export const RULES = [
  ...BROKEN,
  'file-size',
  'encoding',
  'marks',
  'json',
  'app',
  'version',
  'newer'
] as const;

/** What a value is held to. */
export type Rule = (typeof RULES)[number];

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
  return readBytes(new Uint8Array(await file.arrayBuffer()));
}

/** Reads the bytes of a backup file. Broken letters are no backup: what was meant is lost. */
export function readBytes(bytes: Uint8Array): Parsed {
  if (!isPlausible(bytes)) return refuse('', 'marks');
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse('', 'encoding');
  }
  return parseBackup(text);
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

function readAll(version: keyof typeof HEADS, file: unknown): Parsed {
  const first: Problem[] = [];
  let count = 0;
  const tell: Tell = (rule, path = '') => {
    if (++count <= PROBLEMS_MAX) first.push({ path: path.slice(1), rule });
  };
  const values = Object(file) as Readonly<Record<string, unknown>>;
  const head = HEADS[version].read(values, tell, '');
  const practices =
    version < 3
      ? noPractices()
      : practicesField.read(values['practices'], below(tell, '.practices'), '');
  const log = logField.read(values['entries'], below(tell, '.entries'), '');
  if (!head || !practices || !log || count > 0)
    return { problems: first, more: count - first.length };
  const { exportedAt, ...rest } = head;
  const entries = version === 3 ? withIdsOfRecords(log, values['practices']) : log;
  const account = { reminders: [], answers: [], ...rest, practices, entries };
  return { account, exportedAt, lacks: LACKS[version] };
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
