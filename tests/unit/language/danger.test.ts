import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { speaksOfDanger } from '#lib/language/danger.ts';

const linesOf = (name: string) =>
  readFileSync(`tests/unit/language/${name}.txt`, 'utf8').trim().split('\n');

const DANGER = linesOf('danger');
const HARMLESS = linesOf('harmless');

const isMissed = (text: string) => !speaksOfDanger(text);

describe('an offer of the safety page', () => {
  test('is made for lines that speak of danger', () => {
    expect(DANGER.length).toBeGreaterThan(300);
    expect(DANGER.filter(isMissed)).toEqual([]);
  });

  test('is not made for harmless ones, nor for no line at all', () => {
    expect(HARMLESS.length).toBeGreaterThan(400);
    expect(['', ...HARMLESS].filter(speaksOfDanger)).toEqual([]);
  });

  test('is made however it is written', () => {
    const capitals = DANGER.map((text) => text.toUpperCase());
    const curly = DANGER.map((text) => text.replaceAll("'", '’'));
    const broken = DANGER.map((text) => text.replaceAll(' ', ' \n'));
    expect([...capitals, ...curly, ...broken].filter(isMissed)).toEqual([]);
    const loud = HARMLESS.map((text) => text.toUpperCase().replaceAll("'", '’'));
    expect(loud.filter(speaksOfDanger)).toEqual([]);
  });

  test('is made for one such line among many harmless ones, and not for all of those', () => {
    const [before, after] = [HARMLESS.slice(0, 60), HARMLESS.slice(60, 100)];
    const among = (text: string) => [...before, text, ...after].join('.\n');
    expect(speaksOfDanger(among('We had soup'))).toBe(false);
    expect(DANGER.filter((text) => !speaksOfDanger(among(text)))).toEqual([]);
  });
});
