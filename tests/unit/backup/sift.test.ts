import fc from 'fast-check';
import { expect, test } from 'vitest';
import { serialise } from '#lib/backup/format.ts';
import { parseBackup } from '#lib/backup/read.ts';
import { sift } from '#lib/backup/sift.ts';
import type { Account } from '#lib/backup/model/account.ts';
import { DEFAULT_CHECK_IN } from '#lib/practices/checkIn/model/checkInTime.ts';
import { winRecord } from '#lib/practices/ground/record.ts';
import { anyAccount } from './arbitrary.ts';

const ID = '01900000-0000-7000-8000-0000000000ff';
const NOW = 1_795_356_000_000;
const atOnce = () => Promise.resolve();

function anAccount(): Account {
  const [account] = fc.sample(anyAccount, 1);
  if (!account) throw new Error('no account');
  return account;
}

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
  const account = anAccount();
  const entry = {
    id: ID,
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
  const account = anAccount();
  const win = winRecord.create({ text: '' }, { id: ID, now: NOW, zone: 'UTC' });
  const practices = { ...account.practices, wins: [{ ...win, text: 5 }] };
  const sifted = await sift({ ...account, practices } as unknown as Account, atOnce);
  expect(sifted.leftOut).toBe(0);
  expect(sifted.account.practices.wins).toEqual([{ ...win, text: '' }]);
});

test('what the account does not know stays unknown', async () => {
  const { rules, ideas, checkIn, ...bare } = anAccount();
  expect([rules?.mostADay, ideas?.own, checkIn?.weekday]).not.toContain(undefined);
  expect(await sift(bare, atOnce)).toEqual({ account: bare, leftOut: 0 });
});

test('of a decision only what is odd is as if it had never been made', async () => {
  const any = anAccount();
  const pause = { from: '2026-08-01', to: '2026-08-14' };
  const worse = {
    ...any,
    terms: { ...any.terms, halfLife: 'long' },
    pauses: [{ ...pause, to: '2026-07-31' }, pause, { from: pause.from }],
    acts: [{ name: 'tea' }, { name: ' ' }, 5, { name: 'kiss', hidden: 1 }, { name: 'tea' }],
    rules: { mostADay: -1, pausedUntil: 5 },
    ideas: { own: [{ text: 'No id' }], hidden: ['hug'], seen: null },
    checkIn: 'Sunday'
  };
  const { account, leftOut } = await sift(worse as unknown as Account, atOnce);
  expect(account).toEqual({
    ...any,
    terms: { ...any.terms, halfLife: 28 },
    pauses: [pause],
    acts: [{ name: 'tea' }, { name: 'kiss' }],
    rules: { mostADay: 1, pausedUntil: 5 },
    ideas: { own: [], hidden: ['hug'], seen: [] },
    checkIn: DEFAULT_CHECK_IN
  });
  // Two pauses, two acts, and the time of the check-in.
  expect(leftOut).toBe(5);
});

test('a reminder is mended but for its rhythm, and an answer but for its prompt', async () => {
  const any = anAccount();
  const reminder = {
    ...{ id: ID, createdAt: 5, updatedAt: 6, text: 'Look up', days: [1], isOn: true, sequence: 2 },
    times: { kind: 'fixed', at: [60] }
  };
  const odd = { text: 5, plan: 'x', quiet: [], isOn: 'yes', sequence: -1 };
  const backwards = { kind: 'spread', count: 1, from: 60, to: 30 };
  const answer = { reminderId: ID, day: '2026-11-22', minute: 60, shownAt: 7 };
  const reminders = [
    { ...reminder, ...odd },
    ...[{ days: 5 }, { times: undefined }, { times: backwards }].map((one) => ({
      ...reminder,
      ...one
    }))
  ];
  const answers = [
    { ...answer, reply: 'maybe' },
    { ...answer, day: 5 }
  ];
  const worse = { ...any, reminders, answers } as unknown as Account;
  const { account, leftOut } = await sift(worse, atOnce);
  const { quiet, ...mended } = { ...reminder, ...odd, text: '', isOn: false, sequence: 0 };
  expect(quiet).toEqual([]);
  expect(account.reminders).toEqual([{ ...mended, plan: undefined }]);
  expect(account.answers).toEqual([answer]);
  expect(leftOut).toBe(4);
});
