import { expect, test } from 'vitest';
import words from '../../src/i18n/messages/en/safety.json' with { type: 'json' };

/** What is read on the safety page, sentence by sentence; names of helplines are not ours to shorten. */
const SENTENCES = Object.entries(words)
  .filter(([key]) => key.startsWith('safety_'))
  .flatMap(([, text]) => text.split(/(?<=[.?:])\s+/));

const lengthOf = (sentence: string) => sentence.split(/\s+/).length;

/*
 * Short sentences are most of what makes a text easy. The page is for somebody who is afraid, or
 * whose English is new.
 */
test('sentences on the safety page are short', () => {
  const all = SENTENCES.map(lengthOf);
  const mean = all.reduce((sum, length) => sum + length, 0) / all.length;
  expect(mean).toBeLessThan(11);
  expect(SENTENCES.filter((sentence) => lengthOf(sentence) > 25)).toEqual([]);
});

/** Syllables as groups of vowels, less a silent e: near enough over a whole page. */
const syllablesOf = (word: string) =>
  Math.max(
    1,
    (
      word
        .toLowerCase()
        .replace(/e$/, '')
        .match(/[aeiouy]+/g) ?? []
    ).length
  );

test('its Flesch–Kincaid grade is below the sixth', () => {
  const all = SENTENCES.flatMap((sentence) => sentence.match(/[\p{L}’'-]+/gu) ?? []);
  const syllables = all.reduce((sum, word) => sum + syllablesOf(word), 0);
  const grade = 0.39 * (all.length / SENTENCES.length) + 11.8 * (syllables / all.length) - 15.59;
  expect(grade).toBeLessThan(6);
});
