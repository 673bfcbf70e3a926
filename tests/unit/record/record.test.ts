import { describe, expect, test } from 'vitest';
import { day, flag, line, list, nullable, optional, required, text } from '#lib/record/field.ts';
import { record } from '#lib/record/record.ts';
import { nested, shape } from '#lib/record/shape.ts';

const letter = record(
  'letters',
  {
    to: required(line()),
    on: required(day()),
    body: text(),
    answers: list(nested(shape({ text: line() })), { max: 2 }),
    sent: nullable(day()),
    isRead: optional(flag())
  },
  {
    plain: ({ isRead, ...facts }) => ({ ...facts, ...(facts.sent && isRead && { isRead }) }),
    fault: ({ body, answers }) => (body || answers.length > 0 ? undefined : 'empty')
  }
);

const stored = {
  id: '01900000-0000-7000-8000-000000000001',
  at: 1_700_000_000_000,
  day: '2023-11-14',
  zone: 'Europe/Berlin',
  updatedAt: 1_700_000_000_001
};
const facts = { to: 'Sam', on: '2023-11-20', body: 'Dear', answers: [], sent: null };

/** What is read, and what was told meanwhile. */
function reading(row: unknown) {
  const told: string[] = [];
  const read = letter.read(row, (rule, path = '') => told.push(`${path} ${rule}`.trim()));
  return { read, told };
}

test('a record is made of its facts, with an id and the moment', () => {
  const form = { ...facts, to: '  Sam ', step: 3, isRead: true };
  const made = letter.create(form, { id: 'a', now: 1_700_000_000_000, zone: 'Asia/Kathmandu' });
  expect(made).toStrictEqual({
    ...facts,
    id: 'a',
    at: 1_700_000_000_000,
    day: '2023-11-15',
    zone: 'Asia/Kathmandu',
    updatedAt: 1_700_000_000_000
  });
});

test('what a form leaves out is blank, and a day is today', () => {
  const made = letter.create({ to: 'Sam' }, { id: 'a', now: 1_700_000_000_000, zone: 'UTC' });
  expect(made).toMatchObject({ on: '2023-11-14', body: '', answers: [], sent: null });
  expect(letter.blank()).toStrictEqual({ to: '', on: '', body: '', answers: [], sent: null });
});

test('amended, some facts change, and id and moment stay', () => {
  const row = { ...stored, ...facts, sent: '2023-11-16', isRead: true };
  expect(letter.amend(row, { body: ' Dear me ' }, row.updatedAt + 5)).toStrictEqual({
    ...row,
    body: 'Dear me',
    updatedAt: row.updatedAt + 5
  });
  const opened = letter.amend(row, { isRead: undefined }, 0);
  expect(opened).not.toHaveProperty('isRead');
  expect(letter.amend(row, { sent: null }, 0)).not.toHaveProperty('isRead');
});

test('fault: the first field that is missing, then what the kind itself asks for', () => {
  expect(letter.fault({})).toBe('to');
  expect(letter.fault({ ...facts, to: ' ' })).toBe('to');
  expect(letter.fault({ ...facts, on: '' })).toBe('on');
  expect(letter.fault({ ...facts, on: '2023-11-31' })).toBe('on');
  expect(letter.fault({ ...facts, sent: 'soon' })).toBe('sent');
  expect(letter.fault({ ...facts, body: ' ' })).toBe('empty');
  expect(letter.fault({ ...facts, body: '', answers: [{ text: 'yes' }] })).toBeUndefined();
  expect(letter.fault(facts)).toBeUndefined();
});

test('words: in the order of the fields', () => {
  expect(letter.words({ ...facts, answers: [{ text: 'yes' }] })).toEqual(['Sam', 'Dear', 'yes']);
  expect(letter.words({ step: 1 })).toEqual([]);
});

describe('a stored row', () => {
  test.each<[name: string, row: object, read: object, ...told: string[]]>([
    ['as it was made', { ...stored, ...facts }, facts],
    ['older than all fields', stored, { to: '', on: '2023-11-14', body: '', answers: [] }],
    ['with a key that is not known', { ...stored, ...facts, x: 1 }, facts],
    ['with a text that is none', { ...stored, ...facts, body: 5 }, { body: '' }, '.body text'],
    ['with a day that is none', { ...stored, ...facts, on: 5 }, { on: '2023-11-14' }, '.on day'],
    ['with a list that is none', { ...stored, ...facts, answers: {} }, facts, '.answers list'],
    [
      'with an item that is none',
      { ...stored, ...facts, answers: [5, { text: 'yes' }] },
      { answers: [{ text: 'yes' }] },
      '.answers[0] object'
    ],
    [
      'with an optional fact that is none',
      { ...stored, ...facts, isRead: 1 },
      facts,
      '.isRead flag'
    ],
    ['far from its day', { ...stored, ...facts, day: '2023-11-16' }, {}, '.day day-of-at']
  ])('%s is read', (_, row, expected, ...told) => {
    const found = reading(row);
    expect(found.read).toMatchObject(expected);
    expect(found.told).toEqual(told);
    expect(Object.keys(found.read ?? {}).sort()).toEqual(
      [...Object.keys(stored), ...Object.keys(facts)].sort()
    );
  });

  test.each<[row: unknown, ...told: string[]]>([
    [null, 'object'],
    ['letter', 'object'],
    [{ ...facts, at: 5 }, '.id missing', '.day missing', '.zone missing', '.updatedAt missing'],
    [{ ...stored, ...facts, id: 5 }, '.id uuid'],
    [{ ...stored, ...facts, at: 'now' }, '.at instant'],
    [{ ...stored, ...facts, day: '2023-02-29' }, '.day day']
  ])('%j cannot be read', (row, ...told) => {
    expect(reading(row)).toEqual({ read: undefined, told });
  });

  test('whose id is no UUID is read, and a file must not hold it', () => {
    expect(reading({ ...stored, ...facts, id: 'one' })).toMatchObject({
      read: { id: 'one' },
      told: ['.id uuid']
    });
  });
});
