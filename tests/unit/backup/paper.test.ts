import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { entryRecord } from '#lib/account/model/entry.ts';
import { SETTINGS } from '#lib/backup/model/settings.ts';
import { PRACTICES } from '#lib/practices/registry.ts';
import type { Field, Fields } from '#lib/record/field.ts';
import { answerField, reminderField } from '#lib/reminders/model/reminder.ts';

/*
 * The paper tells of each field that a file can hold, and of each name that may stand there.
 */

const paper = readFileSync('docs/data.md', 'utf8');

/** What stands below a heading, until the next one. */
function below(heading: string): string {
  const [, part = ''] = paper.split(`${heading}\n`);
  const [section = ''] = part.split(/\n###? /);
  return section;
}

/** The rows of the tables below a heading, by what is named first in each. */
function rowsBelow(heading: string): Map<string, string> {
  const rows = [...below(heading).matchAll(/^\| `(\w+)` +\| .+$/gm)];
  return new Map(rows.map(([row, key = '']) => [key, row]));
}

/** All that is named in a text. */
function namedIn(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
}

/** The names of fields, of those within them, and of what may stand there. */
function namesIn(fields: Fields): string[] {
  return Object.entries(fields).flatMap(([name, field]) => [name, ...namesOf(field)]);
}

function namesOf({ holds }: Field<unknown>): string[] {
  switch (holds.kind) {
    case 'list':
    case 'nullable':
      return namesOf(holds.of);
    case 'nested':
      return holds.shapes.flatMap(namesIn);
    case 'choice':
      return holds.names.filter((name) => typeof name === 'string');
    default:
      return [];
  }
}

test('it names the lists of practices that there are, in their order', () => {
  const told = rowsBelow('### A record of a practice').keys();
  expect([...told]).toEqual(PRACTICES.map(({ table }) => table));
});

test.each([
  ...PRACTICES.map(
    ({ table, shape }) => ['### A record of a practice', table, shape.all.flatMap(namesIn)] as const
  ),
  ...SETTINGS.map(({ key, field }) => ['## The backup', key, namesOf(field)] as const)
])('%s: it names the fields of %s', (heading, key, fields) => {
  expect(namedIn(rowsBelow(heading).get(key) ?? '')).toEqual(expect.arrayContaining(fields));
});

test.each([
  ['### An entry', entryRecord.shape.all.flatMap(namesIn)],
  ['### A reminder', namesOf(reminderField)],
  ['### An answer', namesOf(answerField)]
])('%s: it names its fields', (heading, fields) => {
  expect(namedIn(below(heading))).toEqual(expect.arrayContaining(fields));
});
