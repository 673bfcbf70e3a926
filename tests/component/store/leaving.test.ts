import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  arrange,
  callPartner,
  record,
  replace,
  restoreEntry,
  retract
} from '#lib/account/store/index.ts';
import { alone } from '#lib/device/webLock.ts';
import { setSilent } from '#lib/due/ring/store/index.ts';
import { ringRow } from '#lib/due/ring/store/ringing.ts';
import { db as ofRinging, type RingRow } from '#lib/due/ring/store/tables.ts';
import { checkOf } from '#lib/lock/crypto/ciphers.ts';
import { readLockRow, saveRules } from '#lib/lock/store/index.ts';
import { addUnsaved, clearUnsaved, dropUnsaved, readUnsaved } from '#lib/lock/store/unsaved.ts';
import { newTimer } from '#lib/practices/pause/model/timer.ts';
import { claimRing, currentTimer } from '#lib/practices/pause/store/timer.ts';
import {
  changeIdeas,
  keepRecords,
  keepTimer,
  putBack,
  removeRecord,
  takeBack
} from '#lib/practices/store/index.ts';
import { allOf } from '#lib/practices/store/records.ts';
import { currentIdeas } from '#lib/practices/together/store/ideas.ts';
import { winRecord } from '#lib/practices/ground/record.ts';
import type { Reminder } from '#lib/reminders/model/reminder.ts';
import {
  amendReminder,
  newReminder,
  restoredReminder
} from '#lib/reminders/model/reminderDraft.ts';
import {
  answerSlot,
  keepReminder,
  removeReminder,
  restoreReminder,
  setRules,
  takeBackAnswer
} from '#lib/reminders/store/index.ts';
import { currentRules } from '#lib/reminders/store/reminders.ts';
import { BLANK } from '#lib/reminders/ui/reminderFields.ts';
import { redoWrites } from '#lib/shell/redoWrites.ts';
import { rememberWrites } from '#lib/shell/rememberWrites.ts';
import { Draft } from '#lib/store/draft.svelte.ts';
import { keepDraft, readDraft } from '#lib/store/drafts.ts';
import { waiting } from '#lib/store/waiting.ts';
import { db } from '../database.ts';
import { entry, failWrites, startAnew, tapOf } from '../ground.ts';
import { DATA_KEY, DRAFT, keepRow, seal } from '../lock/key.ts';
import { make } from '../making.svelte.ts';
import Holder from './holder.ts?worker';

/*
 * The page is left amid a write, or the database doesn't answer: what is being written is remembered
 * outside the database until it is done.
 */

rememberWrites();
beforeEach(startAnew);
afterEach(() => {
  comeBack();
  clearUnsaved();
});

const leave = () => dispatchEvent(new Event('pagehide'));
const comeBack = () => dispatchEvent(new Event('pageshow'));
const verbs = () => readUnsaved().map(({ verb }) => verb);

const HALF = { text: 'ironed a shirt' };
const win = winRecord.create(HALF, { id: entry(7).id, now: 1, zone: 'UTC' });
const lastWords = { id: 'one', verb: 'keepDraft', args: ['wins', HALF, undefined], at: 2 };
const saveWin = {
  id: 'two',
  verb: 'keepRecords',
  args: [[{ table: 'wins', row: win, draft: 'wins' }]]
};

test('what is being written when the page is left is remembered until it is done', async () => {
  await record(entry(1));
  const before = record(entry(2));
  expect(verbs()).toEqual([]);
  leave();
  const after = replace({ before: entry(1), after: undefined });
  expect(verbs()).toEqual(['record', 'replace']);
  await Promise.all([before, after]);
  expect(verbs()).toEqual([]);
  expect(await db.entries.toArray()).toEqual([entry(2)]);
});

test('words that were typed just before the page is left are remembered too', async () => {
  const [draft, end] = make(() => new Draft('wins', { text: '' }));
  await expect.poll(() => draft.isReady).toBe(true);
  draft.value.text = HALF.text;
  leave();
  expect(readUnsaved()).toMatchObject([
    { verb: 'keepDraft', args: ['wins', HALF, null, expect.any(Number)] }
  ]);
  await expect.poll(verbs).toEqual([]);
  expect(await readDraft('wins')).toEqual(HALF);
  end();
});

