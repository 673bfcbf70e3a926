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
  writeFileSync(join(folder, 'shell.json'), JSON.stringify(Array(1000).fill('shell')));
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
  for (const path of [
    '/nothing',
    '/nothing/',
    '/_headers',
    '/../package.json',
    '/%2e%2e/package.json'
  ]) {
    const none = await at(path);
    expect([none.status, await none.text()]).toEqual([404, 'Not here']);
  }
});

test('what is not there is not looked for in a cache', async () => {
  const none = await site(folder, '').request('/fixed/b.js');
  expect([none.status, none.headers.get('cache-control')]).toEqual([404, 'no-cache']);
  expect(none.headers.get('referrer-policy')).toBe('no-referrer');
});

test('it comes compressed, and not again where it is the same', async () => {
  const ask = (headers: Record<string, string>) =>
    site(folder, '').request('/shell.json', { headers });
  const whole = await ask({});
  const packed = await ask({ 'Accept-Encoding': 'gzip' });
  expect(packed.headers.get('content-encoding')).toBe('gzip');
  const size = async (answer: Response) => (await answer.arrayBuffer()).byteLength;
  expect(await size(packed)).toBeLessThan((await size(whole)) / 10);
  const known = packed.headers.get('etag') ?? '';
  const same = await ask({ 'Accept-Encoding': 'gzip', 'If-None-Match': known });
  expect([same.status, await same.text()]).toEqual([304, '']);
  expect(same.headers.get('cache-control')).toBe('no-cache');
});

test('what lies beside the folder of the site is not its own', async () => {
  expect((await site(folder, '/toward').request('/reminders/')).status).toBe(404);
});
