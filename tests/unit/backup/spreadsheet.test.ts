import { read, utils } from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry, Facts } from '#lib/account/model/entry.ts';
import { entriesToCsv } from '#lib/backup/csv.ts';
import { momentAt } from '#lib/time/day.ts';

/*
 * The table as a spreadsheet reads it, whatever it takes for the separator: nothing that was written
 * may become a formula, on whichever cell or line the spreadsheet ends up.
 */

const SEPARATORS = [',', ';', '\t', '|'] as const;
/** What spreadsheets take for a formula, also behind quotes, blanks and what can't be seen. */
const FORMULA = /^["\s\p{C}]*[=+\-@＝＋－＠]/u;

function entry(facts: Facts, zone = 'Europe/Berlin'): Entry {
  const at = Date.UTC(2026, 10, 22, 22, 30);
  return { id: '', ...momentAt(at, 'Europe/Berlin'), zone, updatedAt: at, ...facts };
}

/** The cells that SheetJS makes of a text, row by row, and the formulas among them. */
function opened(text: string, FS: string) {
  const sheetOf = (raw: boolean) => {
    const { Sheets, SheetNames } = read(text, { type: 'string', FS, raw });
    return Sheets[SheetNames[0] ?? ''] ?? {};
  };
  const cells: { f?: string }[] = Object.values(sheetOf(false));
  return {
    rows: utils.sheet_to_json<string[]>(sheetOf(true), { header: 1, defval: '' }),
    formulas: cells.flatMap(({ f }) => f ?? [])
  };
}

/** The same for a reader that ends a cell at each separator and line end, whatever its quotes. */
const torn = (text: string, separator: string) =>
  text.split(/[\r\n\v\f\u0085\u2028\u2029]/).flatMap((line) => line.split(separator));

function expectHarmless(log: readonly Entry[]) {
  const text = entriesToCsv(log).slice(1);
  for (const separator of SEPARATORS) {
    const { rows, formulas } = opened(text, separator);
    expect(formulas).toEqual([]);
    for (const cell of [...rows.flat(), ...torn(text, separator)]) {
      expect(cell).not.toMatch(FORMULA);
    }
  }
}

describe.each(SEPARATORS)('where %j separates', (separator) => {
  test.each([
    '=1+1',
    `x${separator}=1+1`,
    `x${separator}"=HYPERLINK("https://example.org")`,
    `x${separator}""=1+1`,
    `x${separator} =1+1`,
    `x${separator}\u200b=1+1`,
    `x${separator}\r\n=1+1`,
    `x\n${separator}@SUM(1)`,
    `x"${separator}"+1`,
    `"${separator}"-1"${separator}"`,
    `x\r${separator}＝1`,
    `\u2028=1${separator}`,
    '\t=1+1',
    ' =1+1',
    '"=1+1"'
  ])('the note %j is no formula', (note) => {
    expectHarmless([
      entry({ kind: 'experience', note }),
      entry({ kind: 'act', by: 'me', act: note }),
      entry({ kind: 'experience', note: '=after' })
    ]);
  });
});

test('whatever is written in notes, acts and zones, no cell is a formula', () => {
  const part = fc.constantFrom(...'=+-@＝"\'`;,|\t\r\n \u2028\u200ba1', '\r\n', '=HYPERLINK("x")');
  const words = fc.array(part, { minLength: 1, maxLength: 12 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.array(fc.tuple(words, words), { maxLength: 4 }), (log) => {
      expectHarmless(
        log.flatMap(([note, act]) => [
          entry({ kind: 'experience', note }, '+05:30'),
          entry({ kind: 'act', by: 'partner', act, note })
        ])
      );
    }),
    { numRuns: 300 }
  );
});

test('where a comma separates, each note is its own cell, as it was written', () => {
  const notes = ['she said "hi"; then, tea', 'one\ntwo', 'a = b - c', '5 - 3, -2', 'Grüße ☕'];
  const log = notes.map((note) => entry({ kind: 'experience', note }));
  const { rows } = opened(entriesToCsv(log).slice(1), ',');
  expect(rows.map((row) => row.at(-1))).toEqual([
    'note',
    'she said "hi"; then, tea',
    'one\ntwo',
    'a = b - c',
    "5 - 3, '-2",
    'Grüße ☕'
  ]);
});