test('a rule of the lock, the timer of a pause and an idea are remembered too', async () => {
  await seal();
  const timer = newTimer('walk', 10, 1);
  const idea = { id: entry(8).id, text: 'feed the ducks', tags: [] };
  const check = [...checkOf(DATA_KEY)];
  leave();
  const writes = [
    saveRules(check, { onHide: true }),
    saveRules(check.toReversed(), { idleMinutes: 60 }),
    keepTimer(timer, null),
    changeIdeas([{ add: idea }, { hide: 'hug', isHidden: true }], 'together/idea')
  ];
  const left = readUnsaved();
  expect(verbs()).toEqual(['saveRules', 'saveRules', 'keepTimer', 'changeIdeas']);
  await Promise.allSettled(writes);
  comeBack();

  // As if none of it had reached the disk, but what was typed last had.
  await keepRow({ rules: DRAFT.rules });
  await keepTimer(null, timer);
  await db.transaction('rw', db.settings, () => db.settings.delete('ideas'));
  await db.transaction('rw', db.drafts, () =>
    db.drafts.put({ key: 'together/idea', value: { text: idea.text } })
  );
  addUnsaved(left);
  await redoWrites();
  expect((await readLockRow())?.rules).toEqual({ ...DRAFT.rules, onHide: true });
  expect(await currentTimer()).toEqual(timer);
  expect(await currentIdeas()).toMatchObject({ own: [idea], hidden: ['hug'] });
  expect(await readDraft('together/idea')).toBeUndefined();
  expect(verbs()).toEqual([]);
});

test('which reminders don’t ring is remembered too', async () => {
  const row = { key: 'ring', silent: [] as string[] } as unknown as RingRow;
  await ofRinging.transaction('rw', ofRinging.device, () => ofRinging.device.put(row));
  leave();
  const write = setSilent(['one']);
  const left = readUnsaved();
  await write;
  comeBack();
  // As if it had not reached the disk.
  await ofRinging.transaction('rw', ofRinging.device, () => ofRinging.device.put(row));
  addUnsaved(left);
  await redoWrites();
  expect((await ringRow())?.silent).toEqual(['one']);
  expect(verbs()).toEqual([]);
});

test('a timer that had reached the disk and was told does not ring again', async () => {
  const timer = newTimer('walk', 10, 1);
  leave();
  const write = keepTimer(timer, null);
  const left = readUnsaved();
  await write;
  comeBack();
  expect(await claimRing(timer.endsAt)).toBe(true);
  addUnsaved(left);
  await redoWrites();
  expect(await claimRing(timer.endsAt)).toBe(false);
  expect(verbs()).toEqual([]);
});

test.each(['nothing', 'the draft', 'both'])(
  'left amid its saving, when %s had reached the disk, a form is saved once, and empty',
  async (reached) => {
    if (reached !== 'nothing') await keepDraft('wins', HALF);
    const pressed = { ...saveWin, at: Date.now() };
    if (reached === 'both') {
      addUnsaved([pressed]);
      await redoWrites();
    }
    addUnsaved([lastWords, pressed]);
    await redoWrites();
    expect([await allOf('wins'), await readDraft('wins')]).toEqual([[win], undefined]);
    expect(verbs()).toEqual([]);
  }
);

test('what another tab has changed since stays, and the words stay in the form', async () => {
  const other = { ...win, text: 'darned a sock', updatedAt: 5 };
  await db.transaction('rw', 'wins', () => db.table('wins').put(other));
  await keepDraft('wins/changed', { text: 'ironed two' });
  const row = { ...win, text: 'ironed two', updatedAt: 3 };
  const record = { table: 'wins', row, before: win, draft: 'wins/changed' };
  addUnsaved([{ ...saveWin, args: [[record]] }]);
  await redoWrites();
  expect(await allOf('wins')).toEqual([other]);
  expect(await readDraft('wins/changed')).toEqual({ text: 'ironed two' });
  expect(verbs()).toEqual([]);
});

