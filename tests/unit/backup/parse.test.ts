import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { serialise, toBackup } from '#lib/backup/format.ts';
import { isPlausible } from '#lib/backup/isPlausible.ts';
import { parseBackup, readBackup, RULES } from '#lib/backup/read.ts';
import type { Account } from '#lib/backup/model/account.ts';
import type { Entry } from '#lib/account/model/entry.ts';
import type { Answer, Reminder } from '#lib/reminders/model/reminder.ts';
import type { Win } from '#lib/practices/ground/record.ts';
import { DEFAULT_TERMS } from '#lib/account/model/terms.ts';
import { anyAccount } from './arbitrary.ts';
import { noPractices } from '#lib/practices/registry.ts';

const NOW = 1_795_356_000_000;
const idOf = (number: number) => `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`;

const stored = {
  id: idOf(1),
  at: 1_700_000_000_000,
  day: '2023-11-14',
  zone: 'Europe/Berlin',
  updatedAt: 1_700_000_000_000
};
const bid: Entry = { ...stored, kind: 'bid', by: 'partner', response: 'toward' };
const act: Entry = { ...stored, id: idOf(2), kind: 'act', by: 'me', act: 'helped' };
const reminder: Reminder = {
  id: idOf(7),
  createdAt: 1_700_000_000_000,
  updatedAt: 1_700_000_000_000,
  text: '',
  plan: { cue: 'we meet again after work', action: 'I look for one small act' },
  days: [1, 2, 3, 4, 5],
  times: { kind: 'spread', count: 2, from: 540, to: 1260 },
  quiet: { from: 1320, to: 420 },
  isOn: true,
  sequence: 3
};
const answer: Answer = {
  reminderId: idOf(7),
  day: '2023-11-15',
  minute: 1200,
  shownAt: 1_700_100_000_000,
  reply: 'yes',
  repliedAt: 1_700_100_060_000
};
const win: Win = {
  id: idOf(9),
  at: 1_700_000_000_000,
  day: '2023-11-14',
  zone: 'Europe/Berlin',
  updatedAt: 1_700_000_000_000,
  text: 'Called an old friend'
};
const account: Account = {
  terms: DEFAULT_TERMS,
  pauses: [{ from: '2026-08-01', to: '2026-08-14' }],
  acts: [{ name: 'helped' }, { name: 'asked' }, { name: 'tea' }, { name: 'kiss' }],
  partner: 'Zoë',
  rules: { mostADay: 2, pausedUntil: null, showsWords: true },
  reminders: [reminder],
  answers: [answer],
  checkIn: { isOn: true, weekday: 7, minute: 1140, skipped: '2026-11-15' },
  ideas: {
    own: [{ id: idOf(8), text: 'Feed the ducks', tags: ['short', 'out'] }],
    hidden: ['hug'],
    seen: ['moon', idOf(8)]
  },
  practices: { ...noPractices(), wins: [win] },
  deleted: [{ table: 'wins', id: idOf(10), at: 1_700_000_000_000 }],
  entries: [bid, act]
};

/** The file of the account with one thing in it put another way. Without a value it is left out. */
function fileWith(path: string, value?: unknown): string {
  const file = JSON.parse(serialise(account, NOW));
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let place = file;
  for (const key of keys) place = place[key];
  place[last] = value;
  return JSON.stringify(file);
}

function accountOf(text: string): Account {
  const parsed = parseBackup(text);
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed));
  return parsed.account;
}

function problemsOf(text: string): string[] {
  const parsed = parseBackup(text);
  return 'problems' in parsed ? parsed.problems.map(({ path, rule }) => `${path}: ${rule}`) : [];
}

test('the file has these keys, in this order', () => {
  expect(Object.keys(toBackup(account, NOW))).toEqual([
    'app',
    'version',
    'exportedAt',
    'terms',
    'pauses',
    'acts',
    'partner',
    'rules',
    'ideas',
    'checkIn',
    'reminders',
    'answers',
    'practices',
    'deleted',
    'entries'
  ]);
  expect(toBackup(account, NOW)).toMatchObject({
    app: 'toward',
    version: 4,
    exportedAt: '2026-11-22T14:00:00.000Z'
  });
});

