import { MIDNIGHT, put } from './seed.ts';
import { expect, test, toHistory, type Page } from './test.ts';

/* Whatever is pressed by a key and goes, or takes its surroundings along, leaves the focus near. */

test.use({ hasWorker: false });

/** Presses a button by key, and waits until the page has answered. */
async function press(page: Page, name: string | RegExp, answer: () => Promise<void>) {
  const button = page.getByRole('button', { name, exact: true }).last();
  await button.press('Enter');
  await answer();
  const focused = () => page.evaluate(() => document.activeElement?.localName);
  await expect.poll(focused, { message: `after ${name}` }).not.toBe('body');
}

const says = (page: Page, text: string | RegExp) => () =>
  expect(page.locator('.dock').getByRole('status')).toHaveText(text);
const gone = (page: Page, name: string) => () =>
  expect(page.getByRole('button', { name, exact: true })).toHaveCount(0);

test('no button leaves the keyboard nowhere', async ({ page }) => {
  await page.goto('/');
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  await press(page, 'They missed it', says(page, /^They missed it/));
  await press(page, 'Undo', says(page, /^Undone/));
  await press(page, 'Redo', says(page, /^They missed it/));
  await press(page, 'Dismiss', says(page, /^One tap/));

  await toHistory(page);
  await press(page, /^Edit the moment/, () => page.getByRole('dialog').waitFor());
  await press(page, 'Delete', says(page, /^Deleted/));
  await press(page, 'Undo', says(page, 'Undone.'));
  await press(page, 'Dismiss', says(page, ''));

  await put(page, 'reminders', [MIDNIGHT]);
  await page.goto('/');
  await press(page, 'Not today', gone(page, 'Not today'));
  await page.goto('/reminders/');
  const snoozed = page.getByRole('button', { name: 'Turn back on', exact: true });
  await press(page, 'Until tomorrow', () => snoozed.waitFor());
  await press(page, 'Turn back on', () => snoozed.waitFor({ state: 'hidden' }));

  await page.goto('/settings/time-off/');
  await press(page, 'Add time off', () => page.getByRole('button', { name: /^Delete/ }).waitFor());
  await press(page, /^Delete/, () => page.getByRole('button', { name: 'Undo' }).waitFor());

  await page.goto('/settings/lock/');
  const lock = page.locator('#lock');
  await press(page, 'Set up a lock', () => lock.getByLabel('Passphrase again').waitFor());
  for (const label of ['New passphrase', 'Passphrase again']) {
    await lock.getByLabel(label).fill('five green bottles');
  }
  await press(page, 'Continue', () => lock.locator('.code').waitFor());
  await lock.getByLabel('I’ve stored my code somewhere safe').check();
  await press(page, 'Turn the lock on', () => lock.getByText('is encrypted.').first().waitFor());
  await press(page, 'Lock now', () => page.getByRole('heading', { name: 'Locked' }).waitFor());
  await page.getByLabel('Passphrase').fill('five green bottles');
  await press(page, 'Unlock', () => lock.waitFor());
});

/**
 * Presses a button, or opens what is folded under a summary, by key; the focus stays near. Once it is
 * there, its form is too, whose fields are filled before.
 */
async function tryIt(page: Page, name: string | RegExp) {
  const main = page.getByRole('main');
  const folded = main.locator('summary').filter({ hasText: name }).first();
  const button = page.getByRole('button', { name, exact: typeof name === 'string' }).first();
  await button.or(folded).first().waitFor({ timeout: 10_000 });
  for (const field of await page.locator('textarea, input[autocomplete=off]:not([type])').all()) {
    if ((await field.isVisible()) && (await field.inputValue()) === '') await field.fill('tea');
  }
  const pressed = (await button.count()) > 0 ? button : folded;
  await pressed.press('Enter', { timeout: 10_000 });
  // Twice: what goes with what was written goes a moment later.
  for (const time of ['at once', 'later']) {
    const focused = () => page.evaluate(() => document.activeElement?.localName);
    await expect.poll(focused, { message: `${time} after ${name}` }).not.toBe('body');
    await page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
  }
}

/** An empty step is skipped. */
const NEXT = /^(Next|Skip)$/;