test.each(['nothing', 'the draft'])(
  'what had reached the disk and was changed or deleted since stays so, with %s written since',
  async (since) => {
    const reminder = newReminder(
      { ...BLANK, text: 'Look up', isOn: true },
      { id: entry(9).id, now: 1 }
    );
    const changed = { ...win, id: entry(8).id };
    leave();
    const writes = [
      record(entry(1)),
      keepRecords([{ table: 'wins', row: win, draft: 'wins' }]),
      keepRecords([{ table: 'wins', row: changed }]),
      keepReminder(reminder)
    ];
    const left = readUnsaved();
    await Promise.all(writes);
    comeBack();

    const later = { ...changed, text: 'darned a sock', updatedAt: Date.now() + 1 };
    await retract(entry(1).id);
    await removeRecord('wins', win.id);
    await keepRecords([{ table: 'wins', row: later, before: changed }]);
    await removeReminder(reminder.id);
    if (since === 'the draft') await keepDraft('wins', HALF);
    addUnsaved(left);
    await redoWrites();
    expect(await allOf('wins')).toEqual([later]);
    expect([await db.entries.count(), await db.reminders.count()]).toEqual([0, 0]);
    expect(await readDraft('wins')).toEqual(since === 'the draft' ? HALF : undefined);
    expect(verbs()).toEqual([]);
  }
);

test('what had reached the disk and was undone since is not done again', async () => {
  const [first, second, other] = [win, { ...win, id: entry(8).id }, { ...win, text: 'darned' }];
  const [bell, gong] = [9, 10].map((number) =>
    newReminder({ ...BLANK, text: 'Look up', isOn: true }, { id: entry(number).id, now: 1 })
  ) as [Reminder, Reminder];
  const slot = { reminderId: gong.id, day: '2026-03-01', minute: 600 };
  const rules = await currentRules();
  const told = entry(2);
  const noted = { ...told, note: 'soup', updatedAt: Date.now() };
  await Promise.all([record(entry(1)), record(told), keepReminder(bell), keepReminder(gong)]);
  await keepRecords([first, second].map((row) => ({ table: 'wins', row })));
  await record(entry(4));

  leave();
  const writes = [
    retract(entry(1).id),
    replace({ before: told, after: noted }),
    removeRecord('wins', second.id),
    keepRecords([{ table: 'wins', row: { ...other, updatedAt: Date.now() }, before: first }]),
    removeReminder(bell.id),
    keepReminder(amendReminder(gong, { ...gong, isOn: false }, Date.now()), gong),
    answerSlot(slot, 'yes', Date.now(), entry(3)),
    setRules(rules, { ...rules, mostADay: 1 }),
    replace({ before: entry(4), after: undefined })
  ] as const;
  const left = readUnsaved();
  const [retracted, , removed, kept, taken, turned] = await Promise.all(writes);
  comeBack();

  if (retracted) await restoreEntry(retracted);
  await replace({ before: noted, after: told, isUndo: true });
  if (removed) await putBack('wins', removed);
  await takeBack(kept);
  if (taken) await restoreReminder(taken);
  await keepReminder(restoredReminder(gong, turned.after, Date.now()), turned.after);
  await takeBackAnswer(slot, entry(3));
  await setRules({ ...rules, mostADay: 1 }, rules);
  await record(entry(4));
  const tables = ['entries', 'wins', 'reminders', 'answers', 'settings', 'deletions'];
  const all = () => Promise.all(tables.map((name) => db.table(name).toArray()));
  const undone = await all();
  addUnsaved(left);
  await redoWrites();
  expect(await all()).toEqual(undone);
  expect(verbs()).toEqual([]);
});

test.each([
  ['a name', () => callPartner('', 'Zoë', 'wins')],
  ['a decision', () => arrange({ pauses: [] }, { pauses: [] }, 'wins')]
])('%s takes its half-written form along in the same write', async (_, save) => {
  await keepDraft('wins', HALF);
  await save();
  expect(await readDraft('wins')).toBeUndefined();
});

test('a tap that was taken back before it was logged again is on the log', async () => {
  await db.transaction('rw', db.deletions, () =>
    db.deletions.put({ table: 'entries', id: entry(1).id, at: 5 })
  );
  addUnsaved([{ ...tapOf(entry(1)), at: 6 }]);
  await redoWrites();
  expect(await db.entries.count()).toBe(1);
});

