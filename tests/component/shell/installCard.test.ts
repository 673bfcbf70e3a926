import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import InstallCard from '#lib/shell/InstallCard.svelte';
import { installOffer } from '#lib/shell/installOffer.svelte.ts';
import { forgetPreferences, preferences } from '#lib/store/preferences.ts';

beforeEach(forgetPreferences);
afterEach(() => vi.restoreAllMocks());

const card = () => page.getByRole('region', { name: 'Keep Toward within reach' });

/** A browser's offer, and how often it was taken. */
function offer() {
  const event = Object.assign(new Event('beforeinstallprompt'), {
    taken: 0,
    prompt() {
      this.taken += 1;
      return Promise.resolve();
    }
  });
  // As src/early.js does.
  window.installEvent = event;
  dispatchEvent(event);
  return event;
}

test('it shows where the browser offers to install, and asks it once', async () => {
  installOffer.listen();
  await render(InstallCard);
  await expect.element(card()).not.toBeInTheDocument();
  const event = offer();
  await page.getByRole('button', { name: 'Install' }).click();
  expect(event.taken).toBe(1);
  expect(preferences.current.installOffered).toBe(true);
  await expect.element(card()).not.toBeInTheDocument();
});

test('put off, it asks the browser nothing and is remembered', async () => {
  await render(InstallCard);
  const event = offer();
  await page.getByRole('button', { name: 'Not now' }).click();
  expect(event.taken).toBe(0);
  expect(preferences.current.installOffered).toBe(true);
});

const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.4 Mobile/15E148 Safari/604.1';
const IPAD =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.4 Safari/605.1.15';

test.each([
  ['an iPhone', IPHONE],
  ['an iPad, which says that it is a Mac', IPAD]
])('on %s it shows the way to the Home Screen, and is seen once', async (_, userAgent) => {
  vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(userAgent);
  vi.spyOn(navigator, 'maxTouchPoints', 'get').mockReturnValue(5);
  await render(InstallCard);
  const way = page.getByRole('region', { name: 'Put Toward on your Home Screen' });
  for (const words of [
    'Otherwise Safari deletes what you’ve logged after seven days without a visit.',
    'Scroll to “Add to Home Screen”, and tap it.',
    'Toward may start empty there. If it does, restore a backup from here.'
  ]) {
    await expect.element(way.getByText(words)).toBeVisible();
  }
  await expect
    .element(way.getByRole('link', { name: 'Save a backup' }))
    .toHaveAttribute('href', '/settings/backup');
  await way.getByRole('button', { name: 'Got it' }).click();
  expect(preferences.current.installOffered).toBe(true);
});

test('a Mac, which has no touch screen, is shown no way to a Home Screen', async () => {
  vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(IPAD);
  vi.spyOn(navigator, 'maxTouchPoints', 'get').mockReturnValue(0);
  await render(InstallCard);
  expect(page.getByText('Home Screen').query()).toBeNull();
});
