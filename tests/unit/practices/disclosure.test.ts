import { describe, expect, test } from 'vitest';
import {
  groupOf,
  isPrompt,
  logDisclosure,
  nextPrompt,
  PROMPT_GROUPS,
  PROMPTS
} from '#lib/practices/openness/model/disclosure.ts';
import { disclosureRecord } from '#lib/practices/openness/record.ts';
import type { FactsOf } from '#lib/record/record.ts';

const NOW = Date.parse('2026-11-20T10:00Z');
const STAMP = { id: '019abcde-0000-7000-8000-000000000001', now: NOW, zone: 'UTC' };
const DONE = { now: NOW + 5, zone: 'UTC' };
const FACTS: FactsOf<typeof disclosureRecord> = {
  prompt: 'uneasy_plans',
  note: 'I meet Sam on Friday.',
  isDone: false
};
const NOTE = disclosureRecord.create(FACTS, STAMP);

describe('a note', () => {
  test('needs words', () => {
    expect(disclosureRecord.fault(FACTS)).toBeUndefined();
    expect(disclosureRecord.fault({ ...FACTS, note: ' \n' })).toBe('note');
  });
});

test('each group has several prompts, all of them named once', () => {
  const names = PROMPT_GROUPS.flatMap((group) => [...PROMPTS[group]]);
  expect(PROMPT_GROUPS.every((group) => PROMPTS[group].length >= 4)).toBe(true);
  expect(new Set(names).size).toBe(names.length);
  expect(names.every(isPrompt)).toBe(true);
  expect(isPrompt('')).toBe(false);
});

test('another question comes from the same group, round and round', () => {
  expect(nextPrompt('held_feeling')).toBe('held_mistake');
  expect(nextPrompt('held_thanks')).toBe('held_feeling');
  expect(nextPrompt('')).toBe('');
  expect(groupOf('reassure_ask')).toBe('reassure');
  expect(groupOf('')).toBeUndefined();
});

test('on the log stands an act of mine, under the id of the note', () => {
  const opened = logDisclosure(NOTE, 'was open', DONE);
  expect(opened.entry).toMatchObject({ id: NOTE.id, kind: 'act', by: 'me', act: 'was open' });
  expect(opened.disclosure).toMatchObject({ isDone: true });
});
