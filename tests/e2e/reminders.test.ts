import { entryOn, held, seed } from './seed.ts';
import { balance, expect, test, type Page } from './test.ts';

test.use({ hasWorker: false });

const FRIDAY = '2026-11-20';
const PLAN = 'If we meet again after work, then I look for one small act.';

/** Sets the clock of the page; Berlin is an hour ahead of UTC in November. */
const setTime = (page: Page, day: string, time: string) =>
  page.clock.setFixedTime(new Date(`${day}T${time}:00+01:00`));

const choose = (page: Page, name: string) =>
  page.getByRole('radio', { name, exact: true }).check({ force: true });
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const card = (page: Page) => page.getByRole('region', { name: PLAN });
const line = (page: Page) => page.getByRole('status').last();

/** Makes the first plan of the examples for Monday to Friday at 18:00, on Friday at noon. */
async function makePlan(page: Page) {
  await setTime(page, FRIDAY, '12:00');
  await page.goto('/reminders/');
  await choose(page, 'we meet again after work');
  await choose(page, 'I look for one small act');
  await press(page, 'around 18:00');
  await expect(page.getByRole('heading', { name: PLAN })).toBeVisible();
  await expect.poll(() => held(page, 'reminders')).toContain('after work');
}

/** Says yes on the card, and logs an act that was noticed. */
async function yes(page: Page, act = 'checked in') {
  await press(page, 'Yes, and log…');
  await card(page).getByRole('button', { name: act }).click();
}

/** Where the page says when a reminder is seen next. */
const seen = (page: Page, when: string) => page.getByText(`You’ll see this on Today from ${when}.`);

/** Opens the log at a time, and waits until it has read what there is. */
async function openLog(page: Page, day: string, time: string, path = '/') {
  await setTime(page, day, time);
  await page.goto(path);
  await expect(balance(page)).not.toHaveText('');
}

test('a plan of three taps comes at its time; yes logs, and can be undone @everywhere', async ({
  page
}) => {
  await makePlan(page);
  await expect(seen(page, '18:00').first()).toBeVisible();
  const next = page.getByRole('region', { name: 'What happens next' });
  await expect(next).toContainText('18:00');
  await expect(next).toBeInViewport({ ratio: 1 });
  await expect(next.getByText('18:00')).toBeFocused();
  await openLog(page, FRIDAY, '17:59');
  await expect(card(page)).toBeHidden();
  await openLog(page, FRIDAY, '18:00');
  await expect(card(page)).toBeVisible();
  await yes(page);
  await expect(line(page)).toHaveText('You noticed: they checked in with you. +1');
  await expect(card(page)).toBeHidden();
  await expect(balance(page)).toHaveText('1');
  await press(page, 'Undo');
  await expect(balance(page)).toHaveText('0');
  await expect(card(page)).toBeVisible();
  await page.reload();
  await expect(balance(page)).toHaveText('0');
  await press(page, 'Not today');
  await expect(card(page)).toBeHidden();
  await press(page, 'Undo');
  await expect(card(page)).toBeVisible();
});

