import fc from 'fast-check';
import { expect, test } from 'vitest';
import { serialise } from '#lib/backup/format.ts';
import { parseBackup } from '#lib/backup/read.ts';
import { sift } from '#lib/backup/sift.ts';
import type { Account } from '#lib/backup/model/account.ts';
import { winRecord } from '#lib/practices/ground/record.ts';
import { anyRow } from '../record/arbitrary.ts';
import { anyAccount } from './arbitrary.ts';

const NOW = 1_795_356_000_000;
const atOnce = () => Promise.resolve();

/** Rows that a fault, a newer version or a wrong clock may have left in a database. */
const ODD = [
  null,
  'x',
  {},
  { id: '1', kind: 'kiss' },
  { id: '01900000-0000-7000-8000-000000000001', at: 5e12, day: '2128-06-11', zone: 'UTC' },
  { name: 5 },
  { day: 'never', at: Number.NaN }
];

/** An account, and the same with odd rows among its own. */
const spoiled = fc
  .tuple(anyAccount, fc.array(fc.tuple(fc.nat(5), fc.constantFrom(...ODD)), { maxLength: 6 }))
  .map(([account, odd]) => {
    const add = (at: number, rows: readonly unknown[]) => [
      ...odd.filter(([where]) => where === at).map(([, row]) => row),
      ...rows
    ];
    const { pauses, acts, reminders, answers, entries, practices } = account;
    const worse = {
      ...account,
      pauses: add(0, pauses),
      acts: add(1, acts),
      reminders: add(2, reminders),
      answers: add(3, answers),
      entries: add(4, entries),
      practices: { ...practices, wins: add(5, practices.wins) }
    };
    return { account, worse: worse as Account, count: odd.length };
  });

test('odd rows are left out and counted, and the rest can be read back', async () => {
  await fc.assert(
    fc.asyncProperty(spoiled, async ({ account, worse, count }) => {
      expect(await sift(worse, atOnce)).toEqual({ account, leftOut: count });
      expect(parseBackup(serialise(account, NOW))).toMatchObject({ account });
    })
  );
});

test.each<[string, (entry: object) => object, number]>([
  ['a note that is undefined is no note', (entry) => ({ ...entry, note: undefined }), 0],
  ['a day far from its instant', (entry) => ({ ...entry, day: '2023-11-17' }), 1],
  ['an instant of a clock gone wrong', (entry) => ({ ...entry, at: 4.2e12, day: '2103-02-03' }), 1],
  ['an id of another shape', (entry) => ({ ...entry, id: '1' }), 1]
])('%s', async (_, change, leftOut) => {
  const [account] = fc.sample(anyAccount, 1);
  const entry = {
    id: '01900000-0000-7000-8000-0000000000ff',
    at: 1_700_000_000_000,
    day: '2023-11-14',
    zone: 'Europe/Berlin',
    updatedAt: 1_700_000_000_000,
    kind: 'bid',
    by: 'partner',
    response: 'toward'
  };
  const one = { ...account, entries: [change(entry)] } as Account;
  const sifted = await sift(one, atOnce);
  expect(sifted.leftOut).toBe(leftOut);
  expect(parseBackup(serialise(sifted.account, NOW))).toHaveProperty('account');
  expect('problems' in parseBackup(serialise(one, NOW))).toBe(leftOut > 0);
});

test('one field of another shape is blank, and the row is kept', async () => {
  const [account] = fc.sample(anyAccount, 1);
  const [win] = fc.sample(anyRow(winRecord), 1);
  if (!account || !win) throw new Error('no account');
  const practices = { ...account.practices, wins: [{ ...win, text: 5 }] };
  const sifted = await sift({ ...account, practices } as unknown as Account, atOnce);
  expect(sifted.leftOut).toBe(0);
  expect(sifted.account.practices.wins).toEqual([{ ...win, text: '' }]);
});

test('what the account does not know stays unknown, and odd decisions are left out', async () => {
  const [any] = fc.sample(anyAccount, 1);
  if (!any) throw new Error('no account');
  const { terms, pauses, acts, reminders, answers, practices, entries } = any;
  const bare = { terms, pauses, acts, reminders, answers, practices, entries };
  expect(await sift(bare, atOnce)).toEqual({ account: bare, leftOut: 0 });
  const odd = { ...bare, rules: { mostADay: -1 }, ideas: {}, checkIn: { weekday: 9 } };
  expect(await sift(odd as unknown as Account, atOnce)).toEqual({ account: bare, leftOut: 3 });
});
