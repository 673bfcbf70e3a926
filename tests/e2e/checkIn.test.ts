import { pasted } from './clipboard.ts';
import { entryOn, held, put, seed } from './seed.ts';
import { balance, expect, test, type Page } from './test.ts';

test.use({ hasWorker: false });

const SUNDAY = '2026-11-22';
/** What the account says of the week. */
const ACCOUNT = /You noticed|missed or hard/;

/** Sets the clock of the page; Berlin is an hour ahead of UTC in November. */
const setTime = (page: Page, time: string, day = SUNDAY) =>
  page.clock.setFixedTime(new Date(`${day}T${time}:00+01:00`));
const sheet = (page: Page) => page.getByRole('dialog', { name: 'Edit the check-in' });
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const next = (page: Page) => press(page, /^(Next|Skip)$/);
const full = (page: Page) =>
  page.getByRole('radio', { name: 'Fifteen minutes' }).check({ force: true });
const card = (page: Page) => page.getByRole('region', { name: 'Time to look back on your week' });

/** A week with a kiss, a met bid with a note, and a missed one. */
async function openWeek(page: Page, path: string, time = '19:30') {
  await setTime(page, time);
  await page.goto('/about/');
  await page.locator('[data-ready]').waitFor({ state: 'attached' });
  const toward = {
    kind: 'bid',
    by: 'me',
    response: 'toward',
    note: 'before the interview'
  } as const;
  await seed(page, [
    entryOn('2026-11-17', 1, { kind: 'act', by: 'partner', act: 'kiss' }),
    entryOn('2026-11-18', 2, toward),
    entryOn('2026-11-19', 3, { kind: 'bid', by: 'partner', response: 'away' })
  ]);
  await page.goto(path);
}

test('the card comes on Sunday evening, once, and can be passed over', async ({ page }) => {
  await openWeek(page, '/', '18:59');
  await expect(balance(page)).not.toHaveText('');
  await expect(card(page)).toBeHidden();
  // What has a day of its own keeps the cards on Today when this one goes.
  const { id, at, day, zone, updatedAt } = entryOn(SUNDAY, 9, { kind: 'repair' });
  await put(page, 'promises', [
    { id, at, day, zone, updatedAt, text: 'I call', by: 'me', due: '2026-12-24' }
  ]);

  await setTime(page, '19:00');
  await page.reload();
  const rules = () => held(page, 'settings');
  await card(page).getByRole('button', { name: 'Not this week' }).click();
  await expect(card(page)).toBeHidden();
  await expect.poll(rules).toContain('"skipped"');
  await press(page, 'Undo');
  await expect(card(page)).toBeVisible();
  await expect.poll(rules).not.toContain('"skipped"');
  await card(page).getByRole('button', { name: 'Not this week' }).click();
  await expect.poll(rules).toContain('"skipped"');
  await page.reload();
  await expect(balance(page)).not.toHaveText('');
  await expect(card(page)).toBeHidden();
});

test('it does not come to somebody who logged nothing', async ({ page }) => {
  await setTime(page, '19:30');
  await page.goto('/');
  await expect(balance(page)).toHaveText('0');
  await expect(card(page)).toBeHidden();
});

