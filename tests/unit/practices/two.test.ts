import { expect, test } from 'vitest';
import { isBuiltInIdea } from '#lib/practices/together/model/ideas.ts';
import { KINDS, QUESTIONS } from '#lib/practices/two/questions.ts';

const texts = QUESTIONS.map(({ words }) => words());

test('there are sixty questions or more, fifteen of each kind, each asked once', () => {
  expect(QUESTIONS.length).toBeGreaterThanOrEqual(60);
  for (const kind of KINDS) {
    expect(QUESTIONS.filter((one) => one.kind === kind).length).toBeGreaterThanOrEqual(15);
  }
  expect(new Set(texts).size).toBe(QUESTIONS.length);
  expect(new Set(QUESTIONS.map(({ id }) => id)).size).toBe(QUESTIONS.length);
});

test('each is open, and none tests, accuses or asks for proof', () => {
  const isOpen = (text: string) => /^(What|Which|When|Where|Who|How|If|As|After)\b.*\?$/.test(text);
  expect(texts.filter((text) => !isOpen(text))).toEqual([]);
  const tests = /\b(why|prove|promise|honest|really|do you love|do you trust)\b/i;
  expect(texts.filter((text) => tests.test(text))).toEqual([]);
});

test('none is kept under the name of an idea for time together', () => {
  expect(QUESTIONS.filter(({ id }) => isBuiltInIdea(id))).toEqual([]);
});
