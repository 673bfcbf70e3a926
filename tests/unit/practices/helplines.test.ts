import { expect, test } from 'vitest';
import {
  callLink,
  isOld,
  NUMBERS,
  oldHelplines,
  REGIONS,
  regionOfLocale,
  textLink
} from '#lib/practices/help/model/helplines.ts';

test.each([
  ['en-US', 'US'],
  ['en-GB', 'GB'],
  ['de', 'DE'],
  ['de-AT', 'europe'],
  ['nl', 'europe'],
  ['hi', 'IN'],
  ['pt-BR', 'elsewhere'],
  ['ar', 'elsewhere'],
  ['en-001', 'elsewhere']
])('the locale %s speaks of %s', (tag, region) => {
  expect(regionOfLocale(new Intl.Locale(tag))).toBe(region);
});

test('a number is old once more than a year has passed since it was entered', () => {
  const line = { entered: '2026-11-22' };
  expect(isOld(line, '2026-11-22')).toBe(false);
  expect(isOld(line, '2027-11-22')).toBe(false);
  expect(isOld(line, '2027-11-23')).toBe(true);
});

test('links hold what a telephone dials, and nothing else', () => {
  expect(callLink('1-800-799-7233')).toBe('tel:18007997233');
  expect(callLink('0808 2000 247')).toBe('tel:08082000247');
  expect(textLink({ number: '88788', word: 'START' })).toBe('sms:88788?body=START');
  expect(textLink({ number: '988' })).toBe('sms:988');
});

test('every helpline can be called or texted', () => {
  const lines = Object.values(NUMBERS).flatMap(({ helplines }) => helplines);
  expect(lines.filter(({ call, text }) => !call && !text)).toEqual([]);
});

test('every country has an emergency number; another place has none to offer', () => {
  expect(REGIONS.filter((region) => !NUMBERS[region].emergency)).toEqual(['elsewhere']);
});

test('old helplines are listed once each, with all the regions that name them', () => {
  expect(oldHelplines('2026-11-22')).toEqual([]);
  const old = oldHelplines('9999-12-31');
  const ids = old.map(({ line }) => line.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(old.find(({ line }) => line.id === 'samaritans')?.regions).toEqual(['GB', 'IE']);
  expect(ids).toContain('us_abuse');
});
