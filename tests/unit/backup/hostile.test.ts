import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { serialise } from '#lib/backup/format.ts';
import { parseBackup, PROBLEMS_MAX, readBackup, RULES, type Parsed } from '#lib/backup/read.ts';
import {
  CHANGES,
  GOOD,
  holder,
  INHERITED,
  jsonOf,
  matching,
  ODD_WORDS,
  OTHER_DRESS,
  pathsIn,
  TAKEN,
  WHOLE,
  withJson,
  withValue,
  withWords
} from '../../fixtures/hostile.ts';
import { anyAccount } from './arbitrary.ts';

/*
 * Files that are made to break the reader: it refuses each with a place and a rule, or what it takes
 * in is plain data.
 */

/** Everything that a text in a file could have reached past its own object. */
const shared = () =>
  [Object.prototype, Array.prototype].flatMap((prototype) =>
    Reflect.ownKeys(prototype).map((name) => [
      name,
      Object.getOwnPropertyDescriptor(prototype, name)
    ])
  );
const BEFORE = shared();
afterEach(() => expect(shared()).toEqual(BEFORE));

const TEXT = JSON.stringify(GOOD);
const PATHS = pathsIn(GOOD);

/** What stands at a place of the good file. */
function at(path: string): unknown {
  const { object, key } = holder(GOOD, path);
  return path === '' ? GOOD : Reflect.get(object, key);
}

/** What was found wrong: the path and the rule of each problem. Fails where the reader says nothing of use. */
function problemsOf(parsed: Parsed): string[] {
  if (!('problems' in parsed)) return [];
  expect(parsed.problems.length).toBeGreaterThan(0);
  if (parsed.problems.length < PROBLEMS_MAX) expect(parsed.more).toBe(0);
  return parsed.problems.map(({ path, rule }) => {
    expect(RULES).toContain(rule);
    return `${path}: ${rule}`;
  });
}

/** An account that was taken in is plain data, and the same when it goes out and comes in again. */
function expectHarmless(parsed: Parsed): void {
  if ('problems' in parsed) return;
  expect(isPlain(parsed.account)).toBe(true);
  const again = parseBackup(serialise(parsed.account, 0));
  if ('problems' in again) throw new Error('What was taken in is refused when it comes again.');
  // What an old file knew nothing of is written out as it stands in an app that was never set up.
  const both = { ...again.account, ...parsed.account };
  expect(isDeepStrictEqual(both, again.account)).toBe(true);
}

function isPlain(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isPlain);
  if (typeof value !== 'object' || value === null) {
    return ['string', 'number', 'boolean', 'object', 'undefined'].includes(typeof value);
  }
  return (
    Object.getPrototypeOf(value) === Object.prototype &&
    !['hacked', ...INHERITED].some((name) => Object.hasOwn(value, name)) &&
    Object.values(value).every(isPlain)
  );
}

test('every rule, and every place of a file, has a change that must be refused', () => {
  const broken = [...CHANGES.map(({ rule }) => rule), ...Object.keys(WHOLE), 'file-size'];
  expect(new Set(broken)).toEqual(new Set(RULES));
  const changed = new Set(CHANGES.map((change) => change.changed));
  expect(PATHS.filter((path) => path !== '' && !changed.has(path))).toEqual([]);
});

test('the good file has every field that an account may have', () => {
  const fields = (text: string) =>
    pathsIn(JSON.parse(text)).map((path) => path.replace(/\[\d+\]/g, '[]'));
  const known = new Set(fields(TEXT));
  fc.assert(
    fc.property(anyAccount, (any) => {
      expect(fields(serialise(any, 0)).filter((field) => !known.has(field))).toEqual([]);
    })
  );
});

test.each(Array.from(new Set(CHANGES.map(({ rule }) => rule))))(
  'each change that breaks the rule "%s" breaks no other, and its place is told',
  (rule) => {
    for (const { at, changed, value } of CHANGES.filter((change) => change.rule === rule)) {
      const json = jsonOf(value);
      const problems = problemsOf(parseBackup(withJson(json, changed)));
      expect(problems, `${changed} as ${json?.slice(0, 40)}`).toEqual([`${at}: ${rule}`]);
    }
  }
);

