import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** What the app promises, and what its practices teach: each row has its place and its test. */
const PAPERS = ['docs/promises.md', 'docs/practices.md'].map((path) => readFileSync(path, 'utf8'));
const ROWS = PAPERS.join('\n')
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) => line.split('|').slice(1, -1))
  .filter(([promise = '']) => !/^ (promise|advice|-+) +$/.test(promise));

const MESSAGES = ['en.json', ...readdirSync('src/i18n/messages/en').map((name) => `en/${name}`)]
  .map((name) => readFileSync(`src/i18n/messages/${name}`, 'utf8'))
  .join();

test.each(ROWS)('is said and shown by a test:%s', (_, where = '', tests = '') => {
  const named = tests.split('<br>').map((each) => /^ ?`(.+?)` › (.+?) *$/.exec(each) ?? []);
  expect(named.length).toBeGreaterThan(0);
  for (const [, file = '', title = ''] of named) {
    const path = `tests/${file}.test.ts`;
    expect(existsSync(path), path).toBe(true);
    const code = readFileSync(path, 'utf8').replaceAll(' @everywhere', '');
    const quoted = ["'", '"', '`'].map((quote) => `${quote}${title}${quote}`);
    expect(
      quoted.some((each) => code.includes(each)),
      `${path}: ${title}`
    ).toBe(true);
  }
  for (const [, key = ''] of where.matchAll(/`(\w+)`/g)) expect(MESSAGES).toContain(`"${key}"`);
});
