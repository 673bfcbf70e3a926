import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quickTimes } from '#lib/account/model/quickTimes.ts';

const NIGHT_AND_DAY = { night: '2026-11-21T21:00', yesterday: '2026-11-21T12:00' };
const MORNING = '2026-11-22T08:00';

test.each([
  ['at midnight', '2026-11-22T00:00', NIGHT_AND_DAY],
  ['for a night owl', '2026-11-22T01:30', NIGHT_AND_DAY],
  ['before the morning is told of', '2026-11-22T08:00', NIGHT_AND_DAY],
  ['after breakfast', '2026-11-22T08:01', { morning: MORNING, ...NIGHT_AND_DAY }],
  ['in the evening', '2026-11-22T18:40', { morning: MORNING, ...NIGHT_AND_DAY }],
  ['a minute before midnight', '2026-11-22T23:59', { morning: MORNING, ...NIGHT_AND_DAY }],
  [
    'on the first day of a year',
    '2027-01-01T00:30',
    { night: '2026-12-31T21:00', yesterday: '2026-12-31T12:00' }
  ],
  [
    'after a leap day',
    '2028-03-01T09:00',
    { morning: '2028-03-01T08:00', night: '2028-02-29T21:00', yesterday: '2028-02-29T12:00' }
  ]
])('%s', (_, localNow, others) => {
  const times = quickTimes(localNow).map(({ name, local }) => [name, local]);
  expect(times).toEqual(Object.entries({ now: localNow, ...others }));
});

test('none is still to come, and each is another time', () => {
  const minutes = fc.date({
    min: new Date('1971-01-01'),
    max: new Date('2100-01-01'),
    noInvalidDate: true
  });
  fc.assert(
    fc.property(minutes, (date) => {
      const localNow = date.toISOString().slice(0, 'YYYY-MM-DDTHH:mm'.length);
      const locals = quickTimes(localNow).map(({ local }) => local);
      expect(locals.filter((local) => local > localNow)).toEqual([]);
      expect(new Set(locals).size).toBe(locals.length);
    })
  );
});
