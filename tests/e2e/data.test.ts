import { readFile } from 'node:fs/promises';
import { balance, expect, test, type Page } from './test.ts';

test.use({ hasWorker: false });

const START = Date.UTC(2024, 0, 1, 12);
const idOf = (number: number) => `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`;

/** An entry as a file holds it: one every half hour, all on UTC days. */
function fileEntry(number: number, change: object = {}) {
  const at = START + number * 1_800_000;
  const day = new Date(at).toISOString().slice(0, 10);
  const moment = { id: idOf(number), at, day, zone: 'UTC', updatedAt: at };
  return { ...moment, kind: 'bid', by: 'partner', response: 'toward', ...change };
}

function fileOf(entries: readonly object[], change: object = {}): object {
  const worth = { toward: 1, warm: 2, act: 1, repair: 2, kept: 2, experience: 2 };
  return {
    app: 'toward',
    version: 1,
    exportedAt: '2026-11-22T12:00:00.000Z',
    terms: { worth: { ...worth, away: -2, broken: -2, against: -5 }, halfLife: null },
    pauses: [],
    acts: [{ name: 'tea' }],
    entries,
    ...change
  };
}

async function choose(page: Page, content: object | string) {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const file = { name: 'toward.json', mimeType: 'application/json', buffer: Buffer.from(text) };
  await page.getByLabel('Choose a backup file…').setInputFiles(file);
}

async function save(page: Page, button: string) {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: button, exact: true }).click();
  const download = await waiting;
  const text = await readFile(await download.path(), 'utf8');
  return { name: download.suggestedFilename(), text };
}

/** A backup that anyone can read. */
async function saveOpen(page: Page) {
  await page.getByLabel('Without a passphrase').check();
  return save(page, 'Save a backup');
}

const says = (page: Page, text: string | RegExp) =>
  expect(page.getByRole('status').filter({ hasText: text })).toBeVisible();

test('saved, erased and taken in again, the account is the same', async ({ page }) => {
  await page.goto('/');
  for (const name of ['I turned toward', 'I turned toward', 'They missed it', 'helped']) {
    await page.getByRole('button', { name, exact: true }).click();
  }
  await expect(balance(page)).toHaveText('2');

  await page.goto('/settings/backup/');
  const saved = await saveOpen(page);
  expect(saved.name).toMatch(/^toward-\d{4}-\d\d-\d\d\.json$/);
  await says(page, `Your browser is saving ${saved.name}, with 4 moments.`);
  const { entries } = JSON.parse(saved.text);
  expect(entries).toHaveLength(4);

  await page.goto('/settings/delete/');
  await page.getByRole('button', { name: 'Delete everything…' }).click();
  await expect(page.getByRole('button', { name: 'Delete everything', exact: true })).toBeDisabled();
  await page.getByLabel('I want to delete everything Toward saved on this device').check();
  await page.getByRole('button', { name: 'Delete everything', exact: true }).click();
  await says(page, 'Nothing that Toward saved can be found in this browser.');
  await page.getByRole('link', { name: 'Start over' }).click();
  await expect(balance(page)).toHaveText('0');

  await page.goto('/settings/backup/');
  await choose(page, saved.text);
  await says(page, /4 will be added, 0 changed, 0 already here/);
  await expect(page.getByLabel('Restore the settings too')).toBeHidden();
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await says(page, 'Restored. Moments: 4 added, 0 changed, 0 already here.');
  await choose(page, saved.text);
  await says(page, /0 will be added, 0 changed, 4 already here/);
  await expect(page.getByLabel('Restore the settings too')).not.toBeChecked();

  const again = JSON.parse((await saveOpen(page)).text);
  expect(again.entries).toEqual(entries);
  await page.goto('/');
  await expect(balance(page)).toHaveText('2');
});

