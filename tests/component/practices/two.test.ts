import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { isRestingAt } from '#lib/practices/pause/resting.ts';
import { currentIdeas } from '#lib/practices/together/store/ideas.ts';
import BreatheTogether from '#lib/practices/two/BreatheTogether.svelte';
import Listening from '#lib/practices/two/Listening.svelte';
import Questions from '#lib/practices/two/Questions.svelte';
import { Decisions } from '#lib/reminders/ui/reminderList.svelte.ts';
import { Announcer } from '#lib/ui/announcer.svelte.ts';
import { db } from '../database.ts';
import { startAnew } from '../ground.ts';
import { make } from '../making.svelte.ts';

beforeEach(startAnew);
afterEach(() => vi.restoreAllMocks());

const button = (name: string | RegExp) => page.getByRole('button', { name });
const heading = (name: string) => page.getByRole('heading', { name, exact: true });

test('a question is drawn, skipped, and one that is hidden doesn’t come again', async () => {
  const [announcer] = make(() => new Announcer());
  await render(Questions, { tell: announcer.tell, random: () => 0 });
  const shown = page.getByRole('status');
  await page.getByRole('radio', { name: 'Memories' }).click({ force: true });
  await button('Draw a question').click();
  await expect
    .element(shown)
    .toHaveTextContent('What do you remember about the first time we met?');
  await button('Another question').click();
  await expect.element(shown).toHaveTextContent('Which of our trips would you take again?');
  await button('Not this one again').click();
  await expect.element(button('Draw a question')).toHaveFocus();
  await expect
    .poll(currentIdeas)
    .toMatchObject({ hidden: ['memories_trip'], seen: ['memories_met', 'memories_trip'] });
  await button('Draw a question').click();
  await expect.element(shown).toHaveTextContent('What did the kitchen');
  await page.getByText('Hidden questions').click();
  await button('Show again').click();
  await expect.poll(currentIdeas).toMatchObject({ hidden: [] });
});

test('one speaks and is heard, then the other, and what was missing is said again', async () => {
  // The check-in has it within a form.
  const form = document.body.appendChild(document.createElement('form'));
  onTestFinished(() => form.remove());
  let sent = 0;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    sent += 1;
  });
  await render(Listening, { target: form });
  await expect.element(heading('One of you speaks')).toBeVisible();
  await button('3 min').click();
  await expect.element(page.getByRole('timer')).toHaveTextContent(/^[23]:\d\d left$/);
  await button('Stop the timer').click();
  await expect.element(page.getByRole('timer')).not.toBeInTheDocument();
  await button('I’ve said it').click();
  await expect.element(heading('Say back what you heard')).toHaveFocus();
  await button('Not quite').click();
  await expect.element(page.getByRole('status')).toHaveTextContent(/^Say the part/);
  await button('Yes, that’s it').click();
  await expect.element(heading('Now the other one speaks')).toHaveFocus();
  await button('Back').click();
  await expect.element(heading('Say back what you heard')).toBeVisible();
  await button('Yes, that’s it').click();
  await button('I’ve said it').click();
  await button('Yes, that’s it').click();
  await expect.element(heading('You’ve both been heard')).toHaveFocus();
  expect(sent).toBe(0);
  for (const table of db.tables) if (table.name !== 'device') expect(await table.count()).toBe(0);
});

test('while one speaks the screen stays on and open, and after the time there’s more to have', async () => {
  const awake = vi.spyOn(navigator.wakeLock, 'request');
  const { unmount } = await render(Listening);
  await button('2 min').click();
  await expect.poll(() => awake.mock.calls).toEqual([['screen']]);
  expect(isRestingAt(Date.now())).toBe(true);
  const later = Date.now() + 10 * 60_000;
  vi.spyOn(Date, 'now').mockReturnValue(later);
  await expect.element(page.getByText('That’s the time.')).toBeVisible();
  await expect.element(button('Stop the timer')).not.toBeInTheDocument();
  expect(isRestingAt(later)).toBe(false);
  await button('5 min').click();
  await expect.element(button('Stop the timer')).toBeVisible();
  expect(isRestingAt(later)).toBe(true);
  await unmount();
  expect(isRestingAt(later)).toBe(false);
});

test('two breathe at one pace until one of them stops, and plan to do it again', async () => {
  const [decisions] = make(() => new Decisions());
  await render(BreatheTogether, { decisions });
  await button('Breathe for three minutes').click();
  await expect.element(page.getByText('Breathe in')).toBeVisible();
  expect(isRestingAt(Date.now())).toBe(true);
  await expect.element(page.getByRole('timer')).toHaveTextContent(/^[23]:\d\d left$/);
  await button('Sound').click();
  await expect.element(button('Sound')).toHaveAttribute('aria-pressed', 'true');
  await button('Stop here').click();
  await page.getByText('Make a plan').click();
  await page.getByRole('radio', { name: 'we sit down to eat' }).click({ force: true });
  await button('around 19:00').click();
  await expect
    .poll(() => db.reminders.toArray())
    .toMatchObject([
      { plan: { action: 'we breathe together for three minutes' }, times: { at: [1140] } }
    ]);
});
