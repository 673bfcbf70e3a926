import { expect, test, type Page } from './test.ts';
import { everything, MIDNIGHT, put } from './seed.ts';

test.use({ hasWorker: false });

/*
 * Each form is filled in, its button pressed, and the page gone a moment later. Whoever comes back finds
 * the words either saved or in the form, in one of the two. A setting is as it was pressed.
 */

/** How long the page stays after a press, in milliseconds. `npm run faults` tries all for each form. */
const DELAYS = [0, 10, 30];
const delaysOf = (at: number) =>
  process.env.FAULT_ROUNDS ? DELAYS : [DELAYS[at % DELAYS.length] ?? 0];

/** Where a form is, which one of that page, and the table that it saves to. */
const FORMS: readonly (readonly [path: string, form: string, table: string])[] = [
  ['/', 'dialog form', 'entries'],
  ['/practice/questions/', 'section > form', 'questions'],
  ['/practice/thought/', 'section > form', 'thoughts'],
  ['/practice/fear/', 'section > form', 'fears'],
  ['/practice/gently/', 'main form', 'requests'],
  ['/practice/openness/', 'main form', 'disclosures'],
  ['/practice/together/', 'main section > form', 'sharedTimes'],
  ['/practice/promises/', 'main form', 'promises'],
  ['/practice/check-in/', 'section > form', 'checkIns'],
  ['/practice/ground/', '#win form', 'wins']
];

/** Fills in what can be written into, step by step. Resolves with what is to be pressed last. */
async function fill(page: Page, selector: string, words: string) {
  const form = page.locator(selector).first();
  const steps = form.locator('..').locator('.dots span');
  const done = form.locator('..').locator('.dots .done');
  for (;;) {
    await expect(form).toBeVisible();
    const at = await done.count();
    const texts = form.locator('textarea:visible, input:not([type]):visible');
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

for (const [at, [path, form, table]] of FORMS.entries()) {
  for (const delay of delaysOf(at)) {
    test(`the form of ${table}, left ${delay} ms after its button, is saved or still filled in`, async ({
      page
    }) => {
      const words = `words for ${table}`;
      await page.goto(path);
      if (path === '/') await page.getByRole('button', { name: 'Add a moment' }).click();
      await pressAndLeave(page, await fill(page, form, words), delay);
      const rows = await everything(page);
      const places = [table, 'drafts'].filter((name) => JSON.stringify(rows[name]).includes(words));
      expect(places).toHaveLength(1);
    });
  }
}

/** Settings: where each is, which control of that page, and how it stands there. */
const SETTINGS: readonly (readonly [path: string, control: string])[] = [
  ['/settings/counts/', '#terms .stepper button:last-of-type'],
  ['/settings/acts/', 'main li button:nth-of-type(3)'],
  ['/reminders/', '[role=switch]'],
  ['/reminders/', '.stepper button:last-of-type'],
  ['/practice/check-in/', 'details input[type=checkbox]'],
  ['/settings/backup/', 'main input[type=checkbox]']
];

/** What all settings are on the disk, without when they were decided. */
async function decided(page: Page): Promise<string> {
  const { settings, reminders } = await everything(page);
  const when = ['createdAt', 'updatedAt', 'sequence', 'updated'];
  return JSON.stringify([settings, reminders], (key, value) => (when.includes(key) ? 0 : value));
}

test('a setting that is left at once is as it was pressed', async ({ page }) => {
  await page.goto('/reminders/');
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  await put(page, 'reminders', [MIDNIGHT]);
  for (const [at, [path, selector]] of SETTINGS.entries()) {
    for (const delay of delaysOf(at)) {
      await page.goto(path);
      const control = page.locator(selector).first();
      await control.waitFor({ state: 'attached' });
      const before = await decided(page);
      await pressAndLeave(page, control, delay);
      expect.soft([selector, (await decided(page)) !== before]).toEqual([selector, true]);
    }
  }
});
