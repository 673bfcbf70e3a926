import {
  ANSWERS,
  ENTRIES,
  entriesLeft,
  planMerge,
  planReplace,
  RECORDS,
  REMINDERS,
  type Account,
  type AccountMerge,
  type Identity,
  type Lacking,
  type Merge
} from '../model/account.ts';
import type { Entry } from '#lib/account/model/entry.ts';
import { isSame } from '#lib/record/same.ts';
import { migrate } from '#lib/practices/store/migrate.ts';
import { NEW } from '#lib/practices/store/tables.ts';
import { withConnection } from '#lib/store/connection.ts';
import { removeCopies } from '../copy/copyFile.ts';
import type { StoredDraft } from '#lib/store/database.ts';
import type { Progress } from '#lib/store/progress.ts';
import { putBackDrafts } from '#lib/store/drafts.ts';
import { countRetracted } from '#lib/account/store/ledger.ts';
import { forgetLock } from '#lib/lock/store/keyExchange.ts';
import { walkLog } from '#lib/account/store/walkLog.ts';
import { carryOut, undoMerge } from './applyMerge.ts';
import { forgetPreferences } from '#lib/store/preferences.ts';
import { clearUnsaved } from '#lib/account/store/pendingTaps.ts';
import { readPractices, STEP } from './readAccount.ts';
import { SETTINGS, type Decisions } from '../model/settings.ts';
import { db, type Setting } from './tables.ts';
import { forgetWitness, writeWitness } from '#lib/account/store/witness.ts';
import { practiceTables, type PracticeRecord, type Practices } from '#lib/practices/registry.ts';

/** How another account is taken in: beside what is here, or in its place. */
export type Way = 'merge' | 'replace';

/** What is taken in, and how. */
export interface Intake {
  readonly way: Way;
  /** Whether what the user has decided is taken too: always, never, or where nothing is decided here. */
  readonly arrangements: 'taken' | 'left' | 'missing';
  /** What the account says nothing about: it stays as it is, whatever the way. */
  readonly lacks?: readonly Lacking[];
}

/** What was taken in, with what it takes to undo that. */
export interface Imported extends AccountMerge {
  readonly settings: readonly { readonly from: Setting | undefined; readonly to: Setting }[];
  /** What was half written about rows that are gone. */
  readonly drafts: readonly StoredDraft[];
}

/**
 * What {@link importAccount} would do to the account as it is now.
 *
 * @throws StorageError
 */
export async function previewImport(
  account: Account,
  intake: Pick<Intake, 'way' | 'lacks'> = { way: 'merge' }
): Promise<AccountMerge> {
  await migrate();
  return withConnection(() => db.transaction('r', db.tables, () => planImport(account, intake)));
}

/**
 * Takes in the entries, the reminders and the practices of an account, and what the user had
 * decided too where `arrangements` says so: all of it or, where anything fails, nothing. Doing so
 * twice changes nothing the second time.
 *
 * @throws StorageError
 */
export async function importAccount(
  account: Account,
  intake: Intake,
  progress: Progress = () => undefined
): Promise<Imported> {
  await migrate();
  const { imported, ...log } = await withConnection(() =>
    db.transaction('rw', db.tables, async () => {
      const merge = await planImport(account, intake);
      const drafts = await carryOut(merge, progress);
      const settings = await writeArrangements(account, intake);
      return { imported: { ...merge, settings, drafts }, ...(await countLog()) };
    })
  );
  writeWitness({ ...log, lastId: null });
  return imported;
}

/**
 * Undoes what {@link importAccount} did: all of it or nothing. What was logged, changed or removed
 * since stays as it is now.
 *
 * @throws StorageError
 */
export async function undoImport({ settings, drafts, ...merge }: Imported): Promise<void> {
  const log = await withConnection(() =>
    db.transaction('rw', db.tables, async () => {
      await undoMerge(merge);
      await putBackDrafts(drafts);
      for (const { from, to } of settings) {
        if (!isSame(await db.settings.get(to.key), to)) continue;
        await (from ? db.settings.put(from) : db.settings.delete(to.key));
      }
      return countLog();
    })
  );
  writeWitness({ ...log, lastId: null });
}

