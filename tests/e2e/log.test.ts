import { pasted } from './clipboard.ts';
import { balance, expect, test, type Page } from './test.ts';

test.use({ hasWorker: false });

/** What the line of the pad says: a shared moment has a line of its own. */
const status = (page: Page) => page.locator('.dock').getByRole('status');

test('a tap is logged, counted, and still there after a reload @everywhere', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'I turned toward' }).click();
  await expect(status(page)).toHaveText('You turned toward them. +1');
  await expect(balance(page)).toHaveText('1');
  await page.getByRole('button', { name: 'They missed it' }).click();
  await expect(status(page)).toHaveText('They missed it. That can sting. −1');
  await expect(balance(page)).toHaveText('0');
  await page.reload();
  await expect(balance(page)).toHaveText('0');
});

test('every button of the pad is in view on a phone, large enough, also for a newcomer', async ({
  page
}) => {
  // No Sunday evening, on which the check-in's card is above the pad.
  await page.clock.setFixedTime('2026-11-20T12:00Z');
  await page.goto('/');
  await page.getByRole('button', { name: 'They missed it' }).click();
  await expect(status(page)).toContainText('missed it');
  const dock = await page.locator('.dock').boundingBox();
  const buttons = await page.locator('[data-tap]').all();
  expect(buttons).toHaveLength(19);
  for (const button of buttons) {
    const box = await button.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(dock?.y ?? 0);
  }
});

test('two quick taps log two', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'I turned toward' }).dblclick();
  await expect(balance(page)).toHaveText('2');
});

test('a tap is taken back, and put back @everywhere', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'I snapped' }).click();
  await expect(balance(page)).toHaveText('−3');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(status(page)).toHaveText('Undone: they reached out, you snapped');
  await expect(balance(page)).toHaveText('0');
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(balance(page)).toHaveText('−3');
  await page.getByRole('button', { name: 'Dismiss' }).last().click();
  await expect(status(page)).toHaveText('One tap logs a moment. Undo takes it back.');
});

test('a small act is logged', async ({ page }) => {
  await page.goto('/');
  const acts = page.getByRole('group', { name: 'A small act' });
  await acts.getByRole('button', { name: 'made me laugh' }).click();
  await expect(status(page)).toHaveText('You noticed: they made you laugh. +1');
});

test('after a kind act of theirs a sentence of thanks is copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-write', 'clipboard-read']);
  await page.goto('/');
  await page.getByRole('button', { name: 'made me laugh' }).click();
  await page.getByRole('button', { name: 'Say thanks' }).click();
  await expect(status(page)).toHaveText('Copied: You made me laugh. Thank you.');
  expect(await pasted(page)).toBe('You made me laugh. Thank you.');
});

test('or shared, where the device has apps to share with', async ({ page }) => {
  const shared: unknown[] = [];
  await page.exposeFunction('share', (data: unknown) => shared.push(data));
  await page.addInitScript(() => {
    // The system's sheet, which no headless browser has.
    const share = (data: unknown) => (window as unknown as typeof navigator).share(data as object);
    Object.defineProperty(Navigator.prototype, 'share', { value: share });
  });
  await page.goto('/');
  await page.getByRole('button', { name: 'a kiss' }).click();
  await page.getByRole('button', { name: 'Say thanks' }).click();
  await expect.poll(() => shared).toEqual([{ text: 'Thank you for the kiss. It made my day.' }]);
  await expect(status(page)).toHaveText('You noticed: they kissed you. +1');
});

