import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Account } from '#lib/backup/model/account.ts';
import { parseBackup } from '#lib/backup/read.ts';
import { open } from '#lib/backup/seal.ts';

/*
 * The backups that each version of the app wrote, which must be read for ever. How they were made
 * stands beside them.
 */

const FOLDER = 'tests/fixtures/frozen';
const textOf = (name: string) => readFileSync(`${FOLDER}/${name}`, 'utf8');

/** What a file holds; fails where it is refused. */
function read(text: string): Account {
  const parsed = parseBackup(text);
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed));
  return parsed.account;
}

const RECORDS = {
  groundings: 2,
  questions: 2,
  thoughts: 2,
  fears: 5,
  requests: 2,
  promises: 7,
  disclosures: 3,
  sharedTimes: 5,
  checkIns: 2,
  goals: 2,
  wins: 1,
  sentences: 2
};
const NO_RECORDS = Object.fromEntries(Object.keys(RECORDS).map((table) => [table, 0]));

function countsOf({ entries, reminders, answers, practices }: Account) {
  const tables = Object.keys(RECORDS) as (keyof typeof RECORDS)[];
  const records = tables.map((table) => [table, practices[table].length]);
  return [entries.length, reminders.length, answers.length, Object.fromEntries(records)];
}

/** Until version 4 a record named its entry. Since then the entry bears the record's id. */
function withIdsOfRecords(text: string): unknown {
  const owners = new Map<string, string>();
  const file: unknown = JSON.parse(text, (_, value) => {
    const { entryId, ...record } = Object(value) as { readonly entryId?: string; id: string };
    if (entryId === undefined) return value as unknown;
    owners.set(entryId, record.id);
    return record;
  });
  return JSON.parse(JSON.stringify(file), (key, value) =>
    key === 'id' ? (owners.get(value as string) ?? value) : (value as unknown)
  );
}

test.each([
  ['backup-1.json', [21, 0, 0, NO_RECORDS]],
  ['backup-2.json', [23, 3, 5, NO_RECORDS]],
  ['backup-3-early.json', [28, 3, 5, RECORDS]],
  ['backup-3.json', [28, 3, 5, RECORDS]]
])('all that %s holds arrives', (name, counts) => {
  const account = read(textOf(name));
  expect(countsOf(account)).toEqual(counts);
  // A version to come may add to each of them; what was written stays.
  const { app, version, exportedAt, ...written } = withIdsOfRecords(textOf(name)) as object & {
    readonly [Key in 'app' | 'version' | 'exportedAt']: unknown;
  };
  expect([app, exportedAt]).toEqual(['toward', '2026-11-22T17:40:00.000Z']);
  expect(name).toContain(`backup-${String(version)}`);
  expect(account).toMatchObject(written);
});

test('all that backup-4.json holds arrives', () => {
  const account = read(textOf('backup-4.json'));
  expect(countsOf(account)).toEqual([27, 3, 5, RECORDS]);
  expect(account).toMatchObject({ practices: { wins: [{ text: 'Swam before work' }] } });
  expect(account.deleted ?? []).toEqual([]);
});

test('all that backup-4-late.json holds arrives', () => {
  const account = read(textOf('backup-4-late.json'));
  const records = { ...RECORDS, groundings: 3, thoughts: 3, requests: 3, wins: 0 };
  expect(countsOf(account)).toEqual([26, 3, 5, records]);
  const { groundings, thoughts } = account.practices;
  expect(groundings.map(({ unsent }) => unsent)).toContain('Where are you?');
  expect(thoughts.map(({ patterns }) => patterns)).toContainEqual(['mind-reading']);
  expect(account.deleted).toHaveLength(2);
});

