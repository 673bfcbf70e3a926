import { afterEach, beforeEach, expect, test } from 'vitest';
import { findMissing } from '#lib/account/store/tallyCheck.ts';
import {
  allAnswers,
  allReminders,
  answerSlot,
  currentRules,
  keepReminder,
  removeReminder,
  restoreReminder,
  setRules,
  showSlot
} from '#lib/reminders/store/reminders.ts';
import { readWitness } from '#lib/account/store/witness.ts';
import type { Reminder, Slot } from '#lib/reminders/model/reminder.ts';
import { db } from '../database.ts';
import { entry, failWrites, startAnew, stored } from '../ground.ts';

const SHOWN = Date.UTC(2026, 10, 22, 20, 1);
const MINUTE = 60_000;

const reminder = (number: number): Reminder => ({
  id: `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`,
  createdAt: 1_700_000_000_000,
  updatedAt: 1_700_000_000_000,
  text: 'A small moment',
  plan: { cue: 'we meet again after work', action: 'I look for one small act' },
  days: [1, 2, 3, 4, 5],
  times: { kind: 'fixed', at: [1200] },
  quiet: { from: 1320, to: 420 },
  isOn: true,
  sequence: 0
});
const slot = (minute = 1200, number = 1): Slot => ({
  reminderId: reminder(number).id,
  day: '2026-11-22',
  minute
});

let heal = () => {};
beforeEach(startAnew);
afterEach(() => heal());

test('reminders are read in the order in which they were made, in their last version', async () => {
  expect(await allReminders()).toEqual([]);
  await keepReminder(reminder(2));
  await keepReminder(reminder(1));
  await keepReminder({ ...reminder(2), text: 'Tea?', sequence: 1 }, reminder(2));
  expect(await allReminders()).toEqual([
    reminder(1),
    { ...reminder(2), text: 'Tea?', sequence: 1 }
  ]);
});

test('the rules are the defaults until others are kept', async () => {
  expect(await currentRules()).toEqual({ mostADay: 3, pausedUntil: null });
  const quiet = { mostADay: 1, pausedUntil: 1_800_000_000_000 };
  await setRules(await currentRules(), quiet);
  expect(await currentRules()).toEqual(quiet);
});

test('a prompt is shown once, and nothing else of its slot is kept', async () => {
  const carried = { ...slot(), reply: 'yes' };
  expect(await showSlot(carried, SHOWN)).toBe(true);
  expect(await showSlot(slot(), SHOWN + 1)).toBe(false);
  expect(await showSlot(slot(1201), SHOWN + 2)).toBe(true);
  expect(await allAnswers()).toEqual([
    { ...slot(), shownAt: SHOWN },
    { ...slot(1201), shownAt: SHOWN + 2 }
  ]);
});

test('a prompt that was put off is shown once more each time, half an hour later', async () => {
  const half = 30 * MINUTE;
  await showSlot(slot(), SHOWN);
  await answerSlot(slot(), 'not yet', SHOWN + 1);
  expect(await showSlot(slot(), SHOWN + half)).toBe(false);
  expect(await showSlot(slot(), SHOWN + half + 1)).toBe(true);
  expect(await showSlot(slot(), SHOWN + half + 2)).toBe(false);
  await answerSlot(slot(), 'not yet', SHOWN + half + 3);
  expect(await showSlot(slot(), SHOWN + 2 * half + 3)).toBe(true);
  await answerSlot(slot(), 'not today', SHOWN + 2 * half + 4);
  expect(await showSlot(slot(), SHOWN + 9 * half)).toBe(false);
});

test('of many callers at once, in a page and in a worker, one may show each prompt', async () => {
  const worker = new Worker(new URL('./shower.ts', import.meta.url), { type: 'module' });
  await new Promise((resolve) => worker.addEventListener('message', resolve, { once: true }));
  const fromWorker = new Promise<boolean[]>((resolve) =>
    worker.addEventListener('message', ({ data }) => resolve(data))
  );
  worker.postMessage(reminder(1).id);
  const minutes = Array.from({ length: 50 }, (_, minute) => minute);
  const callers = [1, 2, 3].map(() =>
    Promise.all(minutes.map((minute) => showSlot(slot(minute), 1)))
  );
  const all = await Promise.all([...callers, fromWorker]);
  worker.terminate();
  const timesShown = minutes.map((minute) => all.filter((shown) => shown[minute]).length);
  expect(timesShown).toEqual(minutes.map(() => 1));
  expect(await db.answers.count()).toBe(50);
});

