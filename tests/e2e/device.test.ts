import { launchOptions } from '../chromium.js';
import { ROUTES } from './routes.ts';
import { balance, expect, test } from './test.ts';

// The browser then calls its zone Etc/Unknown, which it does not know itself.
test.use({ hasWorker: false, launchOptions: launchOptions({ zone: 'Foo/Bar' }) });

test('a device that says what makes no sense shows every page, logs and edits', async ({
  page
}) => {
  test.slow();
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'language', { value: 'en_US@posix' });
    Object.defineProperty(navigator, 'languages', { value: undefined });
    const refuse = () => Promise.reject(new TypeError('not allowed'));
    Object.assign(navigator.storage, { persist: refuse, persisted: refuse, estimate: refuse });
    Notification.requestPermission = refuse;
    Object.defineProperty(Notification, 'permission', { value: 'perhaps' });
    Object.assign(Intl.Locale.prototype, { getWeekInfo: () => ({ firstDay: 'Monday' }) });
  });
  for (const route of ROUTES) {
    await page.goto(route);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('heading', { name: /just now$/ })).toBeHidden();
  }
  await expect(page.getByLabel('Numbers for')).toHaveValue('elsewhere');
  await page.goto('/');
  expect(await page.evaluate(() => Temporal.Now.timeZoneId())).toBe('Etc/Unknown');
  await page.getByRole('button', { name: 'I turned toward' }).click();
  await expect(balance(page)).toHaveText('1');
  await page.getByRole('button', { name: /^Edit/ }).click();
  await page.getByLabel('When').fill('2020-02-02T20:20');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(balance(page)).toHaveText('0');
  await page.goto('/settings/storage/');
  await expect(page.getByText('The browser doesn’t say how much room is used.')).toBeVisible();
});

test.describe('a browser without any storage', () => {
  const WHY = 'In a private window or Lockdown Mode that’s usual.';

  test.use({ expectedErrors: [/./] });

  test('shows Safety, whole, and says of other pages what is missing', async ({ page }) => {
    await page.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('denied', 'SecurityError');
      };
      for (const name of ['localStorage', 'sessionStorage'] as const) {
        const get = () => {
          throw new DOMException('denied', 'SecurityError');
        };
        Object.defineProperty(window, name, { get });
      }
      // As in Firefox, where a site may store nothing.
      window.BroadcastChannel = class extends EventTarget {
        constructor() {
          super();
          throw new DOMException('denied', 'SecurityError');
        }
      } as unknown as typeof BroadcastChannel;
    });
    await page.goto('/safety/');
    await page.getByLabel('Numbers for').selectOption('United States');
    await expect(page.getByRole('link', { name: 'Call 911' })).toBeVisible();
    await page.getByRole('navigation').getByRole('link', { name: 'Balance' }).click();
    await expect(page.getByText(WHY)).toBeVisible();
    await page.getByRole('link', { name: 'Safety' }).filter({ visible: true }).first().click();
    await expect(page.getByLabel('Numbers for')).toBeVisible();
    await page.getByRole('button', { name: 'Quick exit' }).first().click();
    await expect(page).toHaveTitle('Kitchen measures');
  });

  test('which has nothing for it at all, as in Lockdown Mode, is told the same way', async ({
    page
  }) => {
    await page.addInitScript(() => {
      for (const name of ['indexedDB', 'caches', 'WebAssembly', 'Notification', 'FileReader']) {
        Reflect.deleteProperty(globalThis, name);
        Reflect.deleteProperty(Window.prototype, name);
      }
      for (const name of ['locks', 'storage', 'serviceWorker', 'share', 'clipboard']) {
        Reflect.deleteProperty(Navigator.prototype, name);
      }
    });
    await page.goto('/?tap=bid:partner:toward');
    await expect(page.getByText(WHY).first()).toBeVisible();
    await page.goto('/safety/');
    await expect(page.getByLabel('Numbers for')).toBeVisible();
    await page.goto('/settings/lock/');
    await expect(page.getByText(WHY).first()).toBeVisible();
  });
});

test.describe('a private window that refuses files', () => {
  test('promises no second copy, and says after deleting that nothing is left', async ({
    page
  }) => {
    await page.addInitScript(() => {
      // As Firefox does.
      StorageManager.prototype.getDirectory = () =>
        Promise.reject(new DOMException('denied', 'SecurityError'));
    });
    await page.goto('/');
    await page.getByRole('button', { name: 'I turned toward' }).click();
    await expect(balance(page)).toHaveText('1');
    await page.goto('/settings/backup/');
    await expect(page.getByText(/so there’s no second copy/)).toBeVisible();
    await page.goto('/settings/delete/');
    await page.getByRole('button', { name: 'Delete everything…' }).click();
    await page.getByLabel('I want to delete everything Toward saved on this device').check();
    await page.getByRole('button', { name: 'Delete everything', exact: true }).click();
    await expect(page.getByRole('definition')).toHaveText(Array(5).fill('Nothing left'));
  });
});
