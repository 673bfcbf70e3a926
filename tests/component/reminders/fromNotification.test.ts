import { beforeEach, expect, test } from 'vitest';
import {
  answerFromNotification,
  forgetFromNotification,
  lastFromNotification
} from '#lib/reminders/store/fromNotification.ts';
import { retract } from '#lib/account/store/ledger.ts';
import { allAnswers } from '#lib/reminders/store/reminders.ts';
import { entry, failWrites, startAnew, stored } from '../ground.ts';

const SLOT = { reminderId: 'r', day: '2026-03-01', minute: 600 };
const NOW = Date.UTC(2026, 2, 1, 12);

beforeEach(startAnew);

test('a yes is kept with what it logs, and the app learns of it once', async () => {
  await answerFromNotification(SLOT, 'yes', NOW, entry(1));
  expect(await allAnswers()).toEqual([{ ...SLOT, shownAt: NOW, reply: 'yes', repliedAt: NOW }]);
  expect((await stored()).entries).toEqual([entry(1)]);
  expect(await lastFromNotification()).toEqual(entry(1));
  await forgetFromNotification();
  expect(await lastFromNotification()).toBeUndefined();
});

test('a prompt that was answered with yes before logs nothing more', async () => {
  await answerFromNotification(SLOT, 'yes', NOW, entry(1));
  await answerFromNotification(SLOT, 'yes', NOW + 1, entry(2));
  expect((await stored()).entries).toEqual([entry(1)]);
  expect(await lastFromNotification()).toEqual(entry(1));
});

test('after "not yet" a yes still logs', async () => {
  await answerFromNotification(SLOT, 'not yet', NOW);
  expect(await lastFromNotification()).toBeUndefined();
  await answerFromNotification(SLOT, 'yes', NOW + 1, entry(1));
  expect((await stored()).entries).toEqual([entry(1)]);
});

test('what was undone is not told of', async () => {
  await answerFromNotification(SLOT, 'yes', NOW, entry(1));
  await retract(entry(1).id);
  expect(await lastFromNotification()).toBeUndefined();
});

test.each(['answers', 'entries', 'tallies', 'settings'] as const)(
  'where the %s cannot be written nothing is',
  async (table) => {
    const stop = failWrites(table, new DOMException('', 'DataError'));
    await expect(answerFromNotification(SLOT, 'yes', NOW, entry(1))).rejects.toThrow();
    stop();
    expect(await stored()).toEqual({ entries: [], tallies: [] });
    expect(await allAnswers()).toEqual([]);
    expect(await lastFromNotification()).toBeUndefined();
  }
);