test('of each reminder the last 200 prompts are kept', async () => {
  await showSlot(slot(0, 2), SHOWN);
  for (let minute = 0; minute < 202; minute++) await showSlot(slot(minute), SHOWN);
  const answers = await allAnswers();
  expect(answers).toHaveLength(201);
  expect(answers[0]).toEqual({ ...slot(2), shownAt: SHOWN });
  expect(answers.at(-1)).toEqual({ ...slot(0, 2), shownAt: SHOWN });
});

test('a yes keeps the reply, the entry and its tally; the witness knows', async () => {
  await showSlot(slot(), SHOWN);
  await answerSlot(slot(), 'yes', SHOWN + MINUTE, entry(1));
  expect(await allAnswers()).toEqual([
    { ...slot(), shownAt: SHOWN, reply: 'yes', repliedAt: SHOWN + MINUTE }
  ]);
  expect(await stored()).toEqual({
    entries: [entry(1)],
    tallies: [{ day: '2026-03-01', counts: { 'bid:partner:toward': 1 } }]
  });
  expect(readWitness()).toMatchObject({ count: 1, retracted: 0 });
  expect(await findMissing()).toEqual({ found: 1, missing: 0 });
});

test('answering with the same entry again changes nothing the second time', async () => {
  await Promise.all([
    answerSlot(slot(), 'yes', SHOWN, entry(1)),
    answerSlot(slot(), 'yes', SHOWN, entry(1))
  ]);
  const before = { ...(await stored()), answers: await allAnswers() };
  await answerSlot(slot(), 'yes', SHOWN + MINUTE, entry(1));
  expect({ ...(await stored()), answers: await allAnswers() }).toEqual(before);
  expect(before.tallies).toEqual([{ day: '2026-03-01', counts: { 'bid:partner:toward': 1 } }]);
  expect(before.answers).toEqual([{ ...slot(), shownAt: SHOWN, reply: 'yes', repliedAt: SHOWN }]);
  expect(readWitness()?.count).toBe(1);
});

test('a later reply replaces an earlier one, but no reply replaces a yes', async () => {
  await answerSlot(slot(), 'not yet', SHOWN);
  await answerSlot(slot(), 'not today', SHOWN + MINUTE);
  const [put] = await allAnswers();
  expect(put).toMatchObject({ shownAt: SHOWN, reply: 'not today', repliedAt: SHOWN + MINUTE });
  await answerSlot(slot(), 'yes', SHOWN + 2 * MINUTE, entry(1));
  await answerSlot(slot(), 'not yet', SHOWN + 3 * MINUTE);
  const [kept] = await allAnswers();
  expect(kept).toMatchObject({ reply: 'yes', repliedAt: SHOWN + 2 * MINUTE });
});

test.for(['entries', 'tallies', 'answers'] as const)(
  'where %s cannot be written, neither the reply nor the entry is kept',
  async (table) => {
    await showSlot(slot(), SHOWN);
    heal = failWrites(table, new RangeError('broken'));
    await expect(answerSlot(slot(), 'yes', SHOWN + MINUTE, entry(1))).rejects.toMatchObject({
      name: 'StorageError',
      fault: 'failed'
    });
    expect(await stored()).toEqual({ entries: [], tallies: [] });
    expect(await allAnswers()).toEqual([{ ...slot(), shownAt: SHOWN }]);
    expect(readWitness()).toBeNull();
  }
);

test('a reminder is taken away with its own answers, and comes back as it was', async () => {
  await keepReminder(reminder(1));
  await keepReminder(reminder(2));
  await showSlot(slot(1200), SHOWN);
  await answerSlot(slot(1201), 'not yet', SHOWN);
  await showSlot(slot(1200, 2), SHOWN);
  const before = { reminders: await allReminders(), answers: await allAnswers() };

  const draft = { key: `reminders/${reminder(1).id}`, value: { text: 'Look th' } };
  await db.transaction('rw', db.drafts, () => db.drafts.put(draft));

  const removed = await removeReminder(reminder(1).id);
  const answers = before.answers.slice(0, 2);
  expect(removed).toEqual({ reminder: reminder(1), answers, drafts: [draft] });
  expect(await db.drafts.count()).toBe(0);
  expect(await allReminders()).toEqual([reminder(2)]);
  expect(await allAnswers()).toEqual(before.answers.slice(2));
  expect(await removeReminder(reminder(1).id)).toBeUndefined();

  if (!removed) throw new Error('nothing was removed');
  await restoreReminder(removed);
  await restoreReminder(removed);
  expect({ reminders: await allReminders(), answers: await allAnswers() }).toEqual(before);
  expect(await db.drafts.toArray()).toEqual([draft]);
});
