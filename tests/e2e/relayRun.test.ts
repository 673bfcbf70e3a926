import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { copySources } from './relayFront.ts';
import { MIDNIGHT, put } from './seed.ts';
import { expect, test } from './test.ts';
import { openInstalled } from './worker.ts';

test('`npm run relay` builds site and relay, and serves both below a folder on one port', async ({
  page
}) => {
  const folder = await copySources();
  const data = join(folder, 'kept');
  const env = { ...process.env, BASE_PATH: '/toward', PORT: '0', RELAY_DATA: data };
  const relay = spawn('npm', ['run', 'relay'], {
    ...{ cwd: folder, env, detached: true },
    stdio: ['ignore', 'pipe', 'pipe']
  });
  const ended = once(relay, 'exit');
  let said = '';
  relay.stderr.on('data', (text) => (said += text));
  try {
    const started = new Promise<number>((resolve, reject) => {
      void ended.then(() => reject(new Error(said)));
      createInterface(relay.stdout).on('line', (line) => {
        if (line.includes('"started"')) resolve(JSON.parse(line).port);
      });
    });
    const site = `http://127.0.0.1:${await started}/toward`;
    await openInstalled(page, `${site}/reminders/`);
    await put(page, 'reminders', [MIDNIGHT]);
    await openInstalled(page, `${site}/reminders/`);
    await page.getByRole('button', { name: 'Look for a server' }).click();
    await expect(page.getByText('This site can ring you.')).toBeVisible();
    for (const name of ['vapid.json', 'relay.sqlite']) {
      expect(existsSync(join(data, name))).toBe(true);
    }
    expect((await page.request.get(`${site}/relay/v1/health`)).status()).toBe(200);
  } finally {
    // With all that npm has started.
    if (relay.exitCode === null) process.kill(-Number(relay.pid), 'SIGTERM');
    await ended;
    await rm(folder, { recursive: true });
  }
});
