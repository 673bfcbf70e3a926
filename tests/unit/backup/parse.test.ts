import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { serialise, toBackup } from '#lib/backup/format.ts';
import { parseBackup, readBackup } from '#lib/backup/read.ts';
import { RULES, type Rule } from '#lib/backup/rules.ts';
import type { Account } from '#lib/backup/model/account.ts';
import type { Entry } from '#lib/account/model/entry.ts';
import { UNTIL_RESUMED, type Answer, type Reminder } from '#lib/reminders/model/reminder.ts';
import type { Win } from '#lib/practices/ground/model/ground.ts';
import { NO_PRACTICES } from '#lib/practices/model/practices.ts';
import { DEFAULT_TERMS } from '#lib/account/model/terms.ts';
import { anyAccount } from './arbitrary.ts';

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
  rules: { mostADay: 2, pausedUntil: null, showsWords: true },
  reminders: [reminder],
  answers: [answer],
  checkIn: { isOn: true, weekday: 7, minute: 1140, skipped: '2026-11-15' },
  ideas: {
    own: [{ id: idOf(8), text: 'Feed the ducks', tags: ['short', 'out'] }],
    hidden: ['hug'],
    seen: ['moon', idOf(8)]
  },
  practices: { ...NO_PRACTICES, wins: [win] },
  entries: [bid, act]
};

/** The file of the account with one thing in it put another way. Without a value it is left out. */
function fileWith(path: string, value?: unknown): string {
  const file = JSON.parse(serialise(account, NOW));
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let place = file;
  for (const key of keys) place = place[key];
  if (value === undefined) Reflect.deleteProperty(place, last);
  else place[last] = value;
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
    'rules',
    'reminders',
    'answers',
    'ideas',
    'checkIn',
    'practices',
    'entries'
  ]);
  expect(toBackup(account, NOW)).toMatchObject({
    app: 'toward',
    version: 3,
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
    account: { terms, pauses, acts, reminders: [], answers: [], practices: NO_PRACTICES, entries },
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
  const { ideas, checkIn, ...known } = account;
  expect(ideas?.own).toHaveLength(1);
  expect(checkIn?.weekday).toBe(7);
  expect(accountOf(second)).toStrictEqual({ ...known, practices: NO_PRACTICES });
});

test('a table of practices that a file lacks is empty, and one that is not known is passed over', () => {
  const { goals, ...rest } = toBackup(account, NOW).practices;
  expect(goals).toEqual([]);
  const letters = [{ text: 'Dear you' }, 5];
  expect(accountOf(fileWith('practices', rest))).toStrictEqual(account);
  expect(accountOf(fileWith('practices', { ...rest, letters }))).toStrictEqual(account);
  expect(accountOf(fileWith('practices', {}))).toStrictEqual({
    ...account,
    practices: NO_PRACTICES
  });
  expect(problemsOf(fileWith('practices.goals', null))).toEqual(['practices.goals: list']);
  expect(problemsOf(fileWith('practices'))).toEqual(['practices: object']);
});