test('done together it proposes from the week, keeps all that was made, and logs once', async ({
  page
}) => {
  await openWeek(page, '/');
  await card(page).getByRole('link', { name: 'Start' }).click();
  await full(page);
  await page.getByRole('radio', { name: 'Together' }).check({ force: true });
  await next(page);

  const thanks = page.getByRole('group', { name: 'From me' }).getByRole('textbox');
  await expect(thanks.nth(0)).toHaveValue('Thank you for the kiss on Tuesday.');
  await expect(thanks.nth(1)).toHaveValue(
    'I reached out on Wednesday, and you were right there. Thank you.'
  );
  // What was noted is private.
  await expect(page.getByText('before the interview')).toBeHidden();
  await expect(thanks.nth(2)).toHaveValue('');
  await thanks.nth(2).fill('Thank you for the soup.');
  await next(page);
  await page.getByLabel('Me', { exact: true }).fill('Long.');
  await page.getByLabel('My partner', { exact: true }).fill('Calm.');
  await next(page);
  // The account is nobody else's.
  await expect(page.getByText(ACCOUNT)).toBeHidden();
  // Both look on.
  await expect(page.getByLabel('What do you feel like saying right now?')).toBeHidden();
  await page.getByLabel(/I’d like/).fill('to eat at the table once this week');
  await next(page);
  await page
    .getByRole('textbox', { name: /promise/i })
    .first()
    .fill('Call the plumber');
  await next(page);
  await page.getByLabel('Something to do together').fill('A walk by the river');

  // A reload in the middle of it loses nothing.
  await expect.poll(() => held(page, 'drafts')).toContain('A walk by the river');
  await page.reload();
  await expect(page.getByLabel('Something to do together')).toHaveValue('A walk by the river');
  await next(page);
  await expect(page.getByText('Thank you for the soup.')).toBeVisible();

  // Saved in one of two tabs, it's gone from the form of the other.
  const other = await page.context().newPage();
  await setTime(other, '19:30');
  await expect.poll(() => held(page, 'drafts')).toContain('"step":6');
  await other.goto('/practice/check-in/');
  await expect(other.getByText('Thank you for the soup.')).toBeVisible();
  await expect(page.getByText(ACCOUNT)).toBeHidden();
  await press(page, 'Save check-in');
  await expect(
    page.getByText('Your check-in is saved. That was time together, too.')
  ).toBeVisible();
  await expect(page.getByRole('main').getByRole('link', { name: 'Go to Today' })).toBeHidden();
  await expect(page.getByRole('link', { name: /^For two/ })).toBeVisible();
  await expect(other.getByRole('heading', { name: 'Done.' })).toBeVisible();
  await expect(other.getByRole('button', { name: 'Save check-in' })).toBeHidden();
  await other.close();

  await page.goto('/');
  await expect(balance(page)).toHaveText('3');
  await expect(card(page)).toBeHidden();
  await page.goto('/practice/promises/');
  await expect(page.getByText('Call the plumber').first()).toBeVisible();
  await page.goto('/practice/together/');
  await expect(page.getByText('A walk by the river').first()).toBeVisible();
  await page.goto('/practice/gently/');
  await expect(page.getByText(/to eat at the table once this week/).first()).toBeAttached();
});

test('in two minutes it takes four screens, and is done until the next one is due', async ({
  page
}) => {
  await openWeek(page, '/practice/check-in/');
  await expect(page.getByRole('radio', { name: 'Two minutes' })).toBeChecked();
  await next(page);
  const thanks = page.getByRole('group', { name: 'From me' }).getByRole('textbox');
  await expect(thanks).toHaveValue(/^I reached out on Wednesday/);
  await expect(page.getByText('You noted: before the interview')).toBeVisible();
  await next(page);
  await page.getByRole('textbox', { name: 'How has your week felt?' }).fill('Long.');
  await next(page);
  await expect(page.getByRole('region', { name: 'Step 4 of 4' })).toContainText('look forward to');
  await page.getByLabel('Something to do together').fill('Pancakes');
  await press(page, 'Save check-in');

  await page.reload();
  const done = page.getByRole('region', { name: 'Done. You took time' });
  await expect(done).toContainText(/Sun,? 29 Nov at 19:00/);
  // Written alone, it's folded: two may have come to do the next.
  await expect(page.getByRole('heading', { name: 'Earlier check-ins' })).toBeVisible();
  await expect(page.getByText('Pancakes')).toBeHidden();

  await press(page, 'Write another');
  await next(page);
  await next(page);
  await page.getByRole('textbox', { name: 'How has your week felt?' }).fill('Another word.');
  await expect.poll(() => held(page, 'drafts')).toContain('Another word.');
  await page.reload();
  await press(page, 'Start over');
  await press(page, 'Undo');
  await expect(page.getByRole('textbox', { name: 'How has your week felt?' })).toHaveValue(
    'Another word.'
  );
  await press(page, 'Start over');
  await expect.poll(() => held(page, 'drafts')).not.toContain('Another word.');
  await setTime(page, '19:00', '2026-11-29');
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Two minutes' })).toBeVisible();
});