/**
 * Pages of two, of what was learned of oneself, and of what is agreed: what is pressed there, in that
 * order.
 */
const WALKS: readonly [route: string, ...names: (string | RegExp)[]][] = [
  [
    '/practice/agreements/',
    ...['Save agreement', 'Undo', 'Save agreement', 'We kept to it this week', 'Undo', 'Dismiss'],
    ...['Change it', 'Save the change', 'Change it', 'Let it go', /^tea/, 'Edit', 'Save'],
    ...['Edit', 'Close', 'Delete']
  ],
  [
    '/practice/making-up/',
    ...[NEXT, 'Back', NEXT, NEXT, 'Save', 'tomorrow', 'Save promise', 'Undo', 'Save promise'],
    ...['Write another', /^tea/, 'Edit', 'Discard changes', 'Edit', 'Save it as it is', 'Delete']
  ],
  [
    '/practice/two/listening/',
    ...['2 min', 'Stop the timer', 'I’ve said it', 'Not quite', 'Back', 'I’ve said it'],
    ...['Yes, that’s it', 'I’ve said it', 'Yes, that’s it', 'Start over']
  ],
  [
    '/practice/two/questions/',
    ...['Draw a question', 'Another question', 'Not this one again', 'Undo', 'Dismiss'],
    ...[/^(Draw a|Another) question/, 'Not this one again', 'Hidden questions', 'Show again']
  ],
  [
    '/practice/two/breathing/',
    ...['Breathe for three minutes', 'Sound', 'Stop here', 'Make a plan']
  ],
  [
    '/practice/roots/',
    ...['Save', 'Add to it', 'Discard changes', 'Add to it', 'Save', 'Leave behind', 'Undo']
  ],
  [
    '/practice/ground/',
    ...['Save plan', 'Edit tea', 'Discard changes', 'Edit tea', 'Save', 'Mark as done: tea'],
    ...[/^Done|^tea/, 'Reopen', 'Delete tea', 'Undo', 'Dismiss']
  ],
  ['/practice/telling/', /^Share/],
  [
    '/practice/check-in/',
    ...new Array<RegExp>(3).fill(NEXT),
    ...['Save check-in', 'Undo', 'Save check-in', 'Write another', 'Next']
  ],
  ['/practice/two/', 'Show only this']
];

for (const [route, ...names] of WALKS) {
  test(`on ${route} no button leaves the keyboard nowhere`, async ({ page }) => {
    await page.goto(route);
    await page.locator('html[data-ready]').waitFor({ state: 'attached' });
    for (const name of names) await tryIt(page, name);
  });
}

test('each page that is gone to is heard by its heading, whatever its title', async ({ page }) => {
  const heard = (name: string) =>
    expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeFocused();
  /** Where the keys came from. */
  const follow = (name: string | RegExp) =>
    page.getByRole('main').getByRole('link', { name }).first().press('Enter');
  const focused = () => page.evaluate(() => document.activeElement?.localName);

  await page.goto('/practice/');
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  expect(await focused(), 'a first load says itself').toBe('body');

  // Four pages of one title, to and fro.
  await follow(/^Check a thought/);
  await heard('Check a thought');
  await expect(page).toHaveTitle('Practice · Toward');
  await follow(/^Practice/);
  await heard('Practice');
  const gently = page.getByRole('main').getByRole('link', { name: /^Say it gently/ });
  await gently.press('Enter');
  await heard('Say it gently');
  await page.goBack();
  await heard('Practice');
  await expect(gently, 'the way back keeps its place').toBeInViewport();
  await page.goForward();
  await heard('Say it gently');

  await page.keyboard.press('Tab');
  await page.getByRole('link', { name: 'Skip to the content' }).press('Enter');
  await expect(page.getByRole('main')).toBeFocused();

  // Another address of the same page is none that is gone to.
  await toHistory(page);
  await heard('History');
  await page.getByRole('searchbox').fill('tea');
  await expect(page.getByRole('searchbox')).toBeFocused();

  // A part that the address names.
  await page.goto('/settings/lock/');
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
  await follow('Quick exit, and what stays behind');
  await expect(page.locator('#leaving')).toBeFocused();

  // The heading says it, and nothing else does.
  await expect(page.locator('#svelte-announcer')).toBeHidden();
});