test('the card comes on return to the tab, and leaves the bids in view on a phone', async ({
  page
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await makePlan(page);
  await openLog(page, FRIDAY, '17:50');
  await setTime(page, FRIDAY, '18:10');
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(card(page)).toBeVisible();
  const dock = await line(page).boundingBox();
  const bids = page.locator('[data-tap^="bid"]');
  await expect(bids).toHaveCount(6);
  for (const button of await bids.all()) {
    const box = await button.boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(dock?.y ?? 0);
  }
});

test('yes to another act, to a bid met, or to nothing that is logged', async ({ page }) => {
  await makePlan(page);
  await openLog(page, FRIDAY, '18:00');
  await yes(page, 'thanked me');
  await expect(line(page)).toHaveText('You noticed: they thanked you. +1');
  await openLog(page, '2026-11-23', '18:00');
  await yes(page, 'I turned toward');
  await expect(line(page)).toHaveText('You turned toward them. +1');
  await openLog(page, '2026-11-24', '18:00');
  await press(page, 'Yes, I did');
  await expect(line(page)).toHaveText('Good to hear. Nothing was logged.');
  await expect(card(page)).toBeHidden();
  await expect(balance(page)).toHaveText('2');
});

test('not yet puts it off by half an hour', async ({ page }) => {
  await makePlan(page);
  await openLog(page, FRIDAY, '18:05');
  await press(page, 'Not yet');
  await expect(line(page)).toHaveText('You’ll see this reminder again in half an hour.');
  await openLog(page, FRIDAY, '18:34');
  await expect(page.getByText('One tap logs a moment')).toBeVisible();
  await expect(card(page)).toBeHidden();
  await openLog(page, FRIDAY, '18:35');
  await expect(card(page)).toBeVisible();
});

test('not today silences it until the next time', async ({ page }) => {
  await makePlan(page);
  await openLog(page, FRIDAY, '18:05');
  await press(page, 'Not today');
  await expect(line(page)).toHaveText('You won’t see this reminder again today.');
  await openLog(page, FRIDAY, '22:00');
  await expect(card(page)).toBeHidden();
  await openLog(page, '2026-11-23', '18:00');
  await expect(card(page)).toBeVisible();
});

test('one of last night says so in the morning, and goes when its day is over', async ({
  page
}) => {
  await makePlan(page);
  await openLog(page, FRIDAY, '21:00');
  await expect(card(page)).toHaveAccessibleName(PLAN);
  await openLog(page, '2026-11-21', '09:00');
  await expect(card(page)).toHaveAccessibleName(`From yesterday: ${PLAN}`);
  await openLog(page, '2026-11-21', '18:01');
  await expect(page.getByText('One tap logs a moment')).toBeVisible();
  await expect(card(page)).toBeHidden();
});

test('missed days leave one card, never a pile', async ({ page }) => {
  await makePlan(page);
  await openLog(page, '2026-11-26', '09:00');
  await expect(card(page)).toHaveCount(1);
  await yes(page);
  await expect(card(page)).toBeHidden();
  await page.reload();
  await expect(balance(page)).toHaveText('1');
  await expect(card(page)).toBeHidden();
});

test('an address leads to the card; where nothing is due it says so', async ({ page }) => {
  await makePlan(page);
  await openLog(page, FRIDAY, '17:00', '/?due');
  await expect(line(page)).toHaveText('Nothing’s waiting for you.');
  await openLog(page, FRIDAY, '18:00', '/?due');
  await expect(card(page)).toBeFocused();
  expect(new URL(page.url()).search).toBe('');
});

test('ignored three times it comes half as often and says so; answered, it returns', async ({
  page
}) => {
  await makePlan(page);
  const quieter = page.getByText('Three in a row went unanswered');
  for (const day of [FRIDAY, '2026-11-23', '2026-11-24']) {
    await openLog(page, day, '18:00');
    await expect(card(page)).toBeVisible();
    // The answer that it was shown is on disk.
    await expect.poll(() => shownCount(page, day)).toBe(1);
  }
  await setTime(page, '2026-11-25', '18:30');
  await page.goto('/reminders/');
  await expect(quieter).toBeVisible();
  await expect(seen(page, 'tomorrow at 18:00')).toBeVisible();
  await openLog(page, '2026-11-26', '18:00');
  await yes(page);
  await expect(line(page)).toContainText('+1');
  await page.goto('/reminders/');
  await expect(seen(page, 'tomorrow at 18:00')).toBeVisible();
  await expect(quieter).toBeHidden();
});

test('deleted with its form, put back with one tap', async ({ page }) => {
  await makePlan(page);
  await press(page, /^Edit/);
  await press(page, 'Delete');
  await expect(line(page)).toHaveText(`Deleted: ${PLAN}`);
  await expect(page.getByRole('heading', { name: 'Begin with a plan' })).toBeVisible();
  await press(page, 'Undo');
  await expect(page.getByRole('heading', { name: PLAN })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: PLAN })).toBeVisible();
});

test('written anew, and back', async ({ page }) => {
  await makePlan(page);
  await press(page, /^Edit/);
  await page.getByLabel('If …').fill('the kettle boils');
  await press(page, 'Save');
  const changed = 'If the kettle boils, then I look for one small act.';
  await expect(page.getByRole('heading', { name: changed })).toBeVisible();
  await press(page, 'Undo');
  await expect(page.getByRole('heading', { name: PLAN })).toBeVisible();
});

test('a second one, at random times; turned off it does not come', async ({ page }) => {
  await makePlan(page);
  await press(page, 'New reminder');
  await choose(page, 'at random times');
  await press(page, 'Save');
  const row = page.getByRole('listitem').filter({ hasText: 'A small act to look for' });
  // Some locales write a thin blank in a time.
  await expect(row).toContainText(/every day, about 2 times between 0?9:00 and 21:00/i);
  await row.getByRole('switch').uncheck();
  await expect(row).toContainText('While it’s off, you won’t see it.');
  await expect.poll(() => held(page, 'reminders')).toContain('"isOn":false');
  await page.reload();
  await expect(row.getByRole('switch')).not.toBeChecked();
});

