import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { laterScripts, startScripts } from '../firstLoad.js';
import { expect, test } from './test.ts';

/** A sentence of Dexie's own that nothing else says. */
const DEXIE = 'Transaction has already completed or failed';

/** The most that a page may start with, in kB, as docs/bench.md counts it (e): what it weighs now, and a little. */
const MOST = 120;
const MOST_OF: Readonly<Record<string, number>> = {
  'index.html': 74,
  'balance/index.html': 85,
  'history/index.html': 81,
  'moments/index.html': 89,
  'safety/index.html': 84,
  'practice/help/index.html': 85,
  'practice/check-in/index.html': 137
};

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

test('no page starts with more than it does today', () => {
  const weigh = (file: string) => gzipSync(readFileSync(file), { level: 9 }).length / 1000;
  const over = pages
    .map(({ name, scripts }) => ({ name, kB: scripts.map(weigh).reduce((all, kB) => all + kB, 0) }))
    .filter(({ name, kB }) => kB > (MOST_OF[name] ?? MOST));
  expect(over).toEqual([]);
});

function has(file: string, text: string): boolean {
  return readFileSync(file, 'utf8').includes(text);
}
