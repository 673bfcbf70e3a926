import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { laterScripts, startScripts } from '../firstLoad.js';
import { expect, test } from './test.ts';

/** A sentence of Dexie's own that nothing else says. */
const DEXIE = 'Transaction has already completed or failed';

const pages = readdirSync('build', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.html'))
  .map((name) => ({ name, scripts: startScripts(join('build', name)) }));

test('Dexie is one script of the build, and each page of the app names it for later', () => {
  const holders = readdirSync('build/_app/immutable', { recursive: true, encoding: 'utf8' })
    .map((name) => join('build/_app/immutable', name))
    .filter((file) => file.endsWith('.js') && has(file, DEXIE));
  expect(holders).toHaveLength(1);
  const apps = pages.filter(({ scripts }) => scripts.length > 0);
  expect(apps.length).toBeGreaterThan(10);
  for (const { name } of apps)
    expect(laterScripts(join('build', name)), name).toContain(holders[0]);
});

for (const { name, scripts } of pages) {
  test(`${name} starts without Dexie`, () => {
    expect(scripts.filter((file) => has(file, DEXIE))).toEqual([]);
  });
}

function has(file: string, text: string): boolean {
  return readFileSync(file, 'utf8').includes(text);
}