test('an act of mine, one in own words, and making up after a snap of theirs', async ({ page }) => {
  await page.goto('/');
  const acts = page.getByRole('group', { name: 'A small act' });
  await acts.getByRole('button', { name: 'Mine' }).click();
  await acts.getByRole('button', { name: 'thanked them' }).click();
  await expect(status(page)).toHaveText('A kind act: you thanked them. +1');
  await acts.getByRole('button', { name: 'Something else' }).click();
  await page.getByRole('textbox', { name: 'In a few words' }).fill('Soup');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(status(page)).toHaveText('What you did counts too: Soup. +1');
  await page.getByRole('button', { name: 'They snapped' }).click();
  await expect(page.locator('.dock').getByRole('button', { name: 'Pause' })).toBeVisible();
  await page.locator('.dock').getByRole('button', { name: 'We made up' }).click();
  await expect(status(page)).toHaveText('Good to hear: you two made up. +2');
  await page.getByRole('button', { name: 'I snapped' }).click();
  await expect(page.locator('.dock').getByRole('button', { name: 'Pause' })).toBeVisible();
  // Nobody is asked to apologize for the other's: this is for mine.
  await expect(page.getByRole('button', { name: 'Apologize' })).toBeHidden();
  await page.locator('.dock').getByRole('button', { name: 'We made up' }).click();
  await page.getByRole('button', { name: 'Apologize' }).click();
  await expect(page).toHaveURL(/\/practice\/making-up\//);
});

test('the detail of a tap makes it warm, and the balance follows @everywhere', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'They turned toward' }).click();
  await page.getByRole('button', { name: 'Details' }).first().click();
  await page.getByRole('dialog').getByRole('checkbox').first().check();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Note' }).fill('a long walk');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(status(page)).toHaveText('They met you warmly. +2');
  await expect(balance(page)).toHaveText('2');
  await expect(page.getByText('a long walk')).toBeVisible();
});

test('single keys log, undo and open the detail, and stay out of the way of typing', async ({
  page
}) => {
  await page.goto('/');
  await expect(balance(page)).toHaveText('0');
  await page.keyboard.press('2');
  await expect(status(page)).toHaveText('You missed it. Everyone does sometimes. −1');
  await page.keyboard.press('u');
  await expect(balance(page)).toHaveText('0');
  await page.keyboard.press('4');
  await expect(balance(page)).toHaveText('1');
  await page.keyboard.press('d');
  await page.getByRole('dialog').getByRole('textbox', { name: 'Note' }).pressSequentially('123u');
  await page.keyboard.press('Escape');
  await expect(balance(page)).toHaveText('1');
  await page.keyboard.press('Control+1');
  await expect(balance(page)).toHaveText('1');
});

test('one tap covers numbers, hard moments and notes on every page, one tap brings them back', async ({
  page
}) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'I turned toward' }).click();
  await expect(balance(page)).toHaveText('1');
  await page.getByRole('button', { name: 'They missed it' }).click();
  await expect(balance(page)).toHaveText('0');
  const cover = page.getByRole('button', { name: 'Cover numbers and notes' });
  const rows = page.getByRole('listitem').filter({ hasText: 'reached out' });
  await expect(rows).toHaveText([/they missed it/, /you turned toward/]);

  await cover.click();
  await expect(cover).toHaveAttribute('aria-pressed', 'true');
  await expect(balance(page)).toContainText('Hidden');
  await expect(status(page)).toHaveText('Done. The details are covered.');
  await expect(rows.filter({ visible: true })).toHaveText([/you turned toward/]);

  await page.reload();
  await expect(balance(page)).toContainText('Hidden');
  await expect(cover).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('navigation').getByRole('link', { name: 'Balance' }).click();
  await expect(page.getByRole('heading', { name: 'Covered for now' })).toBeVisible();
  await expect(page.getByRole('table')).toHaveCount(0);
  await page.getByRole('link', { name: 'History' }).click();
  await expect(rows.filter({ visible: true })).toHaveText([/you turned toward/]);
  await expect(page.getByText('+1')).toBeHidden();
  // Pause helps at once, without what was written there.
  await page.goto('/practice/pause/');
  await expect(page.getByRole('button', { name: 'Breathe slowly' })).toBeVisible();
  await expect(page.getByText('Before you start, if you like')).toBeHidden();
  await page.goto('/history/');

  await cover.click();
  await expect(cover).toHaveAttribute('aria-pressed', 'false');
  await expect(rows).toHaveText([/they missed it/, /you turned toward/]);
  await expect(page.getByText('+1')).toBeVisible();
});

test('a balance that was hidden in Settings comes back where it is tapped', async ({ page }) => {
  await page.addInitScript(() =>
    localStorage.setItem('toward.preferences', '{"hideNumber":true,"welcomed":true}')
  );
  await page.goto('/');
  await page.getByRole('button', { name: 'I turned toward' }).click();
  await expect(balance(page)).toContainText('Hidden');
  await page.getByTestId('balance').click();
  await page.getByRole('button', { name: 'Show the balance' }).click();
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(balance(page)).toHaveText('1');
});
