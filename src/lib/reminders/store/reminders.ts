import { Dexie, type Collection } from 'dexie';
import { entryRecord, type Entry } from '#lib/account/model/entry.ts';
import { mend } from '#lib/record/field.ts';
import { unshared } from '#lib/record/shared.ts';
import { comesAgain } from '../model/due.ts';
import {
  answerField,
  followReminder,
  reminderField,
  rulesSetting,
  type Answer,
  type Reminder,
  type ReminderRules,
  type Reply,
  type Slot
} from '../model/reminder.ts';
import type { StoredDraft } from '#lib/store/database.ts';
import { dropDraft, putBackDrafts } from '#lib/store/drafts.ts';
import { reminderDraftKey } from '#lib/store/draftKey.ts';
import { transact, withConnection } from '#lib/store/connection.ts';
import { addCounted, retractCounted } from '#lib/account/store/ledger.ts';
import { isAliveSince, isDeletedSince, noteDeleted, putBackDeleted } from '#lib/store/deletions.ts';
import { repeatable } from '#lib/store/repeatable.ts';
import { settle, type Change, type Edit } from '#lib/store/replaceable.ts';
import { readSetting, replaceSetting } from '#lib/store/settings.ts';
import { witnessRecorded, witnessRetracted } from '#lib/account/store/witness.ts';
import { db, type AnswerKey } from './tables.ts';

/** A reminder that was taken away, with all that is needed to put it back. */
interface RemovedReminder {
  readonly reminder: Reminder;
  readonly answers: readonly Answer[];
  /** What was half written about it. */
  readonly drafts: readonly StoredDraft[];
}

/** How many answers of each reminder are kept: far more than anything looks back on. */
const KEPT = 200;

/** All reminders, in the order in which they were made. */
export function allReminders(): Promise<Reminder[]> {
  return withConnection(async () =>
    (await db.reminders.toArray()).flatMap((row) => readReminder(row) ?? [])
  );
}

function readReminder(stored: unknown): Reminder | undefined {
  return unshared(reminderField.read(stored, mend, ''));
}

/** What became of the prompts that were shown, reminder by reminder, in the order of their slots. */
export function allAnswers(): Promise<Answer[]> {
  return withConnection(async () =>
    (await db.answers.toArray()).flatMap((row) => answerField.read(row, mend, '') ?? [])
  );
}

/** What holds for all reminders. */
export function currentRules(): Promise<ReminderRules> {
  return readSetting(rulesSetting);
}

/**
 * Keeps what holds for all reminders, in place of what was read.
 *
 * @throws StorageError; a ChangedError where the rules are no longer as they were read
 */
export const setRules = repeatable(
  (since) => (before: ReminderRules, after: ReminderRules) =>
    transact(db.settings, () => replaceSetting(rulesSetting, { before, after }, since))
);

/**
 * Keeps a reminder: a new one, or a new version of one that is there. Resolves with what took the
 * place of what.
 *
 * @param before as it was read; left out for a new one
 * @param draft the key of its half-written form, which goes with it
 * @throws StorageError; a ChangedError where another tab has changed the reminder since it was read
 */
export const keepReminder = repeatable(
  (since) =>
    (after: Reminder, before?: Reminder, draft?: string): Promise<Change<Reminder>> =>
      write(async () => {
        const made = await keepOne({ before, after }, since);
        await dropDraft(draft, since);
        return made;
      })
);

async function keepOne(edit: Change<Reminder>, since?: number): Promise<Change<Reminder>> {
  const { before, after } = edit;
  if (!before && (await isDeletedSince('reminders', after.id, since))) return edit;
  const stored = await db.reminders.get(after.id);
  const made = settled(stored, { ...edit, isAgain: since !== undefined });
  if (!made) return edit;
  const row = stored
    ? followReminder(stored, made.after)
    : await putBackDeleted('reminders', after);
  await db.reminders.put(row);
  return made;
}

function settled<E extends Edit<Reminder>>(stored: Reminder | undefined, edit: E): E | undefined {
  const { id = '' } = edit.after ?? edit.before ?? {};
  return settle(`reminders/${id}`, stored, edit, readReminder) as E | undefined;
}

/**
 * Takes a reminder away, and its answers with it. Resolves with what {@link restoreReminder} needs;
 * with undefined where there is none with that id.
 *
 * @param before as it was read, where it's to go only as that
 * @throws StorageError; a ChangedError where another tab has changed the reminder since it was read
 */
export const removeReminder = repeatable(
  (since) =>
    async (id: string, before?: Reminder): Promise<RemovedReminder | undefined> => {
      let removed: RemovedReminder | undefined;
      await write(async () => {
        const reminder = await db.reminders.get(id);
        if (reminder && isAliveSince(reminder, since)) return;
        if (reminder && before) settled(reminder, { before, after: undefined });
        const answers = await answersTo(id).toArray();
        const draft = await dropDraft(reminderDraftKey(id), since);
        // Kept from the first run where only its answer was lost.
        if (!reminder) return;
        removed = { reminder, answers, drafts: draft ? [draft] : [] };
        await db.answers.bulkDelete(answers.map(keyOf));
        await db.reminders.delete(id);
        await noteDeleted('reminders', reminder);
      });
      return removed;
    }
);

