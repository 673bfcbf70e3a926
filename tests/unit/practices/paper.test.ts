import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PRACTICES } from '#lib/practices/registry.ts';
import type { Fields } from '#lib/record/field.ts';

/*
 * The paper tells of each field that a file can hold of a practice, and of no other.
 */

const [, paper = ''] = readFileSync('docs/data.md', 'utf8').split('### A record of a practice\n');
const [section = ''] = paper.split('\n### ');
const rows = [...section.matchAll(/^\| `(\w+)` +\| (.+) \|$/gm)];
const told = new Map(rows.map(([, table = '', words = '']) => [table, words]));

/** The names of fields, and of those within them. */
function namesIn(fields: Fields): string[] {
  return Object.entries(fields).flatMap(([name, { holds }]) => {
    const inner = holds.kind === 'list' ? holds.of.holds : holds;
    return [name, ...(inner.kind === 'nested' ? inner.shapes.flatMap(namesIn) : [])];
  });
}

test('it names the lists that there are, in their order', () => {
  expect([...told.keys()]).toEqual(PRACTICES.map(({ table }) => table));
});

test.each(PRACTICES.map(({ table, shape }) => [table, shape.all.flatMap(namesIn)] as const))(
  'it names the fields of %s',
  (table, fields) => {
    const named = [...(told.get(table) ?? '').matchAll(/`([\w ]+)`/g)].map(([, name]) => name);
    expect(named).toEqual(expect.arrayContaining(fields));
  }
);
