import { expect, test } from 'vitest';
import { isNight, nineAfter } from '#lib/practices/pause/model/night.ts';

const ZONE = 'Europe/Berlin';
const at = (local: string) => Date.parse(`${local}+01:00`);

test.each([
  ['2026-11-22T21:59', false, '2026-11-22T09:00'],
  ['2026-11-22T22:00', true, '2026-11-23T09:00'],
  ['2026-11-23T00:00', true, '2026-11-23T09:00'],
  ['2026-11-23T05:59', true, '2026-11-23T09:00'],
  ['2026-11-23T06:00', false, '2026-11-23T09:00']
])('%s is night: %s, and the morning after is %s', (local, night, nine) => {
  expect(isNight(at(local), ZONE)).toBe(night);
  expect(nineAfter(at(local), ZONE)).toBe(at(nine));
});
