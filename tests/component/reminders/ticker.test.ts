import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DEFAULT_RULES, type Reminder } from '#lib/reminders/model/reminder.ts';
import { startTicking, untilNext } from '#lib/reminders/notify/ticker.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('looks at once, when it was told to look again, and at least every hour', () => {
  let looks = 0;
  const waits = [5 * MINUTE, Infinity, 3 * HOUR];
  const stop = startTicking(() => waits[looks++] ?? Infinity);
  expect(looks).toBe(1);
  vi.advanceTimersByTime(5 * MINUTE - 1);
  expect(looks).toBe(1);
  vi.advanceTimersByTime(1);
  expect(looks).toBe(2);
  vi.advanceTimersByTime(HOUR);
  expect(looks).toBe(3);
  vi.advanceTimersByTime(HOUR);
  expect(looks).toBe(4);
  stop();
  vi.advanceTimersByTime(9 * HOUR);
  expect(looks).toBe(4);
});

test('looks when the page comes into view, until it is stopped', () => {
  let looks = 0;
  const stop = startTicking(() => {
    looks += 1;
    return Infinity;
  });
  document.dispatchEvent(new Event('visibilitychange'));
  expect(looks).toBe(2);
  // The hour begins anew.
  vi.advanceTimersByTime(HOUR);
  expect(looks).toBe(3);
  stop();
  document.dispatchEvent(new Event('visibilitychange'));
  expect(looks).toBe(3);
});

test('the soonest of all reminders tells how long to wait', () => {
  const noon = Date.UTC(2026, 2, 1, 12);
  const at = (id: string, minute: number): Reminder => ({
    id,
    createdAt: 0,
    updatedAt: 0,
    text: '',
    days: [1, 2, 3, 4, 5, 6, 7],
    times: { kind: 'fixed', at: [minute] },
    isOn: true,
    sequence: 0
  });
  const until = (reminders: readonly Reminder[]) =>
    untilNext(reminders, [], DEFAULT_RULES, noon, 'UTC');
  expect(until([at('a', 20 * 60), at('b', 12 * 60 + 30), at('c', 9 * 60)])).toBe(30 * MINUTE);
  expect(until([at('c', 12 * 60)])).toBe(24 * HOUR);
  expect(until([])).toBe(Infinity);
});
