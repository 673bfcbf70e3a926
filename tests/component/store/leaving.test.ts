import { afterEach, beforeEach, expect, test } from 'vitest';
import { record, replace, retract } from '#lib/account/store/index.ts';
import { alone } from '#lib/device/webLock.ts';
import { setSilent } from '#lib/due/ring/store/index.ts';
import { ringRow } from '#lib/due/ring/store/ringing.ts';
import { db as ofRinging, type RingRow } from '#lib/due/ring/store/tables.ts';
import { checkOf } from '#lib/lock/crypto/ciphers.ts';
import { readLockRow, saveRules } from '#lib/lock/store/index.ts';
import { addUnsaved, clearUnsaved, dropUnsaved, readUnsaved } from '#lib/lock/store/unsaved.ts';
import { newTimer } from '#lib/practices/pause/model/timer.ts';
import { claimRing, currentTimer } from '#lib/practices/pause/store/timer.ts';
import { changeIdeas, keepRecords, keepTimer, removeRecord } from '#lib/practices/store/index.ts';
import { allOf } from '#lib/practices/store/records.ts';
import { currentIdeas } from '#lib/practices/together/store/ideas.ts';
import { winRecord } from '#lib/practices/ground/record.ts';
import { newReminder } from '#lib/reminders/model/reminderDraft.ts';
import { keepReminder, removeReminder } from '#lib/reminders/store/index.ts';
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
const lastWords = { id: 'one', verb: 'keepLeftDraft', args: ['wins', HALF, undefined] };
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
  expect(readUnsaved()).toMatchObject([{ verb: 'keepLeftDraft', args: ['wins', HALF, null] }]);
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
  expect(verbs()).toEqual(['saveRules', 'saveRules', 'keepLeftTimer', 'changeIdeas']);
  await Promise.allSettled(writes);
  comeBack();

  // As if none of it had reached the disk, but what was typed last had.
  await keepRow({ rules: DRAFT.rules });
  await keepTimer(null, timer);
  await changeIdeas([{ remove: idea.id }]);
  await keepDraft('together/idea', { text: idea.text });
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
  await ofRinging.device.put(row);
  leave();
  const write = setSilent(['one']);
  const left = readUnsaved();
  await write;
  comeBack();
  // As if it had not reached the disk.
  await ofRinging.device.put(row);
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
    if (reached === 'both') {
      addUnsaved([saveWin]);
      await redoWrites();
    }
    addUnsaved([lastWords, saveWin]);
    await redoWrites();
    expect([await allOf('wins'), await readDraft('wins')]).toEqual([[win], undefined]);
    expect(verbs()).toEqual([]);
  }
);

test('what another tab has changed since stays, and the words stay in the form', async () => {
  const other = { ...win, text: 'darned a sock', updatedAt: 5 };
  await db.table('wins').put(other);
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
    expect(await readDraft('wins')).toBeUndefined();
    expect(verbs()).toEqual([]);
  }
);

test('a tap that was taken back before it was logged again is on the log', async () => {
  await db.deletions.put({ table: 'entries', id: entry(1).id, at: 5 });
  addUnsaved([{ ...tapOf(entry(1)), args: [entry(1), undefined, 6] }]);
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