test('a file with reminders says what becomes of them, and of a second time', async ({ page }) => {
  const reminder = {
    ...{ id: idOf(1), createdAt: START, updatedAt: START, sequence: 0, text: 'Tea?' },
    ...{ days: [1, 7], times: { kind: 'fixed', at: [1200] }, isOn: true }
  };
  const answers = [{ reminderId: idOf(1), day: '2024-01-01', minute: 1200, shownAt: START }];
  const rules = { mostADay: 1, pausedUntil: null };
  const file = fileOf([fileEntry(0)], { version: 2, rules, reminders: [reminder], answers });
  await page.goto('/settings/backup/');
  await choose(page, file);
  await says(page, 'Reminders: 1 will be added, 0 changed, 0 already here.');
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await says(
    page,
    'Restored. Moments: 1 added, 0 changed, 0 already here. Reminders: 1 added, 0 changed, 0 alr'
  );
  await choose(page, file);
  await says(page, 'Reminders: 0 will be added, 0 changed, 1 already here.');
  const saved = JSON.parse((await saveOpen(page)).text);
  expect(saved).toMatchObject({ version: 4, rules, reminders: [reminder], answers });
});

test('a sealed backup opens with its passphrase alone; replacing is undone', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'I turned toward' }).click();
  await expect(balance(page)).toHaveText('1');
  await page.goto('/settings/backup/');
  await page.getByLabel('Passphrase for the file').fill('four plain small words');
  await page.getByLabel('Passphrase again').fill('four plain small word');
  await page.getByRole('button', { name: 'Save a backup', exact: true }).click();
  await expect(page.getByText('The two passphrases don’t match.')).toBeVisible();
  await page.getByLabel('Passphrase again').fill('four plain small words');
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save a backup', exact: true }).click();
  const saved = await waiting;
  expect(saved.suggestedFilename()).toMatch(/^toward-\d{4}-\d\d-\d\d\.age$/);
  await says(page, /^Your browser is saving toward-.*, with one moment/);

  await page.goto('/');
  await page.getByRole('button', { name: 'They missed it' }).click();
  await expect(balance(page)).toHaveText('0');
  await page.goto('/settings/backup/');
  await page.getByLabel('Choose a backup file…').setInputFiles(await saved.path());
  await page.getByLabel('Passphrase of this backup').fill('four plain small word');
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page.getByLabel('Passphrase of this backup')).toHaveAccessibleDescription(
    /^That passphrase doesn’t open this file\./
  );
  await page.getByLabel('Passphrase of this backup').fill('four plain small words');
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await says(page, /0 will be added, 0 changed, 1 already here/);
  await page.getByLabel('Replace what’s on this device').check();
  await says(page, /0 will be added, 0 changed, 1 deleted, 1 the same/);
  await page.getByRole('button', { name: 'Replace everything' }).click();
  await says(page, 'Replaced. Moments: 0 added, 0 changed, 1 deleted, 1 the same.');

  // Without a reload, which would end what can be undone.
  const log = page.getByRole('link', { name: 'Today', exact: true });
  const settings = page.getByRole('link', { name: 'Settings', exact: true });
  await log.click();
  await expect(balance(page)).toHaveText('1');
  await page.getByRole('button', { name: 'helped', exact: true }).click();
  await expect(balance(page)).toHaveText('2');
  await settings.click();
  await page.getByRole('link', { name: 'Backup' }).click();
  await page.getByRole('button', { name: 'Undo the restore' }).click();
  await says(page, 'Undone. Everything is as it was');
  await log.click();
  await expect(balance(page)).toHaveText('1');
});

test('erasing can be called off, and the keyboard stays where it was', async ({ page }) => {
  await page.goto('/settings/delete/');
  const opener = page.getByRole('button', { name: 'Delete everything…' });
  await opener.press('Enter');
  await expect(
    page.getByLabel('I want to delete everything Toward saved on this device')
  ).toBeFocused();
  await page.getByRole('button', { name: 'Keep everything' }).press('Enter');
  await expect(opener).toBeFocused();
  await expect(page.getByRole('button', { name: 'Delete everything', exact: true })).toBeHidden();
});

const deep = '['.repeat(200_000) + ']'.repeat(200_000);

