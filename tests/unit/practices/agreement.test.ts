import { expect, test } from 'vitest';
import {
  changeAgreement,
  earlierOf,
  isKeptIn,
  sayKept
} from '#lib/practices/agreement/model/agreement.ts';
import { agreementRecord, type Agreement } from '#lib/practices/agreement/record.ts';
import { weekOf } from '#lib/time/week.ts';

const NOW = Date.UTC(2026, 10, 22, 18);
/** A Sunday. */
const TODAY = '2026-11-22';
const stampOf = (id: string, now = NOW) => ({ id, now, zone: 'UTC' });
const made = agreementRecord.create({ text: 'We text when late' }, stampOf('one'));

test('a week is said to be kept once, and taken back whatever day of it was said', () => {
  const week = weekOf(TODAY, 1);
  const kept = sayKept({ ...made, kept: ['2026-11-15', '2026-11-17'] }, true, TODAY, week, NOW);
  expect(kept.kept).toEqual(['2026-11-15', TODAY]);
  expect(sayKept(kept, false, TODAY, week, NOW).kept).toEqual(['2026-11-15']);
});

test.each([
  [1, '2026-11-15', false],
  [1, '2026-11-16', true],
  [7, '2026-11-16', false],
  [7, '2026-11-22', true]
] as const)('in weeks that begin on day %i, %s counts for this one: %s', (first, day, isKept) => {
  expect(isKeptIn({ ...made, kept: [day] }, weekOf(TODAY, first))).toBe(isKept);
});

test('changed, it holds in other words, and what it said before is known, the last one first', () => {
  const first = changeAgreement(made, 'We call when late', stampOf('two', NOW + 1));
  const second = changeAgreement(first.next, 'We call', stampOf('three', NOW + 2));
  const all = [first.old, second.old, second.next];
  expect(all.map(({ ended }) => ended)).toEqual(['changed', 'changed', undefined]);
  expect(earlierOf(second.next, all).map(({ text }) => text)).toEqual([
    'We call when late',
    'We text when late'
  ]);
  expect(earlierOf(made, all)).toEqual([]);
});

test('two that name each other are no endless way', () => {
  const one: Agreement = { ...made, insteadOf: 'two' };
  const two: Agreement = { ...made, id: 'two', insteadOf: 'one' };
  expect(earlierOf(one, [one, two])).toEqual([two, one]);
});
