import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  changeSharedTime,
  decideSharedTime,
  moveSharedTime,
  putOffSharedTime
} from '#lib/practices/together/model/sharedTime.ts';
import { sharedTimeRecord, type SharedTimeFacts } from '#lib/practices/together/record.ts';
import * as arbitrary from '../account/arbitrary.ts';

const NOW = Date.parse('2026-11-20T10:00Z');
const LATER = Date.parse('2026-11-24T08:00Z');
const STAMP = { id: '019abcde-0000-7000-8000-000000000001', now: NOW, zone: 'Europe/Berlin' };
const SAID = { now: LATER, zone: 'Europe/Berlin' };
const FACTS: SharedTimeFacts = {
  what: 'Walk along the river',
  on: '2026-11-22',
  minute: 15 * 60,
  memory: ''
};
const PLAN = sharedTimeRecord.create(FACTS, STAMP);

describe('a plan', () => {
  test('without a day has no time', () => {
    expect(sharedTimeRecord.plain({ ...FACTS, on: null }).minute).toBeNull();
  });

  test.each([
    [{}, undefined],
    [{ on: null, minute: null }, undefined],
    [{ what: ' \n ' }, 'what'],
    [{ on: '2026-02-29' }, 'on'],
    [{ on: '' }, 'on'],
    [{ minute: Number.NaN }, 'minute']
  ])('with %o has the fault %s', (change, fault) => {
    expect(sharedTimeRecord.fault({ ...FACTS, ...change })).toBe(fault);
  });
});

test('put off, it is asked about tomorrow; moved, on its new day', () => {
  const later = putOffSharedTime(PLAN, '2026-11-22', LATER);
  expect(later.notBefore).toBe('2026-11-23');
  const moved = moveSharedTime(later, '2026-12-01', LATER + 1);
  expect(moved).toStrictEqual({ ...PLAN, on: '2026-12-01', updatedAt: LATER + 1 });
});

test('in other words it waits as before; on another day it does not', () => {
  const later = putOffSharedTime(PLAN, '2026-11-22', LATER);
  const words = { what: 'Walk', on: FACTS.on, minute: null, memory: '' };
  expect(changeSharedTime(later, words, LATER + 1)).toStrictEqual({
    ...PLAN,
    ...words,
    updatedAt: LATER + 1,
    notBefore: '2026-11-23'
  });
  const moved = changeSharedTime(later, { ...words, on: '2026-12-01' }, LATER + 1);
  expect(moved).toStrictEqual({ ...PLAN, ...words, on: '2026-12-01', updatedAt: LATER + 1 });
});

describe('what became of it', () => {
  const took = (memory = 'We laughed.') =>
    decideSharedTime(PLAN, { tookPlace: true, memory }, SAID);

  test('it took place: an entry on the day that it was planned for', () => {
    const { plan, entry } = took();
    expect(plan).toStrictEqual({
      ...PLAN,
      tookPlace: true,
      memory: 'We laughed.',
      updatedAt: LATER
    });
    expect(entry).toStrictEqual({
      id: PLAN.id,
      at: Date.parse('2026-11-22T14:00Z'),
      day: '2026-11-22',
      zone: 'Europe/Berlin',
      updatedAt: LATER,
      kind: 'experience',
      note: 'Walk along the river'
    });
  });

  test.each([
    ['a day without a time is its evening', { minute: null }, '2026-11-22T18:00Z', '2026-11-22'],
    ['today is now', { on: '2026-11-24' }, '2026-11-24T08:00Z', '2026-11-24'],
    ['before its day is now', { on: '2026-12-01' }, '2026-11-24T08:00Z', '2026-11-24'],
    ['without a day is now', { on: null }, '2026-11-24T08:00Z', '2026-11-24']
  ])('%s', (_, change, at, day) => {
    const plan = sharedTimeRecord.create({ ...FACTS, ...change }, STAMP);
    const { entry } = decideSharedTime(plan, { tookPlace: true, memory: '' }, SAID);
    expect(entry).toMatchObject({ at: Date.parse(at), day });
  });

  test('said once more it puts no other entry on the log', () => {
    const again = decideSharedTime(
      took().plan,
      { tookPlace: true, memory: 'And it rained.' },
      SAID
    );
    expect(again.entry).toBeUndefined();
    expect(again.plan).toMatchObject({ memory: 'And it rained.' });
  });

  test('it did not take place after all: no entry', () => {
    const { plan, entry } = decideSharedTime(took().plan, { tookPlace: false, memory: '' }, SAID);
    expect(entry).toBeUndefined();
    expect(plan.tookPlace).toBe(false);
  });

  test('the entry never lies in the future, and bears the id of its plan', () => {
    fc.assert(
      fc.property(
        arbitrary.instant,
        arbitrary.zone,
        fc.option(arbitrary.day),
        fc.option(fc.integer({ min: 0, max: 1439 })),
        (now, zone, on, minute) => {
          const plan = sharedTimeRecord.create({ ...FACTS, on, minute }, { id: 'p', now, zone });
          const said = { tookPlace: true, memory: '' };
          const { plan: decided, entry } = decideSharedTime(plan, said, { now, zone });
          expect(entry?.at).toBeLessThanOrEqual(now);
          expect(decided.id).toBe(entry?.id);
        }
      )
    );
  });
});
