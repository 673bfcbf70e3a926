import { expect, test } from 'vitest';
import { plain } from '#i18n/isolated.ts';
import { m } from '#i18n/paraglide/messages.js';
import { entryWords } from '#lib/account/words.ts';
import { fearRecord } from '#lib/practices/fear/record.ts';
import { cameWords } from '#lib/practices/fear/words.ts';
import { requestWords } from '#lib/practices/gently/words.ts';

/* Words from right to left, within a sentence of the other direction, turn nothing around them. */

const apart = (text: string) => `\u2068${text}\u2069`;

test.each([
  'היום בבוקר הוא הכין לי קפה (בלי שביקשתי)!',
  '1) חלב 2) סוכר',
  'سلمى',
  'Sam (שירה)',
  '𞤀𞤣𞤤𞤢𞤥'
])('%s is set apart in a status, a label and a plural', (words) => {
  expect(m.promises_added({ text: words })).toBe(`Saved: ${apart(words)}`);
  expect(m.acts_up({ act: words })).toBe(`Move up: ${apart(words)}`);
  expect(m.pad_partner({ partner: words })).toContain(apart(words));
});

test('a sentence within a sentence is set apart as a whole', () => {
  const entry = entryWords({ kind: 'act', by: 'partner', act: 'חלב' });
  expect(entry).toBe(`they did this: ${apart('חלב')}`);
  expect(m.logged_retracted({ entry })).toBe(`Undone: ${apart(entry)}`);
});

test('what happened instead of a fear is set apart from how it came', () => {
  const fear = { trigger: '', prediction: '', by: '2026-03-01', outcome: 'differently' } as const;
  const words = cameWords({ ...fearRecord.blank(), ...fear, line: 'חלב' }, '2026-03-02');
  expect(words).toBe(`went differently: ${apart('חלב')}`);
});

test.each(['Soup', 'Zoë 🦊', 'καφές', 'お茶', 'кофе', 3])('%s needs nothing', (words) => {
  expect(m.promises_added({ text: String(words) })).toBe(`Saved: ${words}`);
});

test('a number in a message is written as the language writes numbers', () => {
  expect(m.data_left_out({ count: 12_345 })).toContain('12,345 things');
});

test('what is kept or copied holds only what one can see', () => {
  expect(plain(m.promises_added({ text: 'חלב' }))).toBe('Saved: חלב');
  const request = { impulse: '', see: 'חלב', feelings: [], about: 'סוכר', wish: 'חיבוק!' };
  expect(requestWords(request)).toMatch(/חלב.*סוכר.*חיבוק!$/);
  expect(requestWords(request)).not.toMatch(/[\u2068\u2069]/);
});

test('what ends with a full stop gets no second one', () => {
  const said = (about: string) =>
    requestWords({ impulse: '', see: '', feelings: [], about, wish: '' });
  expect(said('He was quiet at dinner.')).toMatch(/[^.]\.$/);
  expect(said('He was so quiet...')).toMatch(/[^.]\.{3}$/);
});
