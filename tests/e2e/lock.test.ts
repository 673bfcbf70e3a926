import { barriers } from './barriers.ts';
import { lock, locked, noteCode, PASSPHRASE, press, turnOn, unlock } from './locking.ts';
import { ROUTES } from './routes.ts';
import { everything } from './seed.ts';
import { balance, expect, test, type Page } from './test.ts';
import { hide } from './worker.ts';

test.use({ hasWorker: false });

async function prove(page: Page, task: string, text: string) {
  await press(page, task);
  await lock(page).getByLabel('Your passphrase or recovery code').fill(text);
  await press(page, 'Continue');
}

async function logOne(page: Page) {
  await page.goto('/');
  await page.getByRole('button', { name: 'I turned toward' }).click();
  await expect(balance(page)).toHaveText('1');
}

test('locked, every page but Safety says nothing, until the passphrase or the code is entered', async ({
  page
}) => {
  await logOne(page);
  const code = await turnOn(page);
  expect(await barriers(page)).toEqual([]);
  for (const route of [...ROUTES.filter((route) => route !== '/safety/'), '/balance/']) {
    await page.goto(route);
    await expect(locked(page)).toBeVisible();
    // What was prerendered is gone with it.
    await expect(page.getByRole('heading')).toHaveText(['Locked']);
    await expect(page.getByRole('button', { name: 'Quick exit' })).toBeInViewport();
  }
  await expect(page).toHaveTitle('Toward');
  await expect(page.getByRole('navigation')).toHaveCount(0);
  expect(await barriers(page)).toEqual([]);
  // However slow the machine: the wait is not over before it is seen.
  await page.clock.setFixedTime(new Date());
  for (let turn = 1; turn <= 4; turn++) {
    await unlock(page, `wrong ${turn}`);
    await expect(page.getByRole('alert')).toContainText('That’s not the passphrase.');
    await page.getByRole('button', { name: 'Use the recovery code' }).click();
    await page.getByRole('button', { name: 'Use the passphrase' }).click();
  }
  // The wait is in the database: to load the page again wins nothing.
  await page.reload();
  await unlock(page, 'wrong 5');
  await expect(page.getByRole('alert')).toContainText(/Wait \d seconds?, then try again/);
  await page.getByRole('link', { name: 'Safety' }).click();
  await expect(page.getByLabel('Numbers for')).toBeVisible();
  await page.goBack();
  await page.clock.setFixedTime(Date.now() + 60_000);
  await page.getByRole('button', { name: 'Use the recovery code' }).click();
  await page.getByLabel('Recovery code').fill(code.replace(/.$/, '0').replace(/^./, '1'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('One character isn’t right.');
  await page.getByLabel('Recovery code').fill(` ${code.toLowerCase().replaceAll('-', ' ')} `);
  await page.keyboard.press('Enter');
  // One is on the page that one came for.
  await expect(page.getByRole('heading', { name: 'Balance', level: 1 })).toBeVisible();
  await expect(balance(page).or(page.getByRole('main')).first()).toContainText('1');
});

test('by the keyboard alone: locked, unlocked, and the address still does what it says', async ({
  page,
  context
}) => {
  await turnOn(page);
  await page.goto('/?tap=bid:partner:toward');
  await expect(page.getByLabel('Passphrase')).toBeFocused();
  await page.keyboard.type(PASSPHRASE);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Log it' })).toBeVisible();
  await page.getByRole('button', { name: 'Lock now' }).filter({ visible: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Passphrase')).toBeFocused();

  // While only what's for two is shown, the lock is the only way back.
  await unlock(page);
  await page.getByRole('link', { name: 'Practice', exact: true }).click();
  await page
    .getByRole('main')
    .getByRole('link', { name: /^For two/ })
    .click();
  await page.getByRole('button', { name: 'Show only this' }).click();
  await expect(page.getByRole('link', { name: 'Balance' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Hold to go back' })).toBeHidden();
  // A second tab gets the key from the first, and is no way back either.
  const other = await context.newPage();
  await other.goto('/');
  await expect(other.getByRole('heading', { name: 'For two', level: 1 })).toBeVisible();
  await other.close();
  await expect(page.getByRole('link', { name: 'Balance' })).toBeHidden();
  await page.getByRole('button', { name: 'Lock now' }).filter({ visible: true }).click();
  await unlock(page);
  await expect(page.getByRole('link', { name: 'Balance' })).toBeVisible();
});

test('two tabs lock together; what is half written is there again', async ({ page, context }) => {
  await turnOn(page);
  const other = await context.newPage();
  await other.goto('/practice/gently/');
  const field = other.getByRole('textbox').first();
  await field.fill('I see that it was late.');
  await other.getByRole('button', { name: 'Lock now' }).filter({ visible: true }).click();
  await expect(locked(other)).toBeVisible();
  await expect(locked(page)).toBeVisible();
  await unlock(page);
  await expect(lock(page)).toContainText('The lock is on.');
  await expect(field).toHaveValue('I see that it was late.');
  // Whoever leaves one of them leaves both, and finds them locked.
  await other.getByRole('button', { name: 'Quick exit' }).first().click();
  for (const tab of [page, other]) {
    await expect(tab).toHaveURL(/\/measures\/$/);
    await tab.goto('/');
    await expect(locked(tab)).toBeVisible();
  }
  await page.getByRole('button', { name: 'Quick exit' }).click();
  await expect(page).toHaveURL(/\/measures\/$/);
});

test('the passphrase and the code are changed, and the lock turned off, by who knows one of them', async ({
  page
}) => {
  await logOne(page);
  const old = await turnOn(page);
  await prove(page, 'Change the passphrase', 'not this one');
  await expect(lock(page)).toContainText('That’s neither the passphrase nor the recovery code.');
  await press(page, 'Cancel');
  await prove(page, 'Change the passphrase', old);
  await lock(page).getByLabel('New passphrase').fill('seven red buses');
  await lock(page).getByLabel('Show what I type').check();
  await press(page, 'Continue');
  await noteCode(page);
  await press(page, 'Encrypt again');
  await expect(lock(page)).toContainText('Your passphrase is changed');
  await prove(page, 'New recovery code', 'seven red buses');
  const code = await noteCode(page);
  await press(page, 'Encrypt again');
  await expect(lock(page)).toContainText('Your new code works from now on');
  await page.reload();
  await unlock(page);
  await expect(page.getByRole('alert')).toContainText('That’s not the passphrase.');
  await page.getByRole('button', { name: 'Use the recovery code' }).click();
  await page.getByLabel('Recovery code').fill(old);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('This code doesn’t open this lock.');
  await page.getByLabel('Recovery code').fill(code);
  await page.keyboard.press('Enter');
  await prove(page, 'Turn the lock off', 'seven red buses');
  await expect(lock(page)).toContainText('The lock is off. Everything here can be read');
  await page.goto('/');
  await expect(balance(page)).toHaveText('1');
});

test('a passkey of the device opens the lock, and is never the only way', async ({
  page,
  baseURL
}) => {
  const browser = await page.context().newCDPSession(page);
  const device = (hasPrf: boolean) =>
    browser.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasPrf },
        ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true }
      }
    });
  const ways = async () =>
    [...JSON.stringify((await everything(page)).device).matchAll(/"kind":"(\w+)"/g)].map(
      ([, kind]) => kind
    );
  await browser.send('WebAuthn.enable');
  const { authenticatorId } = await device(false);
  // A passkey belongs to a name; an address in numbers has none.
  const home = String(baseURL).replace('127.0.0.1', 'localhost');
  await page.goto(`${home}/settings/#lock`);
  // A lock begins with a passkey; a device whose passkeys know no secrets has none to offer.
  await press(page, 'Set up with a passkey');
  await expect(lock(page)).toContainText('No passkey was added');
  await press(page, 'Use a passphrase');
  await lock(page).getByLabel('Show what I type').check();
  await lock(page).getByLabel('New passphrase').fill(PASSPHRASE);
  await press(page, 'Continue');
  await noteCode(page);
  await press(page, 'Turn the lock on');
  await prove(page, 'Add a passkey', PASSPHRASE);
  await expect(lock(page)).toContainText('No passkey was added');
  expect(await ways()).toEqual(['passphrase', 'recovery']);
  await browser.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId });
  await device(true);
  await prove(page, 'Add a passkey', PASSPHRASE);
  await expect(lock(page)).toContainText('Your passkey opens the lock from now on.');
  await page.reload();
  await page.getByRole('button', { name: 'Unlock with the passkey' }).click();
  await expect(lock(page)).toContainText('A passkey opens the lock on this device.');
  expect(await ways()).toContain('passkey');
  await page.reload();
  await unlock(page);
  await press(page, 'Remove the passkey');
  await expect(lock(page)).toContainText('The passkey no longer opens Toward.');
  expect(await ways()).not.toContain('passkey');
  await page.reload();
  await expect(page.getByLabel('Passphrase')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Unlock with the passkey' })).toHaveCount(0);
});

test('whoever has lost the passphrase and the code can erase it all, and begin anew', async ({
  page
}) => {
  await logOne(page);
  await turnOn(page);
  await press(page, 'Lock now');
  const lost = page.getByRole('button', { name: 'I’ve lost my passphrase and code' });
  await lost.click();
  await expect(page.getByRole('heading', { name: 'Start over' })).toBeFocused();
  await expect(page.getByRole('main')).toContainText('This can’t be undone.');
  await expect(page.getByRole('button', { name: 'Delete everything', exact: true })).toBeDisabled();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(page.getByLabel('Passphrase')).toBeFocused();
  await lost.click();
  await page.getByLabel('I want to delete everything Toward saved on this device').check();
  await page.getByRole('button', { name: 'Delete everything', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Everything is deleted');
  await expect(page.getByRole('definition')).toHaveText(Array(5).fill('Nothing left'));
  await expect(page.getByRole('main')).toContainText('The passkey, if you added one.');
  await page.getByRole('link', { name: 'Start over' }).click();
  await expect(balance(page)).toHaveText('0');
});

test('it locks when it is not used, and when it goes out of sight', async ({ page }) => {
  await page.clock.install();
  await turnOn(page);
  await page.clock.fastForward('04:00');
  await page.mouse.move(100, 100);
  await page.clock.fastForward('04:00');
  await expect(lock(page)).toContainText('The lock is on.');
  // The laptop slept: no timer ran, and the first touch comes too late.
  await page.clock.fastForward('05:01');
  await expect(locked(page)).toBeVisible();
  await unlock(page);
  await lock(page).getByLabel('Lock when Toward is out of sight').check();
  await hide(page);
  await expect(locked(page)).toBeVisible();
});
