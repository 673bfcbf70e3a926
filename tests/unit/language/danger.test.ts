import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { speaksOfDanger } from '#lib/language/english/danger.ts';

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
    expect(speaksOfDanger('My fiancé hits the children')).toBe(true);
    expect(speaksOfDanger('My fiance\u0301 hits the children')).toBe(true);
  });

  test('is not made for a part of a word, whatever letters it is written in', () => {
    for (const word of ['naïrape', 'rapeé', 'skärape', 'suicidalität', 'kms日本', 'наrape']) {
      expect(speaksOfDanger(word)).toBe(false);
    }
    const words = [...new Set(DANGER.join(' ').match(/[a-z]+/gi))];
    const letter = fc.constantFrom(...'äïéßøłžñİжд日ªⅷ٣𝒜', 'e\u0301');
    const text = fc.array(fc.tuple(letter, fc.constantFrom(...words), letter), { minLength: 1 });
    fc.assert(
      fc.property(text, (all) => {
        expect(speaksOfDanger(all.map((parts) => parts.join('')).join(' '))).toBe(false);
      })
    );
  });

  test('is made for one such line among many harmless ones, and not for all of those', () => {
    const [before, after] = [HARMLESS.slice(0, 60), HARMLESS.slice(60, 100)];
    const among = (text: string) => [...before, text, ...after].join('.\n');
    expect(speaksOfDanger(among('We had soup'))).toBe(false);
    expect(DANGER.filter((text) => !speaksOfDanger(among(text)))).toEqual([]);
  });
});
