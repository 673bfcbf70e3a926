import { expect, test } from 'vitest';
import { readerFirstDay, readerLocale } from '#lib/device/reader.ts';

test.each([
  [['en-GB', 'de'], 'en-GB'],
  // As some browsers have said.
  [['', 'de-AT'], 'de-AT'],
  [['en-US@posix'], 'en-001'],
  [['C', 'en_US', 'fr'], 'fr'],
  [[undefined as unknown as string], 'en-001'],
  [[], 'en-001']
])('a reader of %j has the locale %s', (tags, locale) => {
  expect(readerLocale(tags).toString()).toBe(locale);
});

test.each([
  [['en-US'], 7],
  [['de'], 1],
  [['not a tag'], 1],
  [['fa-IR'], 6]
])('weeks of %j begin on day %i', (tags, day) => {
  expect(readerFirstDay(tags)).toBe(day);
});
