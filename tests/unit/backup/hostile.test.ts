import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { serialise } from '#lib/backup/format.ts';
import { parseBackup, readBackup, type Parsed } from '#lib/backup/read.ts';
import { RULES } from '#lib/backup/rules.ts';
import { first, third } from '../../fixtures/hostile/good.js';

/*
 * Files that were made to break the reader. What it makes of each saved one stands in outcomes.txt
 * (`vitest -u` writes it anew, to be read before it is kept); that the reader refuses what it must
 * is held here.
 */

const FOLDER = 'tests/fixtures/hostile';

const savedIn = (fate: 'refused' | 'taken') =>
  readdirSync(`${FOLDER}/${fate}`).map((name) => ({ name, file: `${FOLDER}/${fate}/${name}` }));

const read = (file: string) => readBackup(new Blob([readFileSync(file)]));

/** Everything that a text in a file could have reached past its own object. */
const shared = () =>
  [Object.prototype, Array.prototype].flatMap((prototype) =>
    Reflect.ownKeys(prototype).map((name) => [
      name,
      Object.getOwnPropertyDescriptor(prototype, name)
    ])
  );
const BEFORE = shared();

/** What was found wrong: the path and the rule of each problem. Fails where the reader says nothing of use. */
function problemsOf(parsed: Parsed): string[] {
  if (!('problems' in parsed)) return [];
  expect(parsed.problems.length).toBeGreaterThan(0);
  return parsed.problems.map(({ path, rule }) => {
    expect(RULES).toContain(rule);
    return `${path}: ${rule}`;
  });
}

/** An account that was taken in is plain data, and the same when it goes out and comes in again. */
function expectHarmless(parsed: Parsed): void {
  if ('problems' in parsed) return;
  expectPlain(parsed.account);
  expect(parseBackup(serialise(parsed.account, 0))).toMatchObject({ account: parsed.account });
}

function expectPlain(value: unknown): void {
  if (Array.isArray(value)) return value.forEach(expectPlain);
  if (typeof value !== 'object' || value === null) {
    return expect(['string', 'number', 'boolean', 'object', 'undefined']).toContain(typeof value);
  }
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  for (const name of ['__proto__', 'constructor', 'prototype', 'hacked']) {
    expect(Object.hasOwn(value, name)).toBe(false);
  }
  Object.values(value).forEach(expectPlain);
}

test('every saved file that must be refused is, with a place and a rule', async () => {
  const lines: string[] = [];
  for (const { name, file } of savedIn('refused')) {
    const problems = problemsOf(await read(file));
    expect(problems, name).not.toEqual([]);
    lines.push(`${name} → ${problems.join(', ')}`);
  }
  expect(lines.length).toBeGreaterThan(200);
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`../../../${FOLDER}/outcomes.txt`);
  expect(shared()).toEqual(BEFORE);
});

test('every saved file that may be taken in is, and is plain data then', async () => {
  for (const { name, file } of savedIn('taken')) {
    const parsed = await read(file);
    expect(problemsOf(parsed), name).toEqual([]);
    expectHarmless(parsed);
  }
  expect(shared()).toEqual(BEFORE);
});

/** Too large to keep: what each is put together from. */
const HUGE: Record<string, () => string> = {
  'lists in lists': () => '['.repeat(3_000_000),
  'objects in objects': () => '{"app":'.repeat(200_000) + '1' + '}'.repeat(200_000),
  'lists in an entry': () => withText('entries', nested('[', ']')),
  'objects in a practice': () => withText('practices', `{"wins":${nested('[', ']')}}`),
  'objects in the terms': () => withText('terms', nested('{"worth":', '}', '1')),
  'a million empty entries': () => withText('entries', `[${'{},'.repeat(1_000_000)}{}]`),
  'keys without end': () => withText('entries', `[{${keys(300_000)}}]`),
  'keys without end beside the log': () => `{${keys(300_000)},${JSON.stringify(first()).slice(1)}`,
  'a note of 30 million signs': () => withText('entries', JSON.stringify([noted(30_000_000)])),
  'an id of a million signs': () => withText('entries', `[{"id":"${'0'.repeat(1_000_000)}"}]`),
  'a day of a million signs': () => withText('pauses', `[{"from":"${'2'.repeat(1_000_000)}"}]`),
  'a number of a million digits': () => withText('version', '1'.repeat(1_000_000)),
  'blanks without end': () => ' '.repeat(50_000_000)
};

const nested = (open: string, close: string, core = '') =>
  open.repeat(100_000) + core + close.repeat(100_000);
const keys = (count: number) => Array.from({ length: count }, (_, n) => `"k${n}":0`).join();
const noted = (length: number) => ({ ...first().entries[0], note: 'x'.repeat(length) });

/** A good file with other JSON for the value of a key. */
function withText(key: string, json: string): string {
  const good = third();
  return JSON.stringify({ ...good, [key]: 'HERE' }).replace('"HERE"', () => json);
}

describe('too large to keep', () => {
  test.each(Object.entries(HUGE))('%s', (name, make) => {
    const parsed = parseBackup(make());
    if (name === 'keys without end beside the log') expectHarmless(parsed);
    else expect(problemsOf(parsed)).not.toEqual([]);
  });
});

/** Where the value stands that a change is made to: a key for each step. */
type Path = readonly string[];

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, below]) => pathsOf(below, [...path, key]))];
}

/** What a place can be given: any JSON, what another place holds, or texts that are known to hurt. */
const anyValue = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(...pathsOf(third())).map((path) => at(third(), path)),
  fc.constantFrom('__proto__', '\ud800', '\0', '2026-02-30', -0, 1e300, 2 ** 53, [[[]]])
);
const anyChange = fc.record({
  path: fc.constantFrom(...pathsOf(third())),
  how: fc.constantFrom('put', 'drop', 'add'),
  value: anyValue,
  name: fc.constantFrom('__proto__', 'constructor', 'toString', 'length', 'id', '0')
});

function at(value: unknown, path: Path): unknown {
  return path.reduce((place, key) => Reflect.get(Object(place), key) as unknown, value);
}

test('whatever is changed in a good file, it is refused with a place and a rule, or is plain data', () => {
  const changes = fc.array(anyChange, { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(changes, (all) => {
      const file = third();
      for (const { path, how, value, name } of all) {
        const place = at(file, path.slice(0, -1));
        const key = path.at(-1);
        if (typeof place !== 'object' || place === null || key === undefined) continue;
        if (how === 'drop') Reflect.deleteProperty(place, key);
        else if (how === 'put') Reflect.set(place, key, value);
        else if (!Array.isArray(place)) {
          Object.defineProperty(place, name, own(value));
        }
      }
      const parsed = parseBackup(JSON.stringify(file));
      problemsOf(parsed);
      expectHarmless(parsed);
    }),
    { seed: 20261122, numRuns: 400 }
  );
  expect(shared()).toEqual(BEFORE);
});

const own = (value: unknown) =>
  ({ value, enumerable: true, configurable: true, writable: true }) as const;

test('whatever bytes are changed in a good file, it is refused with a place and a rule, or is plain data', () => {
  const good = new TextEncoder().encode(JSON.stringify(third()));
  const change = fc.record({ at: fc.nat(good.length - 1), byte: fc.nat(255), cut: fc.nat(40) });
  return fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
      const bytes = [...good];
      for (const { at, byte, cut } of changes) bytes.splice(at, cut > 30 ? cut : 1, byte);
      const parsed = await readBackup(new Blob([new Uint8Array(bytes)]));
      problemsOf(parsed);
      expectHarmless(parsed);
    }),
    { seed: 20261122, numRuns: 300 }
  );
});
