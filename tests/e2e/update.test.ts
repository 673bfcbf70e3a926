import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countEntries } from './seed.ts';
import { expect, serve, test } from './test.ts';

test('an update waits to be let in, loses nothing, and tells the other tabs @everywhere', async ({
  page,
  context
}) => {
  const folder = await mkdtemp(join(tmpdir(), 'toward-'));
  await cp('build', folder, { recursive: true });
  const host = await serve(folder);
  try {
    await page.goto(`${host.origin}/`);
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await page.reload();
    const other = await context.newPage();
    await other.goto(`${host.origin}/`);

    await releaseNext(folder);
    await page.getByRole('button', { name: 'I turned toward' }).click();
    await expect(page.getByRole('status')).toContainText('+1');
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration?.update();
    });
    await expect(page.getByText('A new version of Toward is ready')).toBeVisible();
    await expect(page.locator('html')).not.toHaveAttribute('data-release');

    await page.evaluate(tapAndUpdate);
    await expect(page.locator('html')).toHaveAttribute('data-release', 'next');
    await page.locator('html[data-ready]').waitFor({ state: 'attached' });
    const logged = Number(await page.evaluate(() => sessionStorage.getItem('logged')));
    expect(logged).toBeGreaterThanOrEqual(10);
    // One tap came before; those in flight at the end are logged again at the start.
    const unsaved = () => page.evaluate(() => localStorage.getItem('toward.unsaved'));
    await expect.poll(unsaved).toBeNull();
    const kept = await countEntries(page);
    expect(kept).toBeGreaterThanOrEqual(1 + logged);
    await expect(page.getByText('A new version of Toward is ready')).toBeHidden();

    await expect(other.getByText('Toward was updated in another tab')).toBeVisible();
    await other.getByRole('button', { name: 'I turned toward' }).click();
    await expect(other.getByRole('status')).toContainText('+1');
    expect(await countEntries(other)).toBe(kept + 1);
    // Its own modules are still there, though it has not been reloaded.
    await other.getByRole('navigation').getByRole('link', { name: 'Balance' }).click();
    await expect(other.getByRole('heading', { level: 1, name: 'Balance' })).toBeVisible();
  } finally {
    await host.stop();
    await rm(folder, { recursive: true });
  }
});

/**
 * In the page: taps two buttons in turn until another page takes its place, counts those that are
 * called logged, and agrees to the update after ten.
 */
function tapAndUpdate(): void {
  const line = document.querySelector('[role=status]') ?? document.body;
  const [one, other] = document.querySelectorAll<HTMLElement>('[data-tap]');
  const update = [...document.querySelectorAll('button')].find(
    ({ textContent }) => textContent.trim() === 'Update now'
  );
  let logged = 0;
  let told = line.textContent ?? '';
  const look = () => {
    const text = line.textContent ?? '';
    if (text === told || !/ [+−]\d+$/.test(text)) return;
    told = text;
    logged += 1;
    sessionStorage.setItem('logged', String(logged));
    if (logged === 10) update?.click();
  };
  new MutationObserver(look).observe(line, { characterData: true, childList: true, subtree: true });
  let tapped = 0;
  setInterval(() => ((tapped += 1) % 2 ? other : one)?.click(), 5);
}

/** Puts another version of the app where the first one stands. */
async function releaseNext(folder: string): Promise<void> {
  const { version } = JSON.parse(await readFile(join(folder, '_app/version.json'), 'utf8'));
  const shell = JSON.parse(await readFile(join(folder, 'shell.json'), 'utf8'));
  const before: string = shell.files['index.html'];
  const page = before.replace('<html', '<html data-release="next"');
  const files = { ...shell.files, 'index.html': page };
  await writeFile(join(folder, 'shell.json'), JSON.stringify({ version: 'next', files }));
  await edit(join(folder, 'service-worker.js'), (text) =>
    text.replaceAll(version, 'next').replace(hashOf(before), hashOf(page))
  );
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('base64');

async function edit(file: string, change: (text: string) => string): Promise<void> {
  const before = await readFile(file, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  await writeFile(file, after);
}
