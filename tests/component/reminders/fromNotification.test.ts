import { beforeEach, expect, test } from 'vitest';
import {
  answerFromNotification,
  forgetFromNotification,
  lastFromNotification
} from '#lib/reminders/store/fromNotification.ts';
import { record, replace, retract } from '#lib/account/store/ledger.ts';
import { allAnswers, takeBackAnswer } from '#lib/reminders/store/reminders.ts';
import { db } from '../database.ts';
import { entry, failWrites, startAnew, stored } from '../ground.ts';

const SLOT = { reminderId: 'r', day: '2026-03-01', minute: 600 };
const NOW = Date.UTC(2026, 2, 1, 12);
const LOGGED = { ...entry(1), at: NOW };

beforeEach(startAnew);

test('a yes is kept with what it logs, and the app learns of it once', async () => {
  await answerFromNotification(SLOT, 'yes', NOW, LOGGED);
  expect(await allAnswers()).toEqual([{ ...SLOT, shownAt: NOW, reply: 'yes', repliedAt: NOW }]);
  expect((await stored()).entries).toEqual([LOGGED]);
  expect(await lastFromNotification()).toMatchObject({ entry: LOGGED, slot: SLOT });
  await forgetFromNotification();
  expect(await lastFromNotification()).toBeUndefined();
});

test('a yes that logs nothing is told of once too, and undone', async () => {
  await answerFromNotification(SLOT, 'yes', NOW);
  const { entry: logged, slot } = (await lastFromNotification()) ?? {};
  expect(logged).toBeUndefined();
  expect(slot).toMatchObject(SLOT);
  await takeBackAnswer(slot ?? { ...SLOT, minute: 0 });
  expect(await allAnswers()).toEqual([{ ...SLOT, shownAt: NOW }]);
  expect(await lastFromNotification()).toBeUndefined();
  await answerFromNotification(SLOT, 'yes', NOW + 1);
  await forgetFromNotification.since(NOW)();
  expect(await lastFromNotification()).toBeDefined();
  await forgetFromNotification();
  expect(await lastFromNotification()).toBeUndefined();
});

test('what goes to the day before is told of with its prompt', async () => {
  const late = { ...entry(1), at: NOW - 86_400_000, day: '2026-02-28' };
  await answerFromNotification(SLOT, 'yes', NOW, late);
  expect(await lastFromNotification()).toMatchObject({ entry: late, slot: SLOT });
});

test('a prompt that was answered with yes before logs nothing more', async () => {
  await answerFromNotification(SLOT, 'yes', NOW, LOGGED);
  await answerFromNotification(SLOT, 'yes', NOW + 1, entry(2));
  expect((await stored()).entries).toEqual([LOGGED]);
  expect(await lastFromNotification()).toMatchObject({ entry: LOGGED, slot: SLOT });
});

test('one that logs nothing leaves what another has logged to be told of', async () => {
  await answerFromNotification(SLOT, 'yes', NOW, LOGGED);
  await answerFromNotification({ ...SLOT, minute: 900 }, 'yes', NOW + 1);
  expect(await lastFromNotification()).toMatchObject({ entry: LOGGED, slot: SLOT });
});

test('a note of version 0.3 is told of, and goes with its entry', async () => {
  await record(LOGGED);
  const note = { key: 'fromNotification', value: LOGGED.id } as const;
  await db.transaction('rw', db.settings, () => db.settings.put(note));
  expect(await lastFromNotification()).toEqual({ entry: LOGGED, slot: undefined });
  await retract(LOGGED.id);
  expect(await db.settings.get('fromNotification')).toBeUndefined();
});

test('after "not yet" a yes still logs', async () => {
  await answerFromNotification(SLOT, 'not yet', NOW);
  expect(await lastFromNotification()).toBeUndefined();
  await answerFromNotification(SLOT, 'yes', NOW + 1, entry(1));
  expect((await stored()).entries).toEqual([entry(1)]);
});

test('a yes is undone whole: the entry goes, and the prompt is there again', async () => {
  await answerFromNotification(SLOT, 'yes', NOW, LOGGED);
  const { entry: logged, slot } = (await lastFromNotification()) ?? {};
  await takeBackAnswer(slot ?? { ...SLOT, minute: 0 }, logged);
  expect(await stored()).toEqual({ entries: [], tallies: [] });
  expect(await allAnswers()).toEqual([{ ...SLOT, shownAt: NOW }]);
  expect(await lastFromNotification()).toBeUndefined();
});

test('where the entry was changed since, its prompt stays answered too', async () => {
  await answerFromNotification(SLOT, 'yes', NOW, LOGGED);
  const changed = { ...LOGGED, note: 'by the river', updatedAt: NOW + 1 };
  await replace({ before: LOGGED, after: changed });
  await expect(takeBackAnswer(SLOT, LOGGED)).rejects.toMatchObject({ fault: 'changed' });
  expect((await stored()).entries).toEqual([changed]);
  expect(await allAnswers()).toMatchObject([{ reply: 'yes' }]);
});

test('what was undone is not told of', async () => {
  await answerFromNotification(SLOT, 'yes', NOW, LOGGED);
  await retract(LOGGED.id);
  expect(await lastFromNotification()).toBeUndefined();
});

test.each(['answers', 'entries', 'tallies', 'settings'] as const)(
  'where the %s cannot be written nothing is',
  async (table) => {
    const stop = failWrites(table, new DOMException('', 'DataError'));
    await expect(answerFromNotification(SLOT, 'yes', NOW, LOGGED)).rejects.toThrow();
    stop();
    expect(await stored()).toEqual({ entries: [], tallies: [] });
    expect(await allAnswers()).toEqual([]);
    expect(await lastFromNotification()).toBeUndefined();
  }
);
