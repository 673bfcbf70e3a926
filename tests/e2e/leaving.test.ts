import type { PracticeTable } from '#lib/practices/registry.ts';
import { expect, test, type Page } from './test.ts';
import { tracesOf } from './stored.ts';
import { FORMS, OLDER, type Form } from './forms.ts';
import { entryOn, everything, MIDNIGHT, put, seed } from './seed.ts';

test.use({ hasWorker: false });

/*
 * Each form is filled in, its button pressed, and the page gone a moment later. Whoever comes back finds
 * the words either saved or in the form, in one of the two. A setting is as it was pressed.
 */

/** How long the page stays after a press, in milliseconds. `npm run faults` tries all for each form. */
const DELAYS = [0, 10, 30];
const ROUNDS = process.env.FAULT_ROUNDS ? [0, 1, 2] : [0];
const delayOf = (at: number, round: number) => DELAYS[(at + round) % DELAYS.length] ?? 0;

/** Fills in what can be written into, step by step. Resolves with what is to be pressed last. */
async function fill(page: Page, selector: string, words: string) {
  const form = page.locator(selector).first();
  const steps = form.locator('..').locator('.dots span');
  const done = form.locator('..').locator('.dots .done');
  for (;;) {
    await expect(form).toBeVisible();
    const at = await done.count();
    const texts = form.locator('textarea:visible, input:is(:not([type]), [type=text]):visible');
    for (const field of await texts.all()) await field.fill(words);
    for (const day of await form.locator('input[type=date]:visible').all()) {
      await day.fill('2099-12-24');
    }
    const button = form.locator('button:not([type=button])').last();
    if (at === (await steps.count())) return button;
    await button.click();
    await expect(done).toHaveCount(at + 1);
  }
}

/** Presses something, and loads the page anew so many milliseconds later. */
async function pressAndLeave(page: Page, button: ReturnType<Page['locator']>, delay: number) {
  const loaded = page.waitForEvent('load');
  await button.evaluate((element: HTMLElement, delay) => {
    element.click();
    if (delay > 0) setTimeout(() => location.reload(), delay);
    else location.reload();
  }, delay);
  await loaded;
  // What was left is done again.
  await expect.poll(() => page.evaluate(() => localStorage.getItem('toward.unsaved'))).toBeNull();
}

/** Where words are by now: in which table, or half written. */
async function placesOf(page: Page, table: string, words: string): Promise<string[]> {
  const rows = await everything(page);
  return [table, 'drafts'].filter((name) => JSON.stringify(rows[name]).includes(words));
}

/** What every record has. */
function row(number: number): object {
  const { id, at, day, zone, updatedAt } = entryOn(today(), number, {
    kind: 'act',
    by: 'me',
    act: 'soup'
  });
  return { id, at, day, zone, updatedAt };
}

const today = () => new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Berlin' });

/** Has the database made, where the form asks for something that is there already. */
async function prepare(page: Page, { about, draft }: Form) {
  if (!about && !draft) return;
  await page.goto('/settings/');
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  if (about) await put(page, about.table, [{ ...row(1), ...about.facts }]);
  if (draft) await put(page, 'drafts', [draft]);
}

for (const [at, of] of FORMS.entries()) {
  for (const delay of ROUNDS.map((round) => delayOf(at, round))) {
    test(`${of.of}, left ${delay} ms after its button, is saved or still filled in`, async ({
      page
    }) => {
      const words = `words for ${of.table}`;
      await prepare(page, of);
      await page.goto(of.path);
      for (const press of of.opens ?? []) await page.locator(press).first().click();
      const said: string[] = [];
      page.on('console', (message) => said.push(message.text()));
      const button = await fill(page, of.form, words);
      expect(await tracesOf(page)).not.toContain(words);
      await pressAndLeave(page, button, delay);
      expect([await tracesOf(page), ...said].join()).not.toContain(words);
      expect(await placesOf(page, of.table, words)).toHaveLength(1);
    });
  }
}

