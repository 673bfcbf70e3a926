import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import DueCheckIn from '#lib/practices/checkIn/DueCheckIn.svelte';
import { Announcer } from '#lib/ui/announcer.svelte.ts';
import { db } from '../database.ts';
import { startAnew } from '../ground.ts';

beforeEach(startAnew);
afterEach(() => vi.restoreAllMocks());

test('a card made out of sight is told by a notification until it has been seen', async () => {
  const sight = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  await render(DueCheckIn, { on: '2026-11-29', tell: new Announcer().tell });
  await expect.element(page.getByRole('heading')).toBeVisible();
  expect(await db.settings.get('checkInTold')).toBeUndefined();
  sight.mockReturnValue('visible');
  document.dispatchEvent(new Event('visibilitychange'));
  await expect.poll(() => db.settings.get('checkInTold')).toMatchObject({ value: '2026-11-29' });
});
