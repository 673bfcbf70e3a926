import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BROKEN } from '#lib/record/broken.ts';
import {
  belief,
  cutText,
  day,
  essential,
  flag,
  instant,
  line,
  list,
  mark,
  mend,
  minute,
  named,
  nullable,
  once,
  oneOf,
  optional,
  or,
  strength,
  text,
  uuid,
  whole,
  zone,
  type Field
} from '#lib/record/field.ts';
import { nested, shape, variant } from '#lib/record/shape.ts';
import { anyOf } from './arbitrary.ts';

const TODAY = '2026-11-22';
const ID = '019abcde-0000-7000-8000-00000000000a';

/** What is read, and what was told meanwhile. */
function reading(field: Field<unknown>, value: unknown): [unknown, ...string[]] {
  const told: string[] = [];
  const read = field.read(value, (rule, path = '') => told.push(`${path} ${rule}`.trim()), TODAY);
  return [read, ...told];
}

const size = nested(
  variant(
    'kind',
    { box: { side: whole([1, 9], 'count') }, ball: { across: whole([1, 9], 'count') } },
    'kind'
  )
);
const span = nested(shape({ from: essential(day()), to: nullable(day()) }), {
  holds: ({ from, to }) => to === null || to >= from,
  rule: 'pause-end',
  at: '.to'
});
const some = list(oneOf(['a', 'b', 'c']), { max: 3, unique: once });
const names = list(nested(shape({ name: named(text()) })), {
  max: 9,
  unique: { of: ({ name }) => name, at: '.name' }
});

const FIELDS: Record<string, Field<unknown>> = {
  'a text': text(),
  'a line': line(),
  'a named line': named(line()),
  'a whole number': whole([-20, 0], 'withdrawal'),
  'a strength': strength(),
  'a belief': belief(),
  'a minute': minute(),
  'an instant': instant(),
  'a day': day(),
  'a zone': zone(),
  'a uuid': uuid(),
  'one of some': oneOf(['yes', 'no']),
  'one of some numbers': oneOf([1, 2, 3], 'weekday'),
  'a flag': flag(),
  'a mark': mark(),
  'a list': some,
  'a list of named things': names,
  'something of two kinds': size,
  'a span of days': span
};

