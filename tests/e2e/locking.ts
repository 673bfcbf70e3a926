import { expect, type Page } from './test.ts';

export const PASSPHRASE = 'five green bottles';

/** The section of the lock in Settings. */
export const lock = (page: Page) => page.locator('#lock');
/** Presses a button of that section. */
export const press = (page: Page, name: string) =>
  lock(page).getByRole('button', { name, exact: true }).click();
/** The heading of the lock screen. */
export const locked = (page: Page) => page.getByRole('heading', { name: 'Locked' });

/** Turns the lock on in Settings; resolves with the recovery code. */
export async function turnOn(page: Page): Promise<string> {
  await page.goto('/settings/#lock');
  await press(page, 'Set up a lock');
  await lock(page).getByLabel('New passphrase').fill(PASSPHRASE);
  await lock(page).getByLabel('Passphrase again').fill(PASSPHRASE);
  await press(page, 'Continue');
  const code = await noteCode(page);
  await press(page, 'Turn the lock on');
  await expect(lock(page)).toContainText('What you log and write is encrypted.');
  return code;
}

/** Says that the code on the page was stored; resolves with it. */
export async function noteCode(page: Page): Promise<string> {
  const code = await lock(page).locator('.code').innerText();
  await lock(page).getByLabel('I’ve stored my code somewhere safe').check();
  return code;
}

/** Enters a passphrase. */
export async function unlock(page: Page, passphrase = PASSPHRASE) {
  await page.getByLabel('Passphrase').fill(passphrase);
  await page.keyboard.press('Enter');
}