test('all are paused until tomorrow, or until resumed', async ({ page }) => {
  await makePlan(page);
  await press(page, 'Until tomorrow');
  await expect(page.getByText('All reminders are snoozed until tomorrow.')).toBeVisible();
  await expect(seen(page, 'Mon 23 Nov at 18:00').first()).toBeVisible();
  await expect.poll(() => held(page, 'settings')).toMatch(/"pausedUntil":\d/);
  await openLog(page, FRIDAY, '18:00');
  await expect(card(page)).toBeHidden();
  await page.goto('/reminders/');
  await press(page, 'Turn back on');
  await expect(seen(page, 'Mon 23 Nov at 18:00').first()).toBeVisible();
  await press(page, 'Until I turn them back on');
  await expect
    .poll(() => held(page, 'settings'))
    .toContain(`"pausedUntil":${Number.MAX_SAFE_INTEGER}`);
  await openLog(page, '2026-11-23', '18:00');
  await expect(card(page)).toBeHidden();
});

test('the most a day is kept, however fast it is pressed', async ({ page }) => {
  await makePlan(page);
  await page.getByRole('button', { name: 'More: Reminders per day, at most' }).dblclick();
  await expect(page.getByLabel('Reminders per day, at most', { exact: true })).toHaveValue('5');
  // Not a reload: it may come before the last press is on disk.
  const nav = page.getByRole('navigation', { name: 'Main' });
  await nav.getByRole('link', { name: 'Today' }).click();
  await expect(balance(page)).toBeVisible();
  const reminders = nav.getByRole('link', { name: 'Reminders' });
  await reminders.click();
  await expect(reminders).toHaveAttribute('aria-current', 'page');
  await expect(page.getByLabel('Reminders per day, at most', { exact: true })).toHaveValue('5');
});

test('a sample shows how it comes, and logs nothing', async ({ page }) => {
  await makePlan(page);
  await press(page, /^Preview/);
  await page.getByRole('dialog').getByRole('button', { name: 'Yes, I did' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.goto('/');
  await expect(balance(page)).toHaveText('0');
});

test('the hours in which bids are missed are offered once', async ({ page }) => {
  await makePlan(page);
  // 13:00 in Berlin: every second bid then is missed; at the plan's hours none is.
  const bids = Array.from({ length: 40 }, (_, index) => {
    const response = index < 12 ? 'away' : 'toward';
    const day = new Date(Date.UTC(2026, 9, 5 + Math.floor(index / 2))).toISOString().slice(0, 10);
    const entry = entryOn(day, index, { kind: 'bid', by: 'partner', response });
    return { ...entry, at: entry.at + (response === 'toward' ? 6 * 3_600_000 : 0) };
  });
  await seed(page, bids);
  await page.reload();
  await expect(page.getByText(/\d+ of the \d+ times they reached out slipped by/)).toBeVisible();
  await press(page, 'Move it there');
  await expect(line(page)).toHaveText(`Moved: ${PLAN}`);
  await expect(page.getByText('Monday to Friday, 12:00')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: PLAN })).toBeVisible();
  await expect(page.getByText('A moment that often passes')).toBeHidden();
});

test('it says after how many prompts something was noticed', async ({ page }) => {
  await makePlan(page);
  for (const day of [FRIDAY, '2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26']) {
    await openLog(page, day, '18:00');
    if (day === FRIDAY) await press(page, 'Not today');
    else await yes(page);
    await expect(line(page)).toHaveText(/won’t see this reminder again today|\+1/);
  }
  await setTime(page, '2026-11-27', '12:00');
  await page.goto('/reminders/');
  await expect(
    page.getByText('You noticed something within an hour of 4 of 5 reminders.')
  ).toBeVisible();
});

/** How many prompts of a day are on disk as shown. */
function shownCount(page: Page, day: string): Promise<number> {
  return page.evaluate(
    (day) =>
      new Promise<number>((resolve) => {
        const open = indexedDB.open('toward');
        open.onsuccess = () => {
          const all = open.result.transaction('answers').objectStore('answers').getAll();
          all.onsuccess = () => {
            open.result.close();
            resolve(all.result.filter((answer) => answer.day === day).length);
          };
        };
      }),
    day
  );
}