test('what is read is what was written', () => {
  fc.assert(
    fc.property(anyAccount, (any) => {
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

test('no single change of a good file makes it throw, or is taken in out of its range', () => {
  const places = [
    ...['exportedAt', 'terms', 'terms.worth', 'terms.worth.away', 'terms.halfLife', 'pauses'],
    ...['pauses.0', 'pauses.0.to', 'acts', 'acts.0', 'acts.0.name', 'entries', 'entries.0'],
    ...Object.keys(bid).map((key) => `entries.0.${key}`),
    ...['rules', 'rules.mostADay', 'rules.pausedUntil', 'reminders', 'reminders.0', 'answers'],
    ...['answers.0', 'reminders.0.plan.cue', 'reminders.0.times.kind', 'reminders.0.times.to'],
    ...['ideas', 'ideas.own', 'ideas.own.0', 'ideas.own.0.text', 'ideas.own.0.tags', 'ideas.seen'],
    ...Object.keys(reminder).map((key) => `reminders.0.${key}`),
    ...Object.keys(answer).map((key) => `answers.0.${key}`)
  ];
  fc.assert(
    fc.property(fc.constantFrom(...places), fc.jsonValue(), (place, value) => {
      const text = fileWith(place, value);
      const parsed = parseBackup(text);
      if ('problems' in parsed) {
        for (const { rule } of parsed.problems) expect(RULES).toContain(rule);
      } else {
        expect(parseBackup(serialise(parsed.account, NOW))).toMatchObject({
          account: parsed.account
        });
      }
    })
  );
});

test.each<[name: string, text: string, path: string, rule: Rule]>([
  ['nothing', '', '', 'json'],
  ['no JSON', '{"app": "toward",', '', 'json'],
  ['a picture', '\x89PNG\r\n', '', 'json'],
  ['null', 'null', '', 'app'],
  ['a list', '[]', '', 'app'],
  ['a text', '"toward"', '', 'app'],
  ['the file of another app', '{"app":"loop","version":1}', '', 'app'],
  ['an app in its prototype', '{"__proto__":{"app":"toward","version":1}}', '', 'app'],
  ['a newer version', '{"app":"toward","version":4}', '', 'newer'],
  ['no version', '{"app":"toward"}', 'version', 'version'],
  ['a version as a text', '{"app":"toward","version":"1"}', 'version', 'version'],
  ['version 0', '{"app":"toward","version":0}', 'version', 'version']
])('refused as a whole: %s', (_, text, path, rule) => {
  expect(parseBackup(text)).toEqual({ problems: [{ path, rule }], more: 0 });
});

const FAR = 4_133_980_800_000;

test.each<[place: string, value: unknown, problem: string]>([
  ['exportedAt', 5, 'exportedAt: timestamp'],
  ['exportedAt', 'yesterday', 'exportedAt: timestamp'],
  ['exportedAt', undefined, 'exportedAt: missing'],
  ['terms', undefined, 'terms: missing'],
  ['terms', 5, 'terms: object'],
  ['terms.worth', null, 'terms.worth: object'],
  ['terms.worth.toward', 21, 'terms.worth.toward: deposit'],
  ['terms.worth.toward', -1, 'terms.worth.toward: deposit'],
  ['terms.worth.kept', 1.5, 'terms.worth.kept: deposit'],
  ['terms.worth.away', 1, 'terms.worth.away: withdrawal'],
  ['terms.worth.against', '-5', 'terms.worth.against: withdrawal'],
  ['terms.worth.broken', undefined, 'terms.worth.broken: missing'],
  ['terms.halfLife', 6, 'terms.halfLife: half-life'],
  ['terms.halfLife', 181, 'terms.halfLife: half-life'],
  ['terms.halfLife', 28.5, 'terms.halfLife: half-life'],
  ['pauses', {}, 'pauses: list'],
  ['pauses', new Array(1001).fill({ from: '2026-01-01', to: null }), 'pauses: pauses-max'],
  ['pauses.0', '2026-01-01', 'pauses[0]: object'],
  ['pauses.0.from', '2026-02-29', 'pauses[0].from: day'],
  ['pauses.0.to', undefined, 'pauses[0].to: missing'],
  ['pauses.0.to', '2026-07-31', 'pauses[0].to: pause-end'],
  ['acts', 'helped', 'acts: list'],
  ['acts', Array.from({ length: 201 }, (_, n) => ({ name: `act ${n}` })), 'acts: acts-max'],
  ['acts.0.name', '  ', 'acts[0].name: name'],
  ['acts.0.name', 'x'.repeat(61), 'acts[0].name: act-length'],
  ['acts.0.hidden', false, 'acts[0].hidden: true'],
  ['acts.3.name', ' asked ', 'acts[3].name: twice'],
  ['entries', undefined, 'entries: list'],
  ['entries', { 0: bid }, 'entries: list'],
  ['entries.1', null, 'entries[1]: object'],
  ['entries.1', [], 'entries[1].kind: kind'],
  ['entries.1.id', 7, 'entries[1].id: uuid'],
  ['entries.1.id', '01900000-0000-7000-8000', 'entries[1].id: uuid'],
  ['entries.1.id', bid.id, 'entries[1].id: twice'],
  ['entries.1.at', -1, 'entries[1].at: instant'],
  ['entries.1.at', 1.5, 'entries[1].at: instant'],
  ['entries.1.at', FAR, 'entries[1].at: instant'],
  ['entries.1.at', '2026-11-22', 'entries[1].at: instant'],
  ['entries.1.updatedAt', FAR, 'entries[1].updatedAt: instant'],
  ['entries.1.updatedAt', undefined, 'entries[1].updatedAt: missing'],
  ['entries.1.day', '2023-11-31', 'entries[1].day: day'],
  ['entries.1.day', '2023-11-16', 'entries[1].day: day-of-at'],
  ['entries.1.day', '2023-11-12', 'entries[1].day: day-of-at'],
  ['entries.1.zone', '', 'entries[1].zone: zone'],
  ['entries.1.zone', 'Europe/<b>', 'entries[1].zone: zone'],
  ['entries.1.zone', 'x'.repeat(65), 'entries[1].zone: zone'],
  ['entries.1.note', 'x'.repeat(2001), 'entries[1].note: note-length'],
  ['entries.1.note', null, 'entries[1].note: text'],
  ['entries.1.kind', 'kiss', 'entries[1].kind: kind'],
  ['entries.1.kind', undefined, 'entries[1].kind: kind'],
  ['entries.1.kind', 'constructor', 'entries[1].kind: kind'],
  ['entries.1.by', 'them', 'entries[1].by: who'],
  ['entries.0.response', 'warm', 'entries[0].response: response'],
  ['entries.0.response', undefined, 'entries[0].response: missing'],
  ['entries.0.warm', false, 'entries[0].warm: true'],
  ['entries.0.about', 'money', 'entries[0].about: about'],
  ['entries.1.act', '', 'entries[1].act: name'],
  ['entries.1.act', 'x'.repeat(61), 'entries[1].act: act-length'],
  ['entries.1', { ...bid, id: idOf(3), kind: 'promise' }, 'entries[1].outcome: missing'],
  [
    'entries.1',
    { ...bid, id: idOf(3), kind: 'promise', outcome: 'open' },
    'entries[1].outcome: outcome'
  ],
  ['entries.1', { ...bid, id: idOf(3), kind: 'repair', of: 'it' }, 'entries[1].of: uuid'],
  ['rules', undefined, 'rules: missing'],
  ['rules', 3, 'rules: object'],
  ['rules.mostADay', 0, 'rules.mostADay: times-a-day'],
  ['rules.mostADay', 13, 'rules.mostADay: times-a-day'],
  ['rules.pausedUntil', undefined, 'rules.pausedUntil: missing'],
  ['rules.pausedUntil', 'tomorrow', 'rules.pausedUntil: instant'],
  // Neither an instant that a date can hold nor "until resumed".
  ['rules.pausedUntil', 9_000_000_000_000_000, 'rules.pausedUntil: instant'],
  ['rules.showsWords', 'yes', 'rules.showsWords: flag'],
  ['reminders', undefined, 'reminders: missing'],
  ['reminders', {}, 'reminders: list'],
  ['reminders', [reminder, reminder], 'reminders[1].id: twice'],
  ['reminders.0', null, 'reminders[0]: object'],
  ['reminders.0.id', '7', 'reminders[0].id: uuid'],
  ['reminders.0.updatedAt', FAR, 'reminders[0].updatedAt: instant'],
  ['reminders.0.createdAt', undefined, 'reminders[0].createdAt: missing'],
  ['reminders.0.text', 'x'.repeat(201), 'reminders[0].text: reminder-length'],
  ['reminders.0.text', null, 'reminders[0].text: text'],
  ['reminders.0.plan', 'if, then', 'reminders[0].plan: object'],
  ['reminders.0.plan.cue', '  ', 'reminders[0].plan.cue: name'],
  ['reminders.0.plan.action', 'x'.repeat(201), 'reminders[0].plan.action: reminder-length'],
  ['reminders.0.days', 'daily', 'reminders[0].days: list'],
  ['reminders.0.days', [1, 0], 'reminders[0].days[1]: weekday'],
  ['reminders.0.days', [1, 1.5], 'reminders[0].days[1]: weekday'],
  ['reminders.0.days', [1, 2, 1], 'reminders[0].days[2]: twice'],
  ['reminders.0.days', [1, 2, 3, 4, 5, 6, 7, 1], 'reminders[0].days: weekday'],
  ['reminders.0.times', [1200], 'reminders[0].times.kind: times'],
  ['reminders.0.times', null, 'reminders[0].times: object'],
  ['reminders.0.times.kind', 'hourly', 'reminders[0].times.kind: times'],
  ['reminders.0.times.count', 1e9, 'reminders[0].times.count: times-a-day'],
  ['reminders.0.times.count', 0.5, 'reminders[0].times.count: times-a-day'],
  ['reminders.0.times.from', -1, 'reminders[0].times.from: minute'],
  ['reminders.0.times.to', 1440, 'reminders[0].times.to: minute'],
  ['reminders.0.times.to', 540, 'reminders[0].times.to: window'],
  ['reminders.0.times', { kind: 'fixed' }, 'reminders[0].times.at: missing'],
  ['reminders.0.times', { kind: 'fixed', at: [90.5] }, 'reminders[0].times.at[0]: minute'],
  ['reminders.0.times', { kind: 'fixed', at: [] }, 'reminders[0].times.at: times-a-day'],
  ['reminders.0.times', { kind: 'fixed', at: [60, 60] }, 'reminders[0].times.at[1]: twice'],
  [
    'reminders.0.times',
    { kind: 'fixed', at: Array.from({ length: 13 }, (_, hour) => hour * 60) },
    'reminders[0].times.at: times-a-day'
  ],
  ['reminders.0.quiet.to', '07:00', 'reminders[0].quiet.to: minute'],
  ['reminders.0.isOn', 1, 'reminders[0].isOn: flag'],
  ['reminders.0.sequence', -1, 'reminders[0].sequence: count'],
  ['reminders.0.sequence', 1_000_000_001, 'reminders[0].sequence: count'],
  ['checkIn', 5, 'checkIn: object'],
  ['checkIn.weekday', 0, 'checkIn.weekday: weekday'],
  ['checkIn.minute', 1440, 'checkIn.minute: minute'],
  ['checkIn.skipped', 'Sunday', 'checkIn.skipped: day'],
  ['ideas', 5, 'ideas: object'],
  ['ideas.own', undefined, 'ideas.own: missing'],
  ['ideas.own', [account.ideas?.own[0], account.ideas?.own[0]], 'ideas.own[1].id: twice'],
  ['ideas.own', new Array(501).fill(account.ideas?.own[0]), 'ideas.own: ideas-max'],
  ['ideas.own.0.id', 'hug', 'ideas.own[0].id: uuid'],
  ['ideas.own.0.text', ' ', 'ideas.own[0].text: name'],
  ['ideas.own.0.text', 'x'.repeat(201), 'ideas.own[0].text: line-length'],
  ['ideas.own.0.tags', ['cheap'], 'ideas.own[0].tags[0]: choice'],
  ['ideas.hidden', 'hug', 'ideas.hidden: list'],
  ['ideas.hidden.0', '', 'ideas.hidden[0]: name'],
  ['ideas.seen', new Array(2000).fill('hug'), 'ideas.seen: ideas-max'],
  ['answers', undefined, 'answers: missing'],
  ['answers', [answer, { ...answer, reply: 'not yet' }], 'answers[1]: twice'],
  ['answers.0', 'yes', 'answers[0]: object'],
  ['answers.0.reminderId', 7, 'answers[0].reminderId: uuid'],
  ['answers.0.day', '2023-02-29', 'answers[0].day: day'],
  ['answers.0.minute', 1440, 'answers[0].minute: minute'],
  ['answers.0.shownAt', FAR, 'answers[0].shownAt: instant'],
  ['answers.0.reply', 'maybe', 'answers[0].reply: reply'],
  ['answers.0.reply', undefined, 'answers[0].repliedAt: replied-at'],
  ['answers.0.repliedAt', undefined, 'answers[0].repliedAt: replied-at'],
  ['answers.0.repliedAt', -1, 'answers[0].repliedAt: instant']
])('%s as %j', (place, value, problem) => {
  expect(problemsOf(fileWith(place, value))).toEqual([problem]);
});

test.each<[what: string, place: string, value: unknown]>([
  ['no fading', 'terms.halfLife', null],
  ['a pause still going on', 'pauses.0.to', null],
  ['the day before, west of Greenwich', 'entries.1.day', '2023-11-13'],
  ['the day after, east of it', 'entries.1.day', '2023-11-15'],
  ['an old name of a zone', 'entries.1.zone', 'Asia/Calcutta'],
  ['a zone newer than the browser', 'entries.1.zone', 'Europe/Atlantis'],
  ['a zone given as an offset', 'entries.1.zone', '+05:45'],
  ['the longest note', 'entries.1.note', 'x'.repeat(2000)],
  ['no entries', 'entries', []],
  ['a pause of all reminders until it is ended', 'rules.pausedUntil', UNTIL_RESUMED],
  ['nothing on what others may see', 'rules.showsWords', undefined],
  ['a reminder without a plan', 'reminders.0.plan', undefined],
  ['a reminder without quiet hours', 'reminders.0.quiet', undefined],
  ['the longest text', 'reminders.0.text', 'x'.repeat(200)],
  ['fixed times', 'reminders.0.times', { kind: 'fixed', at: [0, 1439] }],
  ['a prompt still unanswered', 'answers.0', { ...answer, reply: undefined, repliedAt: undefined }],
  ['no reminders', 'reminders', []]
])('taken in: %s', (_, place, value) => {
  expect(problemsOf(fileWith(place, value))).toEqual([]);
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
  expect(problemsOf(log)).toEqual(['entries: entries-max']);
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
  for (const key of ['reminders', 'answers']) {
    const text = fileWith(key, 'LONG').replace('"LONG"', `[${'0,'.repeat(1_000_000)}0]`);
    expect(problemsOf(text)).toEqual([`${key}: ${key}-max`]);
  }
});
