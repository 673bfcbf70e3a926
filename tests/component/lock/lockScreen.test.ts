import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { dropKey } from '#lib/lock/store/keyExchange.ts';
import { keepRow, seal } from './key.ts';
import { startAnew } from '../ground.ts';
import LockScreen from '#lib/lock/screen/LockScreen.svelte';

beforeEach(startAnew);

test('a wait from when the clock was ahead begins anew, and is seen to end', async () => {
  await seal();
  await keepRow({ tries: { count: 4, at: Date.UTC(2100, 0, 1) } });
  dropKey();
  await render(LockScreen);
  const alert = page.getByRole('alert');
  await expect.element(alert).toHaveTextContent('Wait 1 second, then try again.');
  await expect.element(alert, { timeout: 5000 }).toHaveTextContent(/^$/);
});