test('later words of a draft are not written over by those that were left', async () => {
  await keepDraft('wins', { text: 'later' });
  addUnsaved([lastWords]);
  await redoWrites();
  expect(await readDraft('wins')).toEqual({ text: 'later' });
});

test('what fails once more stays, with its reason', async () => {
  addUnsaved([tapOf(entry(1)), tapOf(entry(2))]);
  const heal = failWrites('entries', new DOMException('full', 'QuotaExceededError'));
  await redoWrites();
  heal();
  expect(readUnsaved()).toEqual([{ ...tapOf(entry(1)), fault: 'full' }]);
  await redoWrites();
  expect(await db.entries.toArray()).toEqual([entry(1), entry(2)]);
  expect(verbs()).toEqual([]);
});

test('what another version of the app wrote down, and this one doesn’t know, waits', async () => {
  const unknown = { id: 'new', verb: 'keepLetter', args: [HALF] };
  addUnsaved([unknown, tapOf(entry(1))]);
  await redoWrites();
  expect(readUnsaved()).toEqual([{ ...unknown, fault: 'unloaded' }]);
  expect(await db.entries.toArray()).toEqual([entry(1)]);
});

test('an undo that was left is done, unless it was written again since', async () => {
  const changed = { ...win, text: 'darned a sock', updatedAt: 2 };
  await keepRecords([{ table: 'wins', row: win }]);
  const kept = await keepRecords([{ table: 'wins', row: changed, before: win }]);
  leave();
  const undo = takeBack(kept);
  const left = readUnsaved();
  await undo;
  comeBack();
  const texts = async () => (await allOf('wins')).map(({ text }) => text);

  // As if it had not reached the disk.
  await db.transaction('rw', 'wins', () => db.table('wins').put(changed));
  addUnsaved(left);
  await redoWrites();
  expect(await texts()).toEqual([win.text]);

  await keepRecords([{ table: 'wins', row: { ...changed, updatedAt: Date.now() }, before: win }]);
  addUnsaved(left);
  await redoWrites();
  expect(await texts()).toEqual([changed.text]);
});

test('what another tab is just doing again is left to it', async () => {
  addUnsaved([tapOf(entry(1))]);
  let finish = () => {};
  const other = alone('toward.redo', () => new Promise<void>((resolve) => (finish = resolve)));
  const redone = redoWrites();
  const queue = async () => (await navigator.locks.query()).pending?.map(({ name }) => name);
  await expect.poll(queue).toContain('toward.redo');
  dropUnsaved(entry(1).id);
  finish();
  await Promise.all([other, redone]);
  expect(await db.entries.count()).toBe(0);
});

/** Leaves no room in localStorage. */
function fillUp(): void {
  for (let size = 2 ** 22; size >= 1; size /= 2) {
    try {
      localStorage.setItem(`fill ${size}`, 'x'.repeat(size));
    } catch {
      // Too much by now.
    }
  }
}

test.each([
  ['a tap is remembered, and that is told', () => undefined, 1],
  ['where there is no room to remember it, that is told', fillUp, 0]
])('while another tab holds the database %s', async (_, prepare, kept) => {
  prepare();
  const holder = new Holder();
  const said = new Promise((resolve) => (holder.onmessage = ({ data }) => resolve(data)));
  holder.postMessage('hold');
  expect(await said).toBe('held');
  const tap = record(entry(1));
  await expect.poll(() => waiting.writes).toBe(1);
  expect(readUnsaved()).toMatchObject([
    { verb: 'record', args: expect.arrayContaining([entry(1)]) }
  ]);
  expect(localStorage.getItem('toward.unsaved') !== null).toBe(kept === 1);
  expect(waiting.forgotten).toBe(1 - kept);
  holder.postMessage('let go');
  await tap;
  expect([waiting.writes, waiting.forgotten, verbs()]).toEqual([0, 0, []]);
  expect(await db.entries.toArray()).toEqual([entry(1)]);
  holder.terminate();
});
