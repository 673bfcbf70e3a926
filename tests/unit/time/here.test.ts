import { afterEach, expect, test, vi } from 'vitest';
import { here } from '#lib/time/here.ts';

afterEach(() => void vi.restoreAllMocks());

test.each([
  ['Europe/Berlin', 'Europe/Berlin'],
  ['Etc/Unknown', 'UTC'],
  ['not a zone', 'UTC'],
  ['', 'UTC'],
  [undefined as unknown as string, 'UTC']
])('a device that names the zone %j is in %s', (named, zone) => {
  vi.spyOn(Temporal.Now, 'timeZoneId').mockReturnValue(named);
  expect(here()).toBe(zone);
});

test('a device that refuses to name its zone is in UTC', () => {
  vi.spyOn(Temporal.Now, 'timeZoneId').mockImplementation(() => {
    throw new RangeError('no zone');
  });
  expect(here()).toBe('UTC');
});