describe('a field reads', () => {
  test.each<[name: string, value: unknown, read: unknown, ...told: string[]]>([
    ['a text', ' two\n lines ', 'two\n lines'],
    ['a text', 'x'.repeat(2001), 'x'.repeat(2000), 'note-length'],
    ['a text', 5, undefined, 'text'],
    ['a text', null, undefined, 'text'],
    ['a line', ' two\n\t lines ', 'two lines'],
    ['a line', 'x'.repeat(201), 'x'.repeat(200), 'line-length'],
    ['a named line', 'words', 'words'],
    ['a named line', '  ', '', 'name'],
    ['a named line', {}, undefined, 'text'],
    ['a whole number', -3, -3],
    ['a whole number', -0, 0],
    ['a whole number', -2.4, -2, 'withdrawal'],
    ['a whole number', -21, -20, 'withdrawal'],
    ['a whole number', 1, 0, 'withdrawal'],
    ['a whole number', NaN, undefined, 'withdrawal'],
    ['a whole number', '-3', undefined, 'withdrawal'],
    ['a strength', null, null],
    ['a strength', 11, 10, 'strength'],
    ['a belief', 100, 100],
    ['a belief', true, undefined, 'belief'],
    ['a minute', 1439, 1439],
    ['a minute', 1440, 1439, 'minute'],
    ['an instant', 1_700_000_000_000, 1_700_000_000_000],
    ['an instant', Infinity, 4_133_980_799_999, 'instant'],
    ['a day', '2024-02-29', '2024-02-29'],
    ['a day', '2023-02-29', undefined, 'day'],
    ['a day', '', undefined, 'day'],
    ['a zone', 'Europe/Atlantis', 'Europe/Atlantis'],
    ['a zone', 'Europe/<b>', 'Europe/<b>', 'zone'],
    ['a zone', 1, undefined, 'zone'],
    ['a uuid', ID.toUpperCase(), ID],
    ['a uuid', 'one', 'one', 'uuid'],
    ['a uuid', 1, undefined, 'uuid'],
    ['one of some', 'no', 'no'],
    ['one of some', 'maybe', undefined, 'choice'],
    ['one of some numbers', 2, 2],
    ['one of some numbers', '2', undefined, 'weekday'],
    ['a flag', false, false],
    ['a flag', 0, undefined, 'flag'],
    ['a mark', true, true],
    ['a mark', false, undefined, 'true'],
    ['a list', ['c', 'a'], ['c', 'a']],
    ['a list', ['c', 5, 'c', 'a'], ['c', 'a'], 'choice'],
    ['a list', ['a', 5, 'a'], ['a'], '[1] choice', '[2] twice'],
    ['a list', 'abc', undefined, 'list'],
    [
      'a list of named things',
      [{ name: 'x' }, {}, { name: 'x' }],
      [{ name: 'x' }],
      '[1].name missing',
      '[2].name twice'
    ],
    ['something of two kinds', { kind: 'box', side: 3, x: 1 }, { kind: 'box', side: 3 }],
    ['something of two kinds', { kind: 'box', side: 10 }, { kind: 'box', side: 9 }, '.side count'],
    ['something of two kinds', { kind: 'ball', side: 3 }, undefined, '.across missing'],
    ['something of two kinds', { kind: 'cone' }, undefined, '.kind kind'],
    ['something of two kinds', 'box', undefined, 'object'],
    ['a span of days', { from: TODAY, to: null }, { from: TODAY, to: null }],
    ['a span of days', { from: TODAY }, { from: TODAY, to: null }],
    ['a span of days', { to: TODAY }, undefined, '.from missing'],
    ['a span of days', { from: TODAY, to: 5 }, { from: TODAY, to: null }, '.to day'],
    [
      'a span of days',
      { from: TODAY, to: '2026-11-21' },
      { from: TODAY, to: '2026-11-21' },
      '.to pause-end'
    ]
  ])('%s: %j', (name, value, ...expected) => {
    const field = FIELDS[name];
    if (!field) throw new RangeError(name);
    expect(reading(field, value)).toEqual(expected);
  });
});

test('a list that is too long is told of once, and not looked through', () => {
  expect(reading(some, ['x', 'x', 5, 'b'])).toEqual([['b'], 'choice']);
});

const anything = fc.anything({ maxDepth: 2, withBigInt: true, withNullPrototype: true });

describe.each(Object.entries(FIELDS))('whatever %s reads', (_, field) => {
  test('it does not throw, and tells of rules alone', () => {
    fc.assert(
      fc.property(anything, (value) => {
        const [, ...told] = reading(field, value);
        expect(BROKEN).toEqual(expect.arrayContaining(told.map((one) => one.split(' ').at(-1))));
      })
    );
  });

  test('it reads again as it is', () => {
    fc.assert(
      fc.property(fc.oneof(anyOf(field), anything), (value) => {
        const read = field.read(value, mend, TODAY);
        fc.pre(read !== undefined);
        expect(field.read(read, mend, TODAY)).toEqual(read);
      })
    );
  });
});

test('blanks: of texts, days, lists and what may be null; not of what a record is nothing without', () => {
  const blanks = [text(), day(), some, belief(), flag(true), or(oneOf(['me', 'you']), 'me')];
  expect(blanks.map(({ blank }) => blank?.(TODAY))).toEqual(['', TODAY, [], null, true, 'me']);
  for (const { blank } of [uuid(), instant(), essential(text()), optional(text()), named(text())]) {
    expect(blank).toBeUndefined();
  }
});

test('words: the texts that are the user’s own, also those in lists', () => {
  expect(text().words('own')).toEqual(['own']);
  expect(text({ isOwn: false }).words('built in')).toEqual([]);
  expect(line().words('')).toEqual([]);
  expect(names.words([{ name: 'x' }, { name: 'y' }])).toEqual(['x', 'y']);
  expect(strength().words(3)).toEqual([]);
  expect(nullable(text()).words(null)).toEqual([]);
});

test('a text is cut without blanks at its new end', () => {
  expect(cutText('  one two', 4)).toBe('one');
});
