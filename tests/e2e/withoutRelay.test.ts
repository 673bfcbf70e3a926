import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startScripts } from '../firstLoad.js';
import { expect, test } from './test.ts';

/*
 * The built site where no relay was named: plain files for any host. That nothing is asked of a relay
 * until somebody looks for one is in ring.test.ts, and no other test's pages may ask.
 */

/** What only the relay's server says, each in another of its files. */
const SERVER = [
  'RELAY_DATABASE',
  'EADDRINUSE',
  'fcm.googleapis.com',
  'for update skip locked',
  'pragma journal_mode'
];
/** What only the code that rings says: that which asks a relay, and that which subscribes and seals. */
const RINGING = ['/devices/${', 'applicationServerKey', 'web_push'];
/** Where the page looks for a relay. */
const LOOKED = '/relay/v1';

const built = filesIn('build');
const pages = built.filter((file) => file.endsWith('.html'));

test('holds nothing of the relay’s server', () => {
  const server = filesIn('src/relay');
  for (const words of SERVER) {
    expect(holding(server, words), words).toHaveLength(1);
    expect(holding(built, words), words).toEqual([]);
  }
});

test('rings by the worker alone, and by the page of reminders', () => {
  const holders = RINGING.flatMap((words) => {
    const found = holding(built, words).filter((file) => !file.endsWith('shell.json'));
    expect(found, words).toHaveLength(2);
    expect(found, words).toContain('build/service-worker.js');
    return found;
  });
  const looking = holding(built, LOOKED).filter((file) => !file.endsWith('shell.json'));
  expect(looking).toHaveLength(1);
  const starting = pages.filter((page) =>
    startScripts(page).some((script) => [...holders, ...looking].includes(script))
  );
  expect(starting).toEqual(['build/reminders/index.html']);
});

test('reaches no host but its own', () => {
  expect(pages.length).toBeGreaterThan(10);
  const policies = [...pages, 'build/_headers']
    .flatMap((file) => readFileSync(file, 'utf8').match(/connect-src[^;"\n]*/g) ?? [])
    .map((policy) => policy.trim());
  expect(policies.length).toBeGreaterThan(10);
  expect(new Set(policies)).toEqual(new Set(["connect-src 'self'"]));
});

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}

function holding(files: readonly string[], words: string): string[] {
  return files.filter((file) => readFileSync(file, 'utf8').includes(words));
}