test('one begun last week stays with its week, and a day that does not exist is not kept', async ({
  page
}) => {
  await openWeek(page, '/practice/check-in/');
  await full(page);
  for (let step = 1; step < 4; step++) await next(page);
  await expect(page.getByText('You noticed 2 good moments. 1 was missed or hard.')).toBeVisible();
  await expect.poll(() => held(page, 'drafts')).toContain('"step":3');
  await expect.poll(() => held(page, 'drafts')).toContain('"hasSeen":true');
  await setTime(page, '12:00', '2026-11-27');
  await page.reload();
  await expect(page.getByText('You noticed 2 good moments. 1 was missed or hard.')).toBeVisible();
  await next(page);
  await next(page);
  await page
    .getByRole('textbox', { name: /promise/i })
    .first()
    .fill('Call the plumber');
  await page.getByLabel('Another day').fill('12026-11-30');
  await next(page);
  await next(page);
  await press(page, 'Save check-in');
  await expect(page.getByText(/The promise has a day that doesn’t exist/)).toBeVisible();
  await press(page, 'Back');
  await press(page, 'Back');
  await page.getByLabel('Another day').fill('');
  await expect(page.getByText(/^Without a day, it’s for Friday,? 4 December/)).toBeVisible();
  await next(page);
  await next(page);
  await press(page, 'Save check-in');
  await expect(page.getByRole('button', { name: 'Write another' })).toBeVisible();
  await page.goto('/practice/promises/');
  await expect(page.getByText(/by Friday,? 4 December/).first()).toBeVisible();
});

test('undone, nothing of it is left but what was written', async ({ page }) => {
  await openWeek(page, '/practice/check-in/');
  await full(page);
  await page.getByRole('radio', { name: 'Together' }).check({ force: true });
  for (let step = 1; step < 7; step++) await next(page);
  await press(page, 'Save check-in');
  await press(page, 'Undo');
  await expect(page.getByRole('heading', { name: 'That’s your week' })).toBeVisible();
  await expect(page.getByRole('region', { name: /^Step 7/ })).toContainText(
    'Thank you for the kiss'
  );
  await expect(page.getByRole('heading', { name: 'Earlier check-ins' })).toBeHidden();
  await page.goto('/');
  await expect(balance(page)).toHaveText('1');
  await expect(card(page)).toBeVisible();
});

test('the card to share holds what is ticked, and at first nothing that may hurt', async ({
  page,
  context
}) => {
  await context.grantPermissions(['clipboard-write']);
  await openWeek(page, '/practice/check-in/');
  await full(page);
  await next(page);
  await next(page);
  await page.getByRole('textbox').first().fill('I was lonely.');
  for (let step = 3; step < 8; step++) await next(page);
  await press(page, 'Save check-in');
  const thanks = page.getByRole('listitem').filter({ hasText: 'Thank you for the kiss' });
  await thanks.getByRole('button', { name: 'Share' }).click();
  await expect(thanks.getByRole('status')).toHaveText('Copied.');
  expect(await pasted(page)).toBe('Thank you for the kiss on Tuesday.');
  await page.getByRole('button', { name: 'Print or share' }).first().click();
  await press(page, 'Copy');
  await expect(page.getByText('Copied.').last()).toBeVisible();
  expect(await pasted(page)).toContain('Thank you for the kiss on Tuesday.');
  expect(await pasted(page)).not.toContain('lonely');
  expect(await pasted(page)).not.toMatch(ACCOUNT);
  await page.getByLabel('How the week felt to me').check();
  await press(page, 'Copy');
  await expect.poll(() => pasted(page)).toContain('I was lonely.');
});