/**
 * Puts a reminder back as it was, with its answers and what was half written about it.
 *
 * @throws StorageError; a ChangedError where another version of it is there by now
 */
export const restoreReminder = repeatable(
  (since) =>
    ({ reminder, answers, drafts = [] }: RemovedReminder): Promise<void> =>
      write(async () => {
        const isThere = (await db.reminders.get(reminder.id)) !== undefined;
        await keepOne({ before: undefined, after: reminder }, since);
        if (isThere || !(await db.reminders.get(reminder.id))) return;
        await db.answers.bulkPut(answers);
        await putBackDrafts(drafts);
      })
);

/**
 * Notes that a slot's prompt is shown. Resolves with true for the one caller that may show it, of
 * all tabs and the service worker, and for one more each time that it was put off. Where the browser
 * loses the answer to that caller, none may: rather no notification than two.
 *
 * @param now milliseconds since the epoch
 * @throws StorageError
 */
export function showSlot(slot: Slot, now: number): Promise<boolean> {
  return write(async () => {
    const before = await db.answers.get(keyOf(slot));
    if (before && !comesAgain(before, now)) return false;
    await db.answers.put({ ...before, ...plainSlot(slot), shownAt: now });
    await letGoOfOld(slot.reminderId);
    return true;
  });
}

/**
 * Keeps the reply to a slot's prompt and, with it or not at all, the entry that it logs. An entry
 * whose id is already there is not added again. A yes stays a yes, whatever an old notification
 * says later.
 *
 * @param now milliseconds since the epoch
 * @throws StorageError
 */
export const answerSlot = repeatable(
  (since) =>
    async (slot: Slot, reply: Reply, now: number, entry?: Entry): Promise<void> => {
      const isNew = await write(async () => {
        if (entry && (await isDeletedSince('entries', entry.id, since))) return false;
        return answerCounted(slot, reply, now, entry);
      });
      if (entry && isNew) witnessRecorded(entry.id);
    }
);

/**
 * The part of {@link answerSlot} that a larger transaction can hold: it needs the answers and what
 * `addCounted` needs. Resolves with whether there is a new entry.
 */
export async function answerCounted(
  slot: Slot,
  reply: Reply,
  now: number,
  entry?: Entry
): Promise<boolean> {
  const before = await db.answers.get(keyOf(slot));
  const shownAt = before?.shownAt ?? now;
  if (before?.reply !== 'yes') {
    await db.answers.put({ ...plainSlot(slot), shownAt, reply, repliedAt: now });
  }
  return entry !== undefined && addCounted(entry);
}

/**
 * Takes back the reply to a prompt and, with it or not at all, the entry that it logged: the prompt
 * is there again.
 *
 * @throws StorageError; a ChangedError where the entry is no longer as it was logged
 */
export const takeBackAnswer = repeatable(
  (since = Infinity) =>
    async (slot: Slot, entry?: Entry): Promise<void> => {
      const isOff = await write(async () => {
        const answer = await db.answers.get(keyOf(slot));
        if (answer && (answer.repliedAt ?? 0) > since) return false;
        const stored = entry && (await db.entries.get(entry.id));
        const edit = { before: entry, after: undefined, isUndo: true };
        const isThere =
          entry && settle(`entries/${entry.id}`, stored, edit, entryRecord.read) !== undefined;
        if (answer) await db.answers.put({ ...plainSlot(slot), shownAt: answer.shownAt });
        return isThere === true && retractCounted(entry.id);
      });
      if (entry && isOff) witnessRetracted(entry.id);
    }
);

function write<T>(body: () => Promise<T>): Promise<T> {
  const { reminders, answers, entries, tallies, settings, drafts, deletions } = db;
  const tables = [reminders, answers, entries, tallies, settings, drafts, deletions];
  return transact(tables, body);
}

function keyOf({ reminderId, day, minute }: Slot): AnswerKey {
  return [reminderId, day, minute];
}

/** Without what a slot may carry along. */
function plainSlot({ reminderId, day, minute }: Slot): Slot {
  return { reminderId, day, minute };
}

/** In the order of their slots. */
function answersTo(reminderId: string): Collection<Answer, AnswerKey> {
  return db.answers
    .where('[reminderId+day+minute]')
    .between([reminderId, Dexie.minKey], [reminderId, Dexie.maxKey]);
}

async function letGoOfOld(reminderId: string): Promise<void> {
  const surplus = (await answersTo(reminderId).primaryKeys()).slice(0, -KEPT);
  await db.answers.bulkDelete(surplus);
}