test('the example in docs/data.md is a file that is taken in', () => {
  const [, example = ''] = /```json\n(.*?)```/s.exec(readFileSync('docs/data.md', 'utf8')) ?? [];
  expect(accountOf(example)).toMatchObject({ reminders: [{ days: [1, 2, 3, 4, 5] }] });
});

test('a file of version 1 knows no reminders and nothing of their rules', () => {
  const { app, exportedAt, terms, pauses, acts, entries } = toBackup(account, NOW);
  const first = { app, version: 1, exportedAt, terms, pauses, acts, entries };
  const taken = {
    account: { terms, pauses, acts, reminders: [], answers: [], practices: noPractices(), entries },
    exportedAt,
    lacks: ['reminders', 'practices']
  };
  expect(parseBackup(JSON.stringify(first))).toStrictEqual(taken);
  const mixed = { ...first, rules: 5, reminders: [reminder] };
  expect(parseBackup(JSON.stringify(mixed))).toStrictEqual(taken);
});

test('a file of version 2 knows no practices and nothing of the ideas', () => {
  const { practices, ...rest } = toBackup(account, NOW);
  expect(practices.wins).toHaveLength(1);
  const second = JSON.stringify({ ...rest, version: 2, practices: 5 });
  const { partner, ideas, checkIn, deleted, ...known } = account;
  expect(partner).toBe('Zoë');
  expect(ideas?.own).toHaveLength(1);
  expect(deleted).toHaveLength(1);
  expect(checkIn?.weekday).toBe(7);
  expect(accountOf(second)).toStrictEqual({ ...known, practices: noPractices() });
});

test('a table of practices that a file lacks is empty, and one that is not known is passed over', () => {
  const { goals, ...rest } = toBackup(account, NOW).practices;
  expect(goals).toEqual([]);
  const letters = [{ text: 'Dear you' }, 5];
  expect(accountOf(fileWith('practices', rest))).toStrictEqual(account);
  expect(accountOf(fileWith('practices', { ...rest, letters }))).toStrictEqual(account);
  expect(accountOf(fileWith('practices', {}))).toStrictEqual({
    ...account,
    practices: noPractices()
  });
  expect(problemsOf(fileWith('practices.goals', null))).toEqual(['practices.goals: list']);
  expect(problemsOf(fileWith('practices'))).toEqual(['practices: object']);
});

test('in a file of version 3 an entry takes the id of the record that names it', () => {
  const { id, at, day, zone, updatedAt } = win;
  const told = { id, at, day, zone, updatedAt, text: 'tea', by: 'me', due: day, outcome: 'kept' };
  const promises = [{ ...told, entryId: act.id.toUpperCase() }];
  const file = { ...toBackup(account, NOW), practices: { promises } };
  const third = accountOf(JSON.stringify({ ...file, version: 3 }));
  expect(third.entries).toEqual([bid, { ...act, id }]);
  expect(third.practices.promises).toEqual([told]);
  expect(accountOf(JSON.stringify(file)).entries).toEqual([bid, act]);
});

test('what is read is what was written', () => {
  fc.assert(
    fc.property(anyAccount, (any) => {
      expect(isPlausible(new TextEncoder().encode(serialise(any, NOW)))).toBe(true);
      expect(parseBackup(serialise(any, NOW))).toEqual({
        account: any,
        exportedAt: '2026-11-22T14:00:00.000Z',
        lacks: []
      });
    })
  );
});

