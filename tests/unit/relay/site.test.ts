import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { site } from '../../../src/relay/site.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'toward-site-'));
  mkdirSync(join(folder, 'reminders'));
  mkdirSync(join(folder, 'fixed'));
  writeFileSync(join(folder, 'index.html'), 'Today');
  writeFileSync(join(folder, 'reminders/index.html'), 'Reminders');
  writeFileSync(join(folder, 'fixed/a.js'), '1');
  writeFileSync(join(folder, '404.html'), 'Not here');
  writeFileSync(
    join(folder, '_headers'),
    '/*\n  Referrer-Policy: no-referrer\n/fixed/*\n  Cache-Control: immutable\n'
  );
});

afterAll(() => rmSync(folder, { recursive: true }));

test.each(['', '/toward'])('below "%s" the site is served as it was built', async (base) => {
  const app = site(folder, base);
  const at = (path: string) => app.request(`${base}${path}`);
  const page = await at('/reminders/');
  expect([page.status, await page.text()]).toEqual([200, 'Reminders']);
  expect(page.headers.get('referrer-policy')).toBe('no-referrer');
  expect(page.headers.get('cache-control')).toBe('no-cache');
  expect((await at('/fixed/a.js')).headers.get('cache-control')).toBe('immutable');
  const moved = await at('/reminders?due');
  expect([moved.status, moved.headers.get('location')]).toEqual([301, `${base}/reminders/?due`]);
  for (const path of ['/nothing', '/nothing/', '/../package.json', '/%2e%2e/package.json']) {
    const none = await at(path);
    expect([none.status, await none.text()]).toEqual([404, 'Not here']);
  }
});

test('what lies beside the folder of the site is not its own', async () => {
  expect((await site(folder, '/toward').request('/reminders/')).status).toBe(404);
});
