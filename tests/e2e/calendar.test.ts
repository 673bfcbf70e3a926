import { readFile } from 'node:fs/promises';
import { DEFAULT_RULES } from '../../src/lib/reminders/model/reminder.ts';
import { MIDNIGHT, put } from './seed.ts';
import { expect, serve, test, type Page } from './test.ts';
import { openWithWorker } from './worker.ts';

/** What a link to a calendar file brings: its name and its text. */
async function download(page: Page, path: string) {
  const coming = page.waitForEvent('download');
  // A page that downloads goes nowhere, which Playwright reports as aborted.
  await page.goto(path).catch(() => undefined);
  const file = await coming;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

const head = (page: Page, path: string) =>
  page.evaluate(async (path) => {
    const { status, headers } = await fetch(path);
    return { status, type: headers.get('content-type') };
  }, path);

for (const base of ['', '/toward']) {
  test(`calendar files download with the host gone, under "${base}/"`, async ({ page }) => {
    const host = await serve('build', base);
    const folder = `${host.origin}/calendar`;
    await openWithWorker(page, `${host.origin}/`);
    await put(page, 'reminders', [MIDNIGHT]);
    await put(page, 'settings', [{ key: 'partner', value: 'Zenobia' }]);
    await host.stop();

    for (const path of [`${folder}/all.ics`, `${folder}/${MIDNIGHT.id}.ics`]) {
      const { name, text } = await download(page, path);
      expect(name).toBe('small-moments.ics');
      expect(text).toContain(`UID:${MIDNIGHT.id}-0000\r\n`);
      expect(text).not.toMatch(/toward|zenobia|URL|localhost|127\.0/i);
      expect(text).toContain('SUMMARY:A small moment?\r\n');
      expect(await head(page, path)).toEqual({
        status: 200,
        type: 'text/calendar; charset=utf-8'
      });
    }
  });
}

test('with its own words, an event links to the app', async ({ page, site }) => {
  await openWithWorker(page);
  await put(page, 'reminders', [{ ...MIDNIGHT, text: 'the river' }]);
  await put(page, 'settings', [
    { key: 'rules', value: { ...DEFAULT_RULES, showsWords: true } },
    { key: 'partner', value: 'Zenobia' }
  ]);
  const { text } = await download(page, '/calendar/all.ics');
  expect(text).not.toContain('Zenobia');
  expect(text).toContain(`URL;VALUE=URI:${site.origin}/?due\r\n`);
  expect(text).toContain('SUMMARY:the river\r\n');
});

test('the check-in has a name that says nothing, and is taken out where it is turned off', async ({
  page
}) => {
  await openWithWorker(page);
  const { text } = await download(page, '/calendar/check-in.ics');
  const [, name] = /^UID:([0-9a-f-]{36}-1900)\r$/m.exec(text) ?? [];
  expect(text).not.toMatch(/toward|check|URL|localhost|127\.0/i);
  await page.goto('/practice/check-in/');
  await page.getByText('Your weekly reminder').click();
  await page.getByLabel('Remind me of the weekly check-in').uncheck();
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Get a file that removes it' }).click();
  const cancelling = await readFile(await (await coming).path(), 'utf8');
  expect(cancelling).toContain('METHOD:CANCEL\r\n');
  expect(cancelling).toContain(`UID:${name}\r\n`);
});

test('what was handed out is taken out once it is off or deleted', async ({ page }) => {
  await openWithWorker(page);
  const other = { ...MIDNIGHT, id: '01900000-0000-7000-8000-000000000002' };
  await put(page, 'reminders', [MIDNIGHT, other]);
  await download(page, '/calendar/all.ics');
  await page.goto('/reminders/');
  await expect(page.getByText(/Your calendar may still alert you/)).toBeHidden();
  await page.getByRole('switch').first().uncheck();
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Get a file that removes it' }).click();
  const gone = await readFile(await (await coming).path(), 'utf8');
  expect(gone).toContain('METHOD:CANCEL\r\n');
  expect(gone).toContain(`UID:${MIDNIGHT.id}-0000\r\n`);
  expect(gone).not.toContain(other.id);
  const all = await download(page, '/calendar/all.ics');
  expect(all.text).toContain('METHOD:PUBLISH\r\n');
  expect(all.text.match(/^STATUS:\w+/gm)).toEqual(['STATUS:CONFIRMED', 'STATUS:CANCELLED']);
});

test('where there is nothing to put in a calendar there is no file', async ({
  page,
  expectedErrors
}) => {
  expectedErrors.push(/404/);
  await openWithWorker(page);
  for (const path of ['/calendar/all.ics', '/calendar/unknown.ics']) {
    expect((await head(page, path)).status).toBe(404);
  }
});
