import { readFile } from 'node:fs/promises';
import { DEFAULT_RULES } from '../../src/lib/reminders/model/reminder.ts';
import { entryOn, MIDNIGHT, put, seed } from './seed.ts';
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
    await host.stop();

    for (const path of [`${folder}/all.ics`, `${folder}/${MIDNIGHT.id}.ics`]) {
      const { name, text } = await download(page, path);
      expect(name).toBe('small-moments.ics');
      expect(text).toContain(`UID:${MIDNIGHT.id}-0\r\n`);
      expect(text).not.toMatch(/toward|URL|localhost|127\.0/i);
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
  await put(page, 'settings', [{ key: 'rules', value: { ...DEFAULT_RULES, showsWords: true } }]);
  const { text } = await download(page, '/calendar/all.ics');
  expect(text).toContain(`URL;VALUE=URI:${site.origin}/?due\r\n`);
  expect(text).toContain('SUMMARY:the river\r\n');
});

test('the check-in has a name that says nothing, unless a calendar may know it by the old one', async ({
  page
}) => {
  await openWithWorker(page);
  const { text } = await download(page, '/calendar/check-in.ics');
  expect(text).toContain('UID:a-small-moment-0\r\n');
  expect(text).not.toMatch(/toward|check|URL|localhost|127\.0/i);
  // Its id was made in 2024.
  await seed(page, [entryOn('2026-11-22', 1, { kind: 'experience' })]);
  const older = await download(page, '/calendar/check-in.ics');
  expect(older.text).toContain('UID:toward-check-in-0\r\n');
  expect(older.text).not.toMatch(/URL|localhost|127\.0/i);
});

test('a reminder that is off or was removed gives a cancelling file', async ({ page }) => {
  await openWithWorker(page);
  const removed = { ...MIDNIGHT, id: '01900000-0000-7000-8000-000000000002' };
  await put(page, 'reminders', [{ ...MIDNIGHT, isOn: false }]);
  await put(page, 'settings', [{ key: 'removedReminder', value: removed }]);
  for (const { id } of [MIDNIGHT, removed]) {
    const { text } = await download(page, `/calendar/${id}.ics`);
    expect(text).toContain('METHOD:CANCEL\r\n');
    expect(text).toContain(`UID:${id}-0\r\nSEQUENCE:1\r\n`);
  }
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
