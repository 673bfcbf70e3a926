import fc from 'fast-check';
import { expect, test } from 'vitest';
import { settledBy } from '../../../src/relay/ringer.ts';
import {
  firstRing,
  packRings,
  ringAfter,
  ringDue,
  unpackRings,
  type Ring
} from '../../../src/relay/rings.ts';

const RINGS: Ring[] = [
  [1000, 60],
  [1030, 60],
  [2000, 0]
];
const claim = { id: 'id', seen: 7, lease: 9 };
const device = { ...claim, tries: 1 };

test('rings are read as they were packed', () => {
  const ring = fc.tuple(fc.nat(4_294_967_295), fc.nat(65_535));
  fc.assert(
    fc.property(fc.array(ring), (rings) => {
      expect(unpackRings(packRings(rings))).toEqual(rings);
    })
  );
});

test('a packed ring takes six bytes', () => {
  expect([...packRings([[1, 2]])]).toEqual([0, 0, 0, 1, 0, 2]);
});

test.each([
  [999, undefined],
  [1000, 1000],
  [1029, 1000],
  [1030, 1030],
  [5000, 2000]
])('at %i the ring of %s is due', (now, at) => {
  expect(ringDue(RINGS, now)?.[0]).toBe(at);
});

test.each([
  [0, 1000],
  [1000, 1030],
  [2000, undefined]
])('after %i comes the ring of %s', (instant, at) => {
  expect(ringAfter(RINGS, instant)?.[0]).toBe(at);
});

test.each<[string, Ring[] | undefined, number | null, number, number | undefined]>([
  ['a new device is rung for what came while it was on its way', undefined, null, 1001, 1000],
  ['and not for what is no longer worth it', undefined, null, 1091, 2000],
  ['a renewal is rung for what it has added', [[2000, 0]], 2000, 1001, 1000],
  ['a renewal is not rung again', RINGS, 1030, 1001, 1030],
  ['a renewal amid the ring is not rung again', RINGS, 1060, 1000, 1030],
  ['a renewal before the ring was looked at is rung', RINGS, 1000, 1001, 1000],
  ['a renewal of what has no ring left is not rung again', RINGS, null, 2000, undefined],
  ['a plan that is all ahead begins with its first', RINGS, 1000, 999, 1000]
])('%s', (_, rings, next, now, at) => {
  expect(firstRing(RINGS, rings && { rings, next }, now)?.[0]).toBe(at);
});

const again = (after?: number) => ({ kind: 'again', why: 503, after }) as const;
const next = (at: number | null, tries = 0) => ({
  ...{ ...claim, isGone: false },
  ...{ next: at, tries }
});

test.each([
  ['sent, it waits for the next ring', 0, { kind: 'sent' } as const, 1000, next(1030)],
  [
    'refused, it waits for the next ring',
    0,
    { kind: 'refused', why: 400 } as const,
    1000,
    next(1030)
  ],
  ['too late, it waits for the next ring', 0, undefined, 1070, next(1030)],
  ['the last one sent, it waits for nothing', 2, { kind: 'sent' } as const, 2000, next(null)],
  ['put off once more, it is tried again a minute later', 0, again(), 1000, next(1060, 2)],
  ['put off until an instant, it is tried then', 0, again(59), 1001, next(1060, 2)],
  ['put off for no time, it waits longer each time', 0, again(0), 1001, next(1003, 2)],
  ['put off beyond its time to live, it is let go', 0, again(60), 1001, next(1030)],
  ['gone, the device goes', 0, { kind: 'gone' } as const, 1000, { ...claim, isGone: true }]
])('%s', (_, index, outcome, now, settled) => {
  expect(settledBy(device, RINGS, RINGS[index], outcome, now)).toEqual(settled);
});

test('put off again and again, it is tried less and less often, each quarter of an hour at least', () => {
  const long: Ring = [1000, 14_400];
  const waits = [0, 1, 2, 3, 4, 5, 99].map((tries) => {
    const settled = settledBy({ ...claim, tries }, [long], long, again(), 1000);
    return settled.isGone || settled.next === null ? undefined : settled.next - 1000;
  });
  expect(waits).toEqual([30, 60, 120, 240, 480, 900, 900]);
});
