import type { Account, AccountMerge } from '../model/account.ts';
import { isSame } from '#lib/record/same.ts';
import { migrate } from '#lib/practices/store/migrate.ts';
import { NEW } from '#lib/practices/store/tables.ts';
import { transact, withConnection } from '#lib/store/connection.ts';
import { removeCopies } from '../copy/copyFile.ts';
import type { StoredDraft } from '#lib/store/database.ts';
import type { Progress } from '#lib/store/progress.ts';
import { putBackDrafts } from '#lib/store/drafts.ts';
import { countRetracted } from '#lib/account/store/ledger.ts';
import { forgetLock } from '#lib/lock/store/keyExchange.ts';
import { carryOut, undoMerge } from './applyMerge.ts';
import { forgetPreferences } from '#lib/store/preferences.ts';
import { clearUnsaved } from '#lib/lock/store/unsaved.ts';
import { crossedBy, LISTS, type Crossed, type Manner } from '../model/planAccount.ts';
import { planImport, type Intake } from './planImport.ts';
import { SETTINGS, type Decisions } from '../model/settings.ts';
import { db, type Setting } from './tables.ts';
import { forgetWitness, writeWitness } from '#lib/account/store/witness.ts';

/** What was taken in, with what it takes to undo that. */
export interface Imported extends AccountMerge {
  readonly settings: readonly { readonly from: Setting | undefined; readonly to: Setting }[];
  /** What was half written about rows that are gone. */
  readonly drafts: readonly StoredDraft[];
}

/** What taking in an account would do, and the limits of a backup that it would cross. */
export interface Preview extends AccountMerge {
  readonly crossed: readonly Crossed[];
}

/**
 * What {@link importAccount} would do to the account as it is now.
 *
 * @throws StorageError
 */
export async function previewImport(
  account: Account,
  manner: Manner = { way: 'merge' }
): Promise<Preview> {
  await migrate();
  return withConnection(() =>
    db.transaction('r', db.tables, async () => {
      const merge = await planImport(account, manner);
      const held = LISTS.map(async (path) => {
        return [path, await db.table(path.replace('practices.', '')).count()] as const;
      });
      return { ...merge, crossed: crossedBy(merge, new Map(await Promise.all(held))) };
    })
  );
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
  const { imported, ...log } = await transact(db.tables, async () => {
    const merge = await planImport(account, intake);
    const drafts = await carryOut(merge, progress);
    const settings = await writeArrangements(account, intake);
    return { imported: { ...merge, settings, drafts }, ...(await countLog()) };
  });
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
  const log = await transact(db.tables, async () => {
    await undoMerge(merge);
    await putBackDrafts(drafts);
    for (const { from, to } of settings) {
      if (!isSame(await db.settings.get(to.key), to)) continue;
      await (from ? db.settings.put(from) : db.settings.delete(to.key));
    }
    return countLog();
  });
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
  await transact(db.tables, async () => {
    const note = await db.device.get('erasing');
    await Promise.all(db.tables.map((table) => table.clear()));
    if (note) await db.device.put(note);
    // What begins here begins as in a new database.
    await db.device.put(NEW);
  });
  forgetLock();
  await removeCopies();
  clearUnsaved();
  forgetPreferences();
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
