import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import InstallCard from '#lib/shell/InstallCard.svelte';
import { installOffer } from '#lib/shell/installOffer.svelte.ts';
import { forgetPreferences, preferences } from '#lib/store/preferences.ts';

beforeEach(forgetPreferences);

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
