import { describe, expect, test } from 'vitest';
import type { Disclosure } from '#lib/practices/openness/record.ts';
import type { Goal, Sentence } from '#lib/practices/ground/record.ts';
import type { SharedTime } from '#lib/practices/together/record.ts';
import { practiceOf, type PracticeTable } from '#lib/practices/registry.ts';

const ID = '019abcde-0000-7000-8000-000000000001';
const written = {
  id: ID,
  at: 1_700_000_000_000,
  day: '2023-11-14',
  zone: 'Europe/Berlin',
  updatedAt: 1_700_000_000_000
};
const shared: SharedTime = {
  ...written,
  what: 'Walk along the river',
  on: '2023-11-20',
  minute: 1170,
  memory: 'It rained.\nWe laughed.',
  tookPlace: true
};
const disclosure: Disclosure = {
  ...written,
  prompt: 'uneasy_plans',
  note: 'I meet Sam on Friday.',
  isDone: true
};
const goal: Goal = {
  ...written,
  text: 'Sing in a choir',
  steps: [{ text: 'Find one nearby', isDone: true }],
  isDone: false
};
const sentence: Sentence = { ...written, harsh: '', friend: '', fair: 'I keep trying.' };

function reading(table: PracticeTable, row: unknown) {
  const told: string[] = [];
  return { read: practiceOf(table).read(row, (rule) => told.push(rule)), told };
}

describe('a row of a backup', () => {
  test.each([
    ['sharedTimes', shared],
    ['sharedTimes', { ...written, what: 'A walk', on: null, minute: null, memory: '' }],
    ['disclosures', disclosure],
    ['disclosures', { ...written, prompt: '', note: 'I am tired.', isDone: false }],
    ['goals', goal],
    ['wins', { ...written, text: 'I rested' }],
    ['sentences', sentence]
  ] as const)('of %s is taken in as it is', (table, row) => {
    expect(reading(table, { ...row, x: 1 })).toStrictEqual({ read: row, told: [] });
  });

  test.each([
    ['sharedTimes', { ...shared, on: '2023-02-29' }, 'day'],
    ['sharedTimes', { ...shared, minute: 1440 }, 'minute'],
    ['sharedTimes', { ...shared, what: 'x'.repeat(201) }, 'line-length'],
    ['sharedTimes', { ...shared, memory: 'x'.repeat(2001) }, 'note-length'],
    ['disclosures', { ...disclosure, isDone: 1 }, 'flag'],
    ['disclosures', { ...disclosure, note: null }, 'text'],
    ['goals', { ...goal, steps: [5] }, 'object'],
    ['goals', { ...goal, steps: new Array(31).fill(goal.steps[0]) }, 'choice'],
    ['wins', { ...written, text: 5 }, 'text'],
    ['sentences', { ...sentence, fair: 'x'.repeat(2001) }, 'note-length']
  ] as const)('of %s is refused: %o', (table, row, rule) => {
    expect(reading(table, row).told).toEqual([rule]);
  });
});