test.each(
  Object.entries(WHOLE).flatMap(([rule, files]) =>
    Object.entries(files).map(([name, content]) => [rule, name, content] as const)
  )
)('no backup (%s): %s', async (rule, _, content) => {
  expect(problemsOf(await readBackup(new Blob([content])))).toEqual([`: ${rule}`]);
});

test('a file that was cut off anywhere is no backup', () => {
  for (let end = 0; end < TEXT.length; end += 37) {
    expect(problemsOf(parseBackup(TEXT.slice(0, end)))).toEqual([': json']);
  }
  expect(problemsOf(parseBackup(TEXT.slice(0, -1)))).toEqual([': json']);
});

test('what the version of a file must have is missing in an older one', () => {
  const { rules, reminders, answers, ideas, checkIn, practices, ...first } = GOOD;
  expect(problemsOf(parseBackup(JSON.stringify({ ...first, version: 2 })))).toEqual([
    ...['rules: missing', 'reminders: missing', 'answers: missing']
  ]);
  const second = { ...first, rules, reminders, answers };
  expect(problemsOf(parseBackup(JSON.stringify(second)))).toEqual(['practices: object']);
  expectHarmless(parseBackup(JSON.stringify({ ...second, ideas, checkIn, practices })));
});

test('of two keys of one name the last one holds', () => {
  const empty = parseBackup(TEXT.replace(/}$/, ',"entries":[]}'));
  expect(empty).toMatchObject({ account: { entries: [] } });
  expect(problemsOf(parseBackup(TEXT.replace(/}$/, ',"entries":{}}')))).toEqual(['entries: list']);
  const kiss = TEXT.replace('"kind":"bid"', '"kind":"bid","kind":"kiss"');
  expect(problemsOf(parseBackup(kiss))).toEqual(['entries[0].kind: kind']);
});

test('what is odd and right is taken in', () => {
  for (const [values, ...patterns] of TAKEN) {
    for (const path of matching(...patterns)) {
      for (const value of values) {
        const parsed = parseBackup(withValue(value, path));
        expect(problemsOf(parsed), `${path} as ${jsonOf(value)}`).toEqual([]);
        expectHarmless(parsed);
      }
    }
  }
});

test.each(Object.entries(ODD_WORDS))('words are taken in as they are: %s', (_, words) => {
  const parsed = parseBackup(withWords(words));
  expectHarmless(parsed);
  expect(parsed).toMatchObject({ account: { entries: [{ note: words.trim() }, {}, {}, {}, {}] } });
});

test.each(Object.entries(OTHER_DRESS))('the good file in another dress: %s', async (_, content) => {
  const parsed = await readBackup(new Blob([content]));
  expectHarmless(parsed);
});

test('names that every object knows are dropped as keys, wherever they stand', () => {
  const evil = '{"hacked":true,"app":"x","toString":null,"toJSON":1,"by":"me","length":-1}';
  const good = parseBackup(TEXT);
  const objects = PATHS.map((path) => [path, at(path)] as const).filter(
    ([, value]) => typeof value === 'object' && value !== null && !Array.isArray(value)
  );
  for (const [path, value] of objects) {
    for (const name of INHERITED) {
      const json = `{"${name}":${evil},"constructor":{"prototype":${evil}},`;
      const more = json + JSON.stringify(value).slice(1);
      const parsed = parseBackup(path === '' ? more : withJson(more, path));
      expect(parsed, `${name} in ${path}`).toEqual(good);
      expectHarmless(parsed);
    }
  }
});

const ODD_JSON = [
  ...[null, true, -1, 0.1, 1e308, Infinity, '', 'x', '__proto__', 'x'.repeat(10_000)].map(jsonOf),
  ...[[], [[]], {}, { length: 1, 0: 'x' }, '2026-02-30', undefined].map(jsonOf),
  ...['['.repeat(1000) + ']'.repeat(1000), '{"__proto__":{"a":1}}']
];