test('no JSON makes it throw, and every problem is one that there are words for', () => {
  const anything = fc.oneof(
    fc.json(),
    fc
      .record({ exportedAt: fc.jsonValue(), terms: fc.jsonValue(), pauses: fc.jsonValue() })
      .chain((head) =>
        fc
          .record({
            acts: fc.array(fc.jsonValue()),
            rules: fc.jsonValue(),
            reminders: fc.array(fc.jsonValue()),
            answers: fc.array(fc.jsonValue()),
            practices: fc.oneof(fc.jsonValue(), fc.record({ wins: fc.array(fc.jsonValue()) })),
            entries: fc.array(fc.jsonValue())
          })
          .map((rest) => JSON.stringify({ app: 'toward', version: 3, ...head, ...rest }))
      )
  );
  fc.assert(
    fc.property(anything, (text) => {
      const parsed = parseBackup(text);
      if (!('problems' in parsed)) return;
      expect(parsed.problems.length).toBeGreaterThan(0);
      for (const { rule } of parsed.problems) expect(RULES).toContain(rule);
    })
  );
});

test('what the format does not know is dropped, whatever its name', () => {
  const text = fileWith('entries.0', bid).replace(
    '"kind":"bid"',
    '"kind":"bid","__proto__":{"warm":true},"constructor":{"prototype":{"by":"me"}},"score":5'
  );
  expect(text).toContain('__proto__');
  const [entry] = accountOf(text).entries;
  expect(entry).toEqual(bid);
  expect(Object.keys(entry ?? {})).not.toContain('__proto__');
  expect(Object.getPrototypeOf(entry)).toBe(Object.prototype);
  expect(({} as { warm?: true }).warm).toBeUndefined();
});

test('an id is the same in upper case', () => {
  const text = fileWith('entries.1.id', bid.id.toUpperCase());
  expect(problemsOf(fileWith('entries.1.id', 'ABCDEF00-0000-7000-8000-00000000000A'))).toEqual([]);
  expect(problemsOf(text)).toEqual(['entries[1].id: twice']);
});

test('many problems: the first ten are told, the others counted', () => {
  const bad = Array.from({ length: 200 }, (_, n) => ({ ...bid, id: idOf(n), at: -1, zone: 0 }));
  const parsed = parseBackup(fileWith('entries', bad));
  if (!('problems' in parsed)) throw new Error('taken in');
  expect(parsed.problems).toHaveLength(10);
  expect(parsed.problems[2]).toEqual({ path: 'entries[1].at', rule: 'instant' });
  expect(parsed.more).toBe(390);
});

test('a file nested without end is refused', () => {
  expect(problemsOf('['.repeat(1_000_000) + ']'.repeat(1_000_000))).toHaveLength(1);
  const deep = '['.repeat(100_000) + ']'.repeat(100_000);
  const text = fileWith('entries.0', 'DEEP').replace('"DEEP"', deep);
  expect(problemsOf(text)).toEqual(['entries[0].kind: kind']);
});

test('a list without end is refused for its length, not looked through', () => {
  const text = fileWith('pauses', 'LONG').replace('"LONG"', `[${'0,'.repeat(3_000_000)}0]`);
  expect(problemsOf(text)).toEqual(['pauses: pauses-max']);
  const log = fileWith('entries', 'LONG').replace('"LONG"', `[${'0,'.repeat(1_000_000)}0]`);
  expect(problemsOf(log)).toEqual(['entries: rows-max']);
});

test('a file of more than 100 MB is not read', async () => {
  const megabyte = ' '.repeat(1_000_000);
  const file = new Blob([...new Array(100).fill(megabyte), ' ']);
  expect(await readBackup(file)).toEqual({ problems: [{ path: '', rule: 'file-size' }], more: 0 });
});

test('a byte order mark before the text is no fault', async () => {
  const file = new Blob(['\ufeff', serialise(account, NOW)]);
  expect(await readBackup(file)).toMatchObject({ account });
});

test('a list of reminders or answers without end is refused for its length', () => {
  for (const [key, rule] of [
    ['reminders', 'reminders-max'],
    ['answers', 'rows-max']
  ] as const) {
    const text = fileWith(key, 'LONG').replace('"LONG"', `[${'0,'.repeat(1_000_000)}0]`);
    expect(problemsOf(text)).toEqual([`${key}: ${rule}`]);
  }
});