test.each(['backup-1.json', 'backup-2.json', 'backup-3-early.json', 'backup-3.json'])(
  '%s says what was logged and decided',
  (name) => {
    const { entries, terms, pauses, acts } = read(textOf(name));
    expect(entries).toContainEqual({
      id: '01a10d26-a980-7102-8f21-000000a5c5e9',
      at: 1_791_222_000_000,
      day: '2026-10-05',
      zone: 'Europe/Berlin',
      updatedAt: 1_791_222_000_000,
      kind: 'bid',
      by: 'partner',
      response: 'toward',
      warm: true,
      about: 'good news',
      note: 'The new job.'
    });
    const noted = entries.map(({ note }) => note);
    expect(noted).toContain('Über den Urlaub: "nie wieder" 😞\nZweite Zeile.');
    expect(noted).not.toContain('A slip of the finger.');
    expect([terms.worth.against, terms.halfLife]).toEqual([-6, 35]);
    expect(pauses).toContainEqual({ from: '2026-11-20', to: null });
    expect(acts).toContainEqual({ name: 'kiss', hidden: true });
    expect(acts[3]).toEqual({ name: 'made soup' });
  }
);

test.each(['backup-2.json', 'backup-3-early.json', 'backup-3.json'])(
  '%s says what was planned, and answered',
  (name) => {
    const { reminders, answers, rules } = read(textOf(name));
    expect(reminders.map(({ plan, text }) => plan?.cue ?? text)).toEqual([
      'Ask how her day was',
      'we meet again after work',
      'Water the plants together'
    ]);
    expect(answers.map(({ reply }) => reply)).toEqual([
      'yes',
      'not yet',
      undefined,
      'yes',
      'not today'
    ]);
    expect(rules).toEqual({ mostADay: 4, pausedUntil: 1_795_417_200_000, showsWords: true });
  }
);

test.each(['backup-3-early.json', 'backup-3.json'])('%s says what was practiced', (name) => {
  const { practices, ideas, checkIn, entries } = read(textOf(name));
  expect(practices).toMatchObject({
    groundings: [{ trigger: 'No answer all evening', before: 8, after: 3, helped: ['walk'] }, {}],
    questions: [{ root: 'both', rootNote: 'My father left like that.' }, { root: null }],
    thoughts: [{ thought: 'She is going to leave me.', before: 85, after: 30 }, {}],
    fears: [{ by: '2026-12-24' }, { outcome: 'did not', line: 'We danced twice.' }, {}, {}, {}],
    requests: [{ feelings: ['lonely', 'a bit invisible'] }, {}],
    checkIns: [{ isTogether: true, thanksPartner: ['For the lights'] }, { felt: 'Long.' }],
    goals: [{ steps: [{ text: 'Buy shoes', isDone: true }, { isDone: false }] }, { isDone: true }],
    wins: [{ text: 'Called an old friend' }],
    sentences: [{ harsh: 'I ruin everything.' }, { fair: 'I can wait until morning.' }]
  });
  const promise = practices.promises.find(({ text }) => text === 'Fix both bike lights');
  expect(promise).toMatchObject({ by: 'me', due: '2026-10-24', outcome: 'kept' });
  expect(entries).toContainEqual(
    expect.objectContaining({ kind: 'promise', outcome: 'kept', note: 'Fix both bike lights' })
  );
  expect(practices.disclosures.map(({ note }) => note)).toContain('I lied about the cigarettes.');
  expect(practices.sharedTimes.map(({ memory }) => memory)).toContain(
    'Two herons, and cold hands.'
  );
  expect(ideas?.own).toMatchObject([{ text: 'Feed the ducks', tags: ['short', 'out'] }]);
  expect(checkIn).toEqual({ isOn: true, weekday: 6, minute: 1110, skipped: '2026-11-21' });
});

test(
  'the sealed backup opens with its passphrase, and holds the same',
  { timeout: 60_000 },
  async () => {
    const sealed = readFileSync(`${FOLDER}/backup-3.age`);
    const opened = await open(sealed, 'five green bottles');
    expect(new TextDecoder().decode(opened)).toBe(textOf('backup-3.json'));
  }
);