test.each(ODD_JSON)(
  '%.20s stands anywhere: what is refused is told of it or of what is beside it',
  (json) => {
    for (const path of PATHS.filter((path) => path !== '')) {
      const parsed = parseBackup(withJson(json, path));
      const parent = path.replace(/[.[]?\w+\]?$/, '');
      for (const problem of problemsOf(parsed)) expect(problem.startsWith(parent)).toBe(true);
      expectHarmless(parsed);
    }
  }
);

/** Too large to keep: what each is put together from. */
const HUGE: Record<string, () => string> = {
  'lists in lists': () => '['.repeat(3_000_000),
  'objects in objects': () => '{"app":'.repeat(200_000) + '1' + '}'.repeat(200_000),
  'lists in an entry': () => withJson(nested('[', ']'), 'entries'),
  'objects in a practice': () => withJson(nested('[', ']'), 'practices.wins'),
  'objects in the terms': () => withJson(nested('{"worth":', '}', '1'), 'terms'),
  'a million empty entries': () => withJson(`[${'{},'.repeat(1_000_000)}{}]`, 'entries'),
  'keys without end': () => withJson(`[{${keys(300_000)}}]`, 'entries'),
  'keys without end beside the log': () => `{${keys(300_000)},${TEXT.slice(1)}`,
  'a note of 30 million signs': () => withValue('x'.repeat(30_000_000), 'entries[0].note'),
  'an id of a million signs': () => withValue('0'.repeat(1_000_000), 'entries[0].id'),
  'a day of a million signs': () => withValue('2'.repeat(1_000_000), 'pauses[0].from'),
  'a number of a million digits': () => withJson('1'.repeat(1_000_000), 'version'),
  'blanks without end': () => ' '.repeat(50_000_000)
};

const nested = (open: string, close: string, core = '') =>
  open.repeat(100_000) + core + close.repeat(100_000);
const keys = (count: number) => Array.from({ length: count }, (_, n) => `"k${n}":0`).join();

describe('too large to keep', () => {
  test.each(Object.entries(HUGE))('%s', (name, make) => {
    const parsed = parseBackup(make());
    if (name === 'keys without end beside the log') expectHarmless(parsed);
    else expect(problemsOf(parsed)).not.toEqual([]);
  });
});

/** What a place can be given: any JSON, what another place holds, or texts that are known to hurt. */
const anyValue = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(...PATHS).map(at),
  fc.constantFrom('__proto__', '\ud800', '\0', '2026-02-30', -0, 1e300, 2 ** 53, [[[]]])
);
const anyChange = fc.record({
  path: fc.constantFrom(...PATHS),
  how: fc.constantFrom('put', 'drop', 'add'),
  value: anyValue,
  name: fc.constantFrom('__proto__', 'constructor', 'toString', 'length', 'id', '0')
});

test('whatever is changed in a good file, it is refused with a place and a rule, or is plain data', () => {
  const changes = fc.array(anyChange, { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(changes, (all) => {
      const file = JSON.parse(TEXT) as object;
      for (const { path, how, value, name } of all) {
        const { object, key } = holder(file, path);
        if (how === 'drop') Reflect.deleteProperty(object, key);
        else if (how === 'put') Reflect.set(object, key, value);
        else if (!Array.isArray(object)) Object.defineProperty(object, name, own(value));
      }
      const parsed = parseBackup(JSON.stringify(file));
      problemsOf(parsed);
      expectHarmless(parsed);
    }),
    { seed: 20261122, numRuns: 400 }
  );
});

const own = (value: unknown) =>
  ({ value, enumerable: true, configurable: true, writable: true }) as const;

test('whatever bytes are changed in a good file, it is refused with a place and a rule, or is plain data', () => {
  const good = new TextEncoder().encode(TEXT);
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
