import { expect, test } from 'vitest';
import { entriesToCsv } from '#lib/backup/csv.ts';
import { momentAt } from '#lib/time/day.ts';
import type { Entry, Facts } from '#lib/account/model/entry.ts';

/** 23:30 in Berlin, already the next day in Auckland. */
const AT = Date.UTC(2026, 10, 22, 22, 30);

function entry(facts: Facts, { at = AT, zone = 'Europe/Berlin' } = {}): Entry {
  const id = '01900000-0000-7000-8000-000000000001';
  return { id, ...momentAt(at, zone), updatedAt: at, ...facts };
}

const noted = (note: string) => entriesToCsv([entry({ kind: 'experience', note })]);
const noteCell = (note: string) =>
  noted(note).split('2026-11-22,23:30,Europe/Berlin,experience,,,,,,,,,')[1];

test('a byte order mark, a line of names, a line an entry, each ended by CR LF', () => {
  expect(entriesToCsv([])).toBe(
    '\ufeffdate,time,zone,kind,by,response,warm,about,act,outcome,favorite,hidden,note\r\n'
  );
  expect(noted('x')).toMatch(/^\ufeffdate,.*\r\n2026-11-22,.*,x\r\n$/);
});

test.each<[facts: Facts, line: string]>([
  [
    { kind: 'bid', by: 'partner', response: 'toward', warm: true, about: 'good news' },
    'bid,partner,toward,yes,good news,,,,,'
  ],
  [{ kind: 'bid', by: 'me', response: 'against' }, 'bid,me,against,,,,,,,'],
  [{ kind: 'act', by: 'partner', act: 'brought tea' }, 'act,partner,,,,brought tea,,,,'],
  [{ kind: 'repair', by: 'me', note: 'sorry' }, 'repair,me,,,,,,,,sorry'],
  [{ kind: 'promise', by: 'partner', outcome: 'kept' }, 'promise,partner,,,,,kept,,,'],
  [{ kind: 'experience', favorite: true, hidden: true, note: 'x' }, 'experience,,,,,,,yes,yes,x'],
  [{ kind: 'experience' }, 'experience,,,,,,,,,']
])('%j', (facts, line) => {
  expect(entriesToCsv([entry(facts)]).split('\r\n')[1]).toBe(
    `2026-11-22,23:30,Europe/Berlin,${line}`
  );
});

test('date and time are those of the place where it was logged, oldest first', () => {
  const there = entry({ kind: 'experience' }, { at: AT - 1, zone: 'Pacific/Auckland' });
  const lines = entriesToCsv([entry({ kind: 'experience' }), there]).split('\r\n');
  expect(lines[1]).toMatch(/^2026-11-23,11:29,Pacific\/Auckland,/);
  expect(lines[2]).toMatch(/^2026-11-22,23:30,Europe\/Berlin,/);
});

test('a zone that the reader does not know is told as UTC, as on the page', () => {
  const lost = { ...entry({ kind: 'experience' }), zone: 'Europe/Atlantis' };
  expect(entriesToCsv([lost]).split('\r\n')[1]).toMatch(/^2026-11-22,22:30,UTC,/);
});

test.each([
  ['plain', 'plain\r\n'],
  ['a, b', '"a, b"\r\n'],
  ['she said "hi"', '"she said ""hi"""\r\n'],
  ['one\ntwo', '"one\ntwo"\r\n'],
  ['Grüße ☕', 'Grüße ☕\r\n'],
  ['=1+1', `"'=1+1"\r\n`],
  ['+49 30', `"'+49 30"\r\n`],
  ['-5 degrees', `"'-5 degrees"\r\n`],
  ['@home', `"'@home"\r\n`],
  ['\tx', `"'\tx"\r\n`],
  ['\rx', `"'\rx"\r\n`],
  ['\t=1+1', `"'\t'=1+1"\r\n`],
  ['＝1+1', `"'＝1+1"\r\n`],
  ['a\n=1+1', `"a\n'=1+1"\r\n`],
  ['a;=1+1', `"a;'=1+1"\r\n`],
  ['a = b - c', 'a = b - c\r\n'],
  ["it's", `"it's"\r\n`]
])('the note %j', (note, cell) => {
  expect(noteCell(note)).toBe(cell);
});
