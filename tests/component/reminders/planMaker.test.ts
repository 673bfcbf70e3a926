import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { ReminderFacts } from '#lib/reminders/ui/reminderFields.ts';
import PlanMaker from '#lib/reminders/ui/PlanMaker.svelte';

async function show() {
  const made: ReminderFacts[] = [];
  const written: ReminderFacts[] = [];
  await render(PlanMaker, {
    onmake: (plan) => made.push(plan),
    onwrite: (plan) => written.push(plan)
  });
  return { made, written };
}

const choose = (name: string) => page.getByRole('radio', { name, exact: true }).click();

test('three taps make a plan', async () => {
  const { made } = await show();
  await choose('we meet again after work');
  await choose('I look for one small act');
  await page.getByRole('button', { name: /^around (18:00|6:00 PM)$/ }).click();
  expect(made).toEqual([
    {
      text: '',
      plan: { cue: 'we meet again after work', action: 'I look for one small act' },
      days: [1, 2, 3, 4, 5],
      times: { kind: 'fixed', at: [1080] },
      quiet: { from: 1320, to: 420 }
    }
  ]);
});

test('what was chosen so far can be written on', async () => {
  const { written } = await show();
  await choose('we go to bed');
  await page.getByRole('button', { name: 'Write it in my own words' }).click();
  expect(written).toEqual([
    {
      text: '',
      plan: { cue: 'we go to bed', action: '' },
      days: [1, 2, 3, 4, 5, 6, 7],
      times: { kind: 'fixed', at: [1320] }
    }
  ]);
});