/** One of each kind, or all in the long rounds. */
const SOME_OLDER = OLDER.slice(0, process.env.FAULT_ROUNDS ? undefined : 4);

for (const round of ROUNDS) {
  test(`an older one that is changed and left at once is saved or still changed in its form (round ${round})`, async ({
    page
  }) => {
    test.setTimeout(SOME_OLDER.length * 30_000);
    await page.goto('/settings/');
    await page.locator('html[data-ready]').waitFor({ state: 'attached' });
    await seed(page, [entryOn(today(), 1, { kind: 'act', by: 'me', act: 'soup' })]);
    await put(page, 'reminders', [{ ...MIDNIGHT, text: 'the river' }]);
    for (const { path, table } of SOME_OLDER) {
      if (!path.startsWith('/practice')) continue;
      await put(page, table as PracticeTable, [row(1)]);
      await put(page, 'drafts', [{ key: `${table}/open`, value: row(1) }]);
    }
    for (const [at, { of, path, form, table, opens = [] }] of SOME_OLDER.entries()) {
      const words = `words for ${of}`;
      await page.goto(path);
      for (const press of opens) await page.locator(press).first().click();
      await pressAndLeave(page, await fill(page, form, words), delayOf(at, round));
      const places = await placesOf(page, table, words);
      expect.soft([of, places]).toEqual([of, [expect.any(String)]]);
    }
  });
}

/** Settings: where each is, which control of that page, and how it stands there. */
const SETTINGS: readonly (readonly [path: string, control: string])[] = [
  ['/settings/counts/', '#terms .stepper button:last-of-type'],
  ['/settings/acts/', 'main li button:nth-of-type(3)'],
  ['/reminders/', '[role=switch]'],
  ['/reminders/', '.stepper button:last-of-type'],
  ['/practice/check-in/', 'details input[type=checkbox]'],
  ['/settings/backup/', 'main input[type=checkbox]'],
  ['/settings/time-off/', 'main form button'],
  ['/', 'role=button[name="I turned toward"]'],
  ['/practice/ground/', 'li .choice input'],
  ['/practice/agreements/', 'li .answers button'],
  ['/practice/together/', 'details.card .buttons button:last-of-type'],
  // Where the database is slow the ways show before it's known what runs.
  ['/practice/pause/', '.isReady section li button']
];

/** What is decided on the disk, without when. */
async function decided(page: Page): Promise<string> {
  const { settings, reminders, entries, goals, agreements } = await everything(page);
  const when = ['at', 'createdAt', 'updatedAt', 'edited', 'sequence', 'updated'];
  const all = [settings, reminders, entries, goals, agreements];
  return JSON.stringify(all, (key, value) => (when.includes(key) ? 0 : value));
}

for (const round of ROUNDS) {
  test(`a setting that is left at once is as it was pressed (round ${round})`, async ({ page }) => {
    test.setTimeout(SETTINGS.length * 20_000);
    await page.goto('/reminders/');
    await page.locator('html[data-ready]').waitFor({ state: 'attached' });
    await put(page, 'reminders', [MIDNIGHT]);
    const steps = [{ text: 'to pack', isDone: false }];
    await put(page, 'goals', [
      { ...row(1), text: 'to swim', steps, isDone: false, ground: 'people' }
    ]);
    await put(page, 'agreements', [{ ...row(1), text: 'no phones at dinner' }]);
    // Half written, it opens the list of ideas.
    await put(page, 'drafts', [{ key: 'together/idea', value: { text: 'half', tags: [] } }]);
    for (const [at, [path, selector]] of SETTINGS.entries()) {
      await page.goto(path);
      const control = page.locator(selector).first();
      await control.waitFor({ state: 'attached' });
      const before = await decided(page);
      await pressAndLeave(page, control, delayOf(at, round));
      expect.soft([selector, (await decided(page)) !== before]).toEqual([selector, true]);
    }
  });
}