test('printed, the page is the card', async ({ page }) => {
  await openWeek(page, '/practice/check-in/');
  await full(page);
  await next(page);
  await next(page);
  await page.getByRole('textbox').first().fill('Not on the card.\n'.repeat(90));
  for (let step = 3; step < 8; step++) await next(page);
  await press(page, 'Save check-in');
  await page.getByRole('button', { name: 'Print or share' }).first().click();
  await page.evaluate(() => {
    window.print = () => {
      const isSeen = (node: Element) => node.checkVisibility({ visibilityProperty: true });
      const seen = [...document.querySelectorAll('h1, h3, label')].filter(isSeen);
      document.title = seen.map((node) => node.textContent).join('|');
    };
  });
  await page.emulateMedia({ media: 'print' });
  await page.getByRole('button', { name: 'Print', exact: true }).dispatchEvent('click');
  await expect(page).toHaveTitle('Our week, 22 Nov 2026');
  // Once, and no empty pages after it.
  expect((await page.pdf()).toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
});

test('an earlier one is read, changed, deleted and brought back', async ({ page }) => {
  await openWeek(page, '/practice/check-in/');
  await full(page);
  for (let step = 1; step < 8; step++) await next(page);
  await press(page, 'Save check-in');
  await press(page, 'Write another');
  const past = page.getByRole('region', { name: 'Earlier check-ins' });
  await past.getByText('Alone').click();
  await past.getByRole('button', { name: 'Edit' }).click();
  await sheet(page).getByRole('textbox').first().fill('Better than I thought.');
  await press(page, 'Save');
  await expect(past.getByText('Better than I thought.')).toBeVisible();
  await past.getByRole('button', { name: 'Delete' }).click();
  await expect(past).toBeHidden();
  await press(page, 'Undo');
  await expect(past).toBeVisible();
});

test('one that was just kept can be changed at once, and shows the line of its own week', async ({
  page
}) => {
  await openWeek(page, '/practice/check-in/');
  await full(page);
  for (let step = 1; step < 8; step++) await next(page);
  await press(page, 'Save check-in');
  await expect(page.getByRole('button', { name: 'Write another' })).toBeVisible();
  await setTime(page, '19:30', '2026-12-06');
  await page.reload();
  await full(page);
  for (let step = 1; step < 8; step++) await next(page);
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByLabel('Something to do together').fill('A walk');
  await next(page);
  await press(page, 'Save check-in');
  const first = page.getByRole('region', { name: 'Earlier check-ins' }).locator('details').last();
  await first.getByText('Alone').click();
  await first.getByRole('button', { name: 'Edit' }).click();
  await expect(
    sheet(page).getByText('You noticed 2 good moments. 1 was missed or hard.')
  ).toBeVisible();
});

test('the day and the time can be changed, or it no longer comes', async ({ page }) => {
  await openWeek(page, '/practice/check-in/', '12:00');
  await page.getByText('Your weekly reminder').click();
  await page.getByRole('combobox', { name: 'Day' }).selectOption('Saturday');
  await expect(page.getByText('Your check-in is now on Saturday at 19:00.')).toBeVisible();
  await page.goto('/');
  await expect(card(page)).toBeVisible();
  await page.goto('/practice/check-in/');
  await page.getByText('Your weekly reminder').click();
  await page.getByLabel('Remind me of the weekly check-in').uncheck();
  await expect(page.getByText('Your weekly reminder is off.')).toBeVisible();
  await page.goto('/');
  await expect(balance(page)).not.toHaveText('');
  await expect(card(page)).toBeHidden();
});

test('what is proposed is of the day on which it is read, and then stays', async ({ page }) => {
  await openWeek(page, '/practice/check-in/');
  await expect(page.getByRole('heading', { name: 'Are you alone, or together?' })).toBeVisible();
  await seed(page, [entryOn('2026-11-20', 4, { kind: 'act', by: 'partner', act: 'helped' })]);
  await page.reload();
  await full(page);
  await next(page);
  const thanks = page.getByRole('group', { name: 'From me' }).getByRole('textbox');
  await expect(thanks.nth(2)).toHaveValue('Thank you for helping me on Friday.');
  await thanks.nth(2).fill('');
  await expect.poll(() => held(page, 'drafts')).toContain('"hasSeen":true');
  await expect.poll(() => held(page, 'drafts')).not.toContain('Thank you for helping me');
  await page.reload();
  await expect(thanks.nth(1)).not.toHaveValue('');
  await expect(thanks.nth(2)).toHaveValue('');
});

test('changing an earlier one does not lose what is half written', async ({ page }) => {
  await openWeek(page, '/practice/check-in/');
  await full(page);
  for (let step = 1; step < 8; step++) await next(page);
  await press(page, 'Save check-in');
  await press(page, 'Write another');
  await next(page);
  await page.getByRole('textbox').first().fill('Half a sentence');
  const past = page.getByRole('region', { name: 'Earlier check-ins' });
  await past.getByText('Alone').click();
  await past.getByRole('button', { name: 'Edit' }).click();
  await sheet(page).getByRole('textbox').first().fill('Another one');
  await press(page, 'Cancel');
  await expect(page.getByRole('textbox').first()).toHaveValue('Half a sentence');
});