async function countLog() {
  return { count: await db.entries.count(), retracted: await countRetracted() };
}

/**
 * Empties all that this app keeps on this device, and takes the lock off. It takes no key: who has
 * lost it can begin anew. That all of it is being erased stays noted.
 *
 * @throws StorageError
 */
export async function emptyAccount(): Promise<void> {
  forgetWitness();
  await withConnection(() =>
    db.transaction('rw', db.tables, async () => {
      const note = await db.device.get('erasing');
      await Promise.all(db.tables.map((table) => table.clear()));
      if (note) await db.device.put(note);
      // What begins here begins as in a new database.
      await db.device.put(NEW);
    })
  );
  forgetLock();
  await removeCopies();
  clearUnsaved();
  forgetPreferences();
}

async function planImport(
  account: Account,
  { way, lacks = [] }: Pick<Intake, 'way' | 'lacks'>
): Promise<AccountMerge> {
  const { entries, reminders, answers, practices } = account;
  const [here, answered] = await Promise.all([db.reminders.toArray(), db.answers.toArray()]);
  const kept = keyed(recordsOf(await readPractices()), RECORDS);
  const incoming = recordsOf(practices);
  const plan = (part?: Lacking) =>
    way === 'replace' && !lacks.some((lacking) => lacking === part) ? planReplace : planMerge;
  const log = plan()(await entriesHere(entries, way), entries, ENTRIES);
  return {
    entries: way === 'merge' ? await withoutLeft(log, entriesLeft(kept, incoming)) : log,
    reminders: plan('reminders')(keyed(here, REMINDERS), reminders, REMINDERS),
    answers: plan('reminders')(keyed(answered, ANSWERS), answers, ANSWERS),
    practices: plan('practices')(kept, incoming, RECORDS)
  };
}

/** The merge of the log, without entries that no record tells any longer once those are merged. */
async function withoutLeft(
  log: Merge<Entry>,
  left: ReadonlyMap<string, Entry['kind']>
): Promise<Merge<Entry>> {
  if (left.size === 0) return log;
  const isLeft = ({ id, kind }: Entry) => left.get(id) === kind;
  const added = log.added.filter((entry) => !isLeft(entry));
  const changed = log.changed.filter(({ to }) => !isLeft(to));
  const here = await db.entries.bulkGet([...left.keys()]);
  const total = log.added.length + log.changed.length + log.skipped;
  return {
    added,
    changed,
    gone: here.filter((entry) => entry !== undefined).filter(isLeft),
    skipped: total - added.length - changed.length
  };
}

function recordsOf(practices: Practices): PracticeRecord[] {
  return practiceTables().flatMap((table) => practices[table].map((row) => ({ table, row })));
}

/** Entries by their ids: to replace them all, or to merge only those that the incoming know. */
async function entriesHere(incoming: readonly Entry[], way: Way): Promise<Map<string, Entry>> {
  const ids = new Set(incoming.map(({ id }) => id));
  const present = new Map<string, Entry>();
  await walkLog(STEP, (step) => {
    for (const entry of step) {
      if (way === 'replace' || ids.has(entry.id)) present.set(entry.id, entry);
    }
  });
  return present;
}

function keyed<Row>(rows: readonly Row[], { keyOf }: Identity<Row>): Map<string, Row> {
  return new Map(rows.map((row) => [keyOf(row), row]));
}

/** Resolves with what was written, and what stood in its place. */
async function writeArrangements(
  account: Account,
  { arrangements }: Intake
): Promise<Imported['settings']> {
  if (arrangements === 'left') return [];
  const incoming = SETTINGS.map(({ key }) => ({ key, value: account[key] })).filter(
    (setting): setting is Setting & { key: keyof Decisions } => setting.value !== undefined
  );
  const here = await db.settings.bulkGet(incoming.map(({ key }) => key));
  const changes = incoming
    .map((to, index) => ({ from: here[index], to }))
    .filter(({ from, to }) => !isSame(from, to) && !(from && arrangements === 'missing'));
  await db.settings.bulkPut(changes.map(({ to }) => to));
  return changes;
}