for (const { name, file, says: words, inside } of [
  { name: 'empty', file: '', says: 'The file isn’t a Toward backup, or it’s damaged' },
  { name: 'cut off', file: '{"app":"toward",', says: 'The file isn’t a Toward backup' },
  { name: 'nested without end', file: deep, says: 'it holds too much to be read' },
  { name: 'foreign', file: { app: 'loop' }, says: 'The file isn’t a Toward backup.' },
  { name: 'from a newer app', file: fileOf([], { version: 5 }), says: 'A newer version of Toward' },
  {
    name: 'with a fault inside',
    file: fileOf([0, 1, 2, 3].map((n) => fileEntry(n, n === 3 ? { response: 'warm' } : {}))),
    inside: 'entries[3].response: must be toward, away or against'
  },
  {
    name: 'with a fault in a reminder',
    file: fileOf([], {
      version: 2,
      rules: { mostADay: 3, pausedUntil: null },
      reminders: [],
      answers: [{ reminderId: idOf(1), day: '2024-01-01', minute: 1440, shownAt: START }]
    }),
    inside: 'answers[0].minute: must be a whole number of minutes since midnight, 0 to 1,439'
  },
  {
    name: 'hostile',
    file: fileOf([fileEntry(0, { zone: '<img src=x onerror=alert(1)>', kind: '__proto__' })]),
    inside: 'entries[0].kind: must be bid, act, repair, promise or experience'
  }
]) {
  test(`a file that is ${name} is refused, and says why`, async ({ page }) => {
    await page.goto('/settings/backup/');
    await choose(page, file);
    await says(page, 'This file can’t be restored, and nothing was changed.');
    if (words) await expect(page.getByText(words)).toBeVisible();
    if (inside) {
      // Nobody has to read where in the file: it's there for whoever asks.
      await expect(page.getByText(inside)).toBeHidden();
      await page.getByText('What’s wrong with it').click();
      await expect(page.getByText(inside)).toBeVisible();
    }
    await expect(page.getByRole('button', { name: 'Restore', exact: true })).toBeHidden();
  });
}

test('of many faults the first ten are told and the others counted', async ({ page }) => {
  await page.goto('/settings/backup/');
  const entries = Array.from({ length: 3000 }, (_, number) => fileEntry(number, { by: 'us' }));
  await choose(page, fileOf(entries));
  await page.getByText('What’s wrong with it').click();
  await expect(page.getByText('entries[9].by: must be me or partner')).toBeVisible();
  await expect(page.getByText('entries[10].by')).toBeHidden();
  await expect(page.getByText('2,990 more like these.')).toBeVisible();
});

test('what a file says is text and nothing else, in the app and in the table', async ({ page }) => {
  const today = Date.now();
  const day = new Date(today).toISOString().slice(0, 10);
  const note = '=HYPERLINK("https://example.org")<img src=x onerror="throw 1">';
  const zone = 'Europe/Atlantis';
  const moment = { at: today, day, updatedAt: today };
  const act = '<script>throw 2</script>';
  await page.goto('/settings/backup/');
  await choose(
    page,
    fileOf([fileEntry(0, { ...moment, zone, note, kind: 'act', by: 'partner', act })], {
      acts: [{ name: act }]
    })
  );
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await says(page, 'Restored. Moments: 1 added');
  const table = await save(page, 'Save as a table (CSV)');
  expect(table.name).toMatch(/^toward-.*\.csv$/);
  expect(table.text.startsWith('\ufeffdate,time,zone,kind,')).toBe(true);
  expect(table.text).toContain(`,"'=HYPERLINK(""https://example.org"")<img src=x`);
  await page.goto('/');
  await expect(page.getByRole('button', { name: act, exact: true })).toBeVisible();
  await expect(balance(page)).toHaveText('1');
});

test('a year of entries is taken in, with progress, and leaves again', async ({ page }) => {
  test.setTimeout(180_000);
  // The last of them is of 2029.
  await page.clock.setFixedTime('2030-01-01T12:00Z');
  await page.goto('/settings/backup/');
  await choose(page, fileOf(Array.from({ length: 20_000 }, (_, number) => fileEntry(number))));
  await says(page, /20,000 will be added/);
  await page.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(page.getByRole('progressbar', { name: 'Restoring…' })).toBeVisible();
  await expect(page.getByText('Restored. Moments: 20,000 added')).toBeVisible({
    timeout: 120_000
  });
  await page.goto('/');
  await expect(balance(page)).toHaveText('20,000');
});
