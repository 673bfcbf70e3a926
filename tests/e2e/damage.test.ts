import { mkdtemp, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { serve, type Site } from '../server.js';
import { startStorage } from './browser.ts';

/*
 * The files of the database are damaged on the disk, in several ways: at the next start the app
 * offers the second copy, and with it all is back.
 */

let site: Site;
test.beforeAll(async () => void (site = await serve()));
test.afterAll(() => site.stop());

type Way = (file: string, size: number) => Promise<void>;

const WAYS: Record<string, Way> = {
  'cut to nothing': (file) => truncate(file, 0),
  'cut in half': (file, size) => truncate(file, Math.floor(size / 2)),
  'written over': (file, size) => writeFile(file, Buffer.alloc(size, 0x5a)),
  removed: (file) => rm(file)
};

/** All ways in the long rounds; in the short ones the one that leaves least to read. */
const TRIED = process.env.FAULT_ROUNDS ? Object.keys(WAYS) : ['written over'];

test('whatever is done to the files of the database, the second copy brings all back', async () => {
  const profile = await mkdtemp(join(tmpdir(), 'toward-'));
  let { page, context } = await start(profile);
  for (const name of ['I turned toward', 'They missed it', 'I turned toward', 'helped']) {
    await page.getByRole('button', { name, exact: true }).click();
  }
  await expect(balance(page)).toHaveText('2');
  await copied(page, 4);
  const before = await stored(page);
  expect(before).toHaveLength(4);

  for (const name of TRIED) {
    await context.close();
    await damageAll(profile, WAYS[name] as Way);
    ({ page, context } = await start(profile));
    const back = page.getByRole('button', { name: /^Restore the copy from .*, 4 moments$/ });
    await expect(back, name).toBeVisible();
    await back.click();
    await expect(page.getByText('Restored: 4 moments came back.')).toBeVisible();
    await expect(balance(page)).toHaveText('2');
    expect(await stored(page), name).toEqual(before);
  }

  // A copy that is damaged as well is never taken in, and says so.
  await context.close();
  await damageAll(profile, WAYS.removed as Way);
  ({ page, context } = await start(profile));
  const back = page.getByRole('button', { name: /^Restore the copy/ });
  await expect(back).toBeVisible();
  await page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory();
    for await (const handle of folder.values()) {
      if (!(handle instanceof FileSystemFileHandle)) continue;
      const text = await (await handle.getFile()).text();
      const writable = await handle.createWritable();
      await writable.write(text.replace('helped', 'hurted'));
      await writable.close();
    }
  });
  await back.click();
  await expect(page.getByText('The second copy on this device is damaged too')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Restore a backup' })).toBeVisible();
  expect(await stored(page)).toEqual([]);
  await context.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 3 });
});

const balance = (page: Page) => page.getByTestId('balance');

async function start(profile: string) {
  const { page, context } = await startStorage(profile);
  await page.goto(site.origin);
  return { page, context };
}

/** The next start makes the copy; waits until it holds so many entries. */
async function copied(page: Page, count: number) {
  await page.reload();
  await expect
    .poll(() =>
      page.evaluate(async () => {
        try {
          const folder = await navigator.storage.getDirectory();
          const file = await (await folder.getFileHandle('toward-copy')).getFile();
          return JSON.parse((await file.text()).split('\n')[0] ?? '').head.count;
        } catch {
          return 0;
        }
      })
    )
    .toBe(count);
}

async function damageAll(profile: string, damage: Way) {
  const folder = join(profile, 'Default', 'IndexedDB');
  const stores = (await readdir(folder)).filter((name) => name.endsWith('.leveldb'));
  expect(stores).toHaveLength(1);
  for (const store of stores) {
    const names = (await readdir(join(folder, store))).filter((name) => /\.(ldb|log)$/.test(name));
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) {
      const file = join(folder, store, name);
      await damage(file, (await stat(file)).size);
    }
  }
}

/** The entries as they stand in the database, past the app. */
function stored(page: Page) {
  return page.evaluate(
    () =>
      new Promise<unknown[]>((resolve, reject) => {
        const opening = indexedDB.open('toward');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('entries').objectStore('entries').getAll();
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result);
          };
        };
      })
  );
}
