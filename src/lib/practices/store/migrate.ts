import type { Table } from 'dexie';
import { retractCounted } from '#lib/account/store/ledger.ts';
import { EARLIER_TERMS, termsSetting } from '#lib/account/model/terms.ts';
import { forgetLastId } from '#lib/account/store/witness.ts';
import { heldByPlace } from '#lib/reminders/model/rings.ts';
import { noteHandedOut } from '#lib/reminders/store/handedOut.ts';
import { transact, withConnection } from '#lib/store/connection.ts';
import { entryDraftKey } from '#lib/store/draftKey.ts';
import { here } from '#lib/time/here.ts';
import { checkInReminder } from '../checkIn/model/checkInTime.ts';
import { currentCheckIn } from '../checkIn/store/checkInRules.ts';
import { practiceTables } from '../registry.ts';
import { db, NEW, type Migrated } from './tables.ts';

/*
 * What has to be rewritten, and not only read in another way, is rewritten here: once, when the rows
 * can be read. Dexie's own upgrades find them sealed where the lock is on.
 */

/** In their order; none is ever taken out or changed. Each runs in a transaction over all tables. */
const STEPS = [
  entriesBearIdsOfRecords,
  accountsKeepTheirTerms,
  handedOutIsNoted,
  changesBearIdsOfRecords
] as const satisfies {
  length: typeof NEW.steps;
};

/**
 * Takes the steps that this database has not taken yet, each in one transaction: one that is cut off
 * has changed nothing, and begins again.
 *
 * @throws StorageError; `locked` where the rows cannot be read
 */
export async function migrate(): Promise<void> {
  while ((await stepsTaken()) < STEPS.length) await takeNext();
}

function stepsTaken(): Promise<number> {
  return withConnection(async () => (await db.device.get('migrated'))?.steps ?? 0);
}

async function takeNext(): Promise<void> {
  // Which entry was the last one is told by an id, and ids may change.
  forgetLastId();
  await transact(db.tables, async () => {
    const taken = (await db.device.get('migrated'))?.steps ?? 0;
    await STEPS[taken]?.();
    const now: Migrated = { key: 'migrated', steps: Math.min(taken + 1, STEPS.length) };
    await db.device.put(now);
  });
}

/**
 * Up to version 0.3 a new account's moments counted otherwise. One that has entries and no terms of
 * its own goes on with those.
 */
async function accountsKeepTheirTerms(): Promise<void> {
  const isDecided = await db.settings.get(termsSetting.key);
  if (isDecided || (await db.entries.count()) === 0) return;
  await db.settings.put({ key: termsSetting.key, value: EARLIER_TERMS });
}

/** A row of a version that let a record name its entry. */
type Naming = Record<string, unknown> & { readonly id: string };

/** Until database version 4 an entry had an id of its own, which its record named as `entryId`. */
async function entriesBearIdsOfRecords(): Promise<void> {
  for (const name of practiceTables()) {
    const table: Table<Naming, string> = db.table(name);
    const naming = (await table.toArray()).filter((row) => 'entryId' in row);
    for (const { entryId, ...row } of naming) {
      if (typeof entryId === 'string') await moveEntry(entryId, row.id);
      await table.put(row as Naming);
    }
  }
}

async function moveEntry(from: string, to: string): Promise<void> {
  const [entry, other] = await db.entries.bulkGet([from, to]);
  if (!entry || from === to) return;
  if (other) return void (await retractCounted(from));
  const draft = await db.drafts.get(entryDraftKey(from));
  await db.entries.add({ ...entry, id: to });
  await db.entries.delete(from);
  if (!draft) return;
  await db.drafts.put({ ...draft, key: entryDraftKey(to) });
  await db.drafts.delete(draft.key);
}

/** Until database version 5 nothing noted which events calendars hold. */
async function handedOutIsNoted(): Promise<void> {
  const now = Date.now();
  const checkIn = checkInReminder(await currentCheckIn(), now);
  const isUsed = (await db.entries.count()) > 0;
  await noteHandedOut(isUsed ? heldByPlace(checkIn, 'toward-check-in', now, here()) : [], now);
}

/** Up to version 0.3 a place kept what was half changed in one record only, and not under its id. */
async function changesBearIdsOfRecords(): Promise<void> {
  for (const draft of await db.drafts.toArray()) {
    const { key, value } = draft;
    const { id } = Object(value) as { id?: unknown };
    if (!key.endsWith('/changed') || typeof id !== 'string') continue;
    await db.drafts.put({ ...draft, key: `${key}/${id}` });
    await db.drafts.delete(key);
  }
}
