import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Account } from '#lib/backup/model/account.ts';
import { winRecord } from '#lib/practices/ground/record.ts';
import { practice } from '#lib/practices/record.ts';
import {
  PRACTICES,
  practiceOf,
  type Practices,
  type PracticeTable
} from '#lib/practices/registry.ts';
import { line, required, text } from '#lib/record/field.ts';

/*
 * The registry with one practice more, and one field more in a practice: nothing but a line each.
 * What reads and writes by the registry is loaded after that, as it is once the lines are written.
 */

const letters = practice('letters', { to: required(line()), body: text() });
const wins = practice('wins', { text: required(line()), place: required(line()) });
const registry = PRACTICES as readonly object[] as object[];
registry.splice(registry.indexOf(winRecord), 1, wins);
registry.push(letters);

const { serialise } = await import('#lib/backup/format.ts');
const { parseBackup } = await import('#lib/backup/read.ts');
const { sift } = await import('#lib/backup/sift.ts');
const { PRACTICE_INDEXES } = await import('#lib/practices/store/tables.ts');

const NOW = 1_795_356_000_000;
const stamp = { now: NOW, zone: 'Europe/Berlin' };
const letter = letters.create(
  { to: 'Grandma', body: 'The geese are back.' },
  { ...stamp, id: '019abcde-0000-7000-8000-000000000001' }
);
const win = wins.create(
  { text: 'Swam a mile', place: 'Lake Weissensee' },
  { ...stamp, id: '019abcde-0000-7000-8000-000000000002' }
);
const tableOf = practiceOf as (table: string) => ReturnType<typeof practiceOf<PracticeTable>>;

const frozen = (name: string) => readFileSync(`tests/fixtures/frozen/${name}`, 'utf8');

/** What a file holds; fails where it is refused. */
function accountIn(text: string): Account {
  const parsed = parseBackup(text);
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed));
  return parsed.account;
}

/** A real account of then, which names no partner, and what is written down since. */
function added(): Account {
  const { practices, ...account } = accountIn(frozen('backup-3.json'));
  const more = { letters: [letter], wins: [...practices.wins, win] };
  return { ...account, partner: '', practices: { ...practices, ...more } as Practices };
}

test.each(['backup-1.json', 'backup-2.json', 'backup-3-early.json', 'backup-3.json'])(
  '%s is read: its rows stand with the new field blank, and the new table is empty',
  (name) => {
    const { practices } = accountIn(frozen(name));
    expect(practices).toMatchObject({ letters: [] });
    const held = name.startsWith('backup-3') ? [{ text: 'Called an old friend', place: '' }] : [];
    expect(practices.wins).toMatchObject(held);
  }
);

test.each(['database-3.json', 'database-4.json'])('a row of %s is read as well', (name) => {
  const { stores } = JSON.parse(frozen(name)) as { stores: { wins: { rows: object[] } } };
  const [row] = stores.wins.rows;
  expect(tableOf('wins').read(row)).toEqual({ ...row, place: '' });
  expect(wins.fault({ ...row })).toBe('place');
});

test('what is written goes into a backup and comes out of it', async () => {
  const account = added();
  expect(await sift(account, () => Promise.resolve())).toEqual({ account, leftOut: 0 });
  expect(accountIn(serialise(account, NOW))).toEqual({ deleted: [], ...account });
});

test('a file is told where a row breaks a rule', () => {
  const worse = serialise(added(), NOW).replace('"The geese are back."', '5');
  expect(parseBackup(worse)).toMatchObject({
    problems: [{ path: 'practices.letters[0].body', rule: 'text' }]
  });
});

test('their words are found', () => {
  expect(tableOf('letters').words(letter)).toEqual(['Grandma', 'The geese are back.']);
  expect(tableOf('wins').words(win)).toEqual(['Swam a mile', 'Lake Weissensee']);
});

test('the database has a table for it', () => {
  expect(PRACTICE_INDEXES).toMatchObject({ letters: 'id' });
});
