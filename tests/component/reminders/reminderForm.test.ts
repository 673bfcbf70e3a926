import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { ReminderFacts } from '#lib/reminders/ui/reminderFields.ts';
import ReminderForm from '#lib/reminders/ui/ReminderForm.svelte';

const PLAN: ReminderFacts = {
  text: '',
  plan: { cue: 'we eat', action: 'I thank them' },
  days: [1, 2, 3, 4, 5],
  times: { kind: 'fixed', at: [1080] }
};

/** Opens the form and keeps what leaves it. */
async function open(facts: ReminderFacts = PLAN) {
  const saved: ReminderFacts[] = [];
  await render(ReminderForm, {
    title: 'Edit',
    facts,
    firstDay: 1,
    onsave: (said) => saved.push(said),
    onclose: () => undefined
  });
  return saved;
}

const choose = (name: string) => page.getByRole('radio', { name, exact: true }).click();
const box = (name: string) => page.getByRole('checkbox', { name });
const save = () => page.getByRole('button', { name: 'Save' }).click();
const refusal = page.getByRole('alert').last();

test('what is not touched is kept as it was', async () => {
  const saved = await open({ ...PLAN, quiet: { from: 1320, to: 420 } });
  await save();
  expect(saved).toEqual([{ ...PLAN, quiet: { from: 1320, to: 420 } }]);
  // What a form's proxy would not survive on its way to the disk.
  expect(structuredClone(saved)).toEqual(saved);
});

test('a plan is written in own words, and needs both halves', async () => {
  const saved = await open();
  await page.getByLabelText('If …', { exact: true }).fill('  ');
  await save();
  await expect.element(refusal).toHaveTextContent('Say what it is about first.');
  expect(saved).toEqual([]);
  await page.getByLabelText('If …', { exact: true }).fill(' the kettle boils ');
  await save();
  expect(saved[0]?.plan).toEqual({ cue: 'the kettle boils', action: 'I thank them' });
});

test('own words on some days, at several times', async () => {
  const saved = await open();
  await choose('my own words');
  await page.getByLabelText('Your words').fill('Look up');
  await box('Monday').click();
  await box('Sunday').click();
  await page.getByRole('button', { name: 'Another time' }).click();
  await page.getByLabelText('Time 2', { exact: true }).fill('07:30');
  await save();
  expect(saved).toEqual([
    { text: 'Look up', days: [2, 3, 4, 5, 7], times: { kind: 'fixed', at: [450, 1080] } }
  ]);
});

test('prompts from the small acts come at random in a window, outside quiet hours', async () => {
  const saved = await open();
  await choose('a small act to look for');
  await choose('at random times');
  await page.getByRole('button', { name: 'More: About how many times a day' }).click();
  await page.getByLabelText('Between', { exact: true }).fill('10:00');
  await page.getByLabelText('and', { exact: true }).fill('09:00');
  await save();
  await expect.element(refusal).toHaveTextContent('The second time must be later than the first.');
  await page.getByLabelText('and', { exact: true }).fill('20:00');
  await box('Quiet hours, in which it never comes').click();
  await page.getByLabelText('From', { exact: true }).fill('13:00');
  await page.getByLabelText('to', { exact: true }).fill('14:00');
  await save();
  expect(saved).toEqual([
    {
      text: '',
      days: [1, 2, 3, 4, 5],
      times: { kind: 'spread', count: 3, from: 600, to: 1200 },
      quiet: { from: 780, to: 840 }
    }
  ]);
});

test('without a day, or with quiet hours over all of its times, it would never come', async () => {
  const saved = await open({ ...PLAN, days: [6], quiet: { from: 1080, to: 1081 } });
  await save();
  await expect
    .element(refusal)
    .toHaveTextContent('All of its times lie in the quiet hours, so it would never come.');
  await box('Saturday').click();
  await save();
  await expect.element(refusal).toHaveTextContent('Choose one day at least.');
  expect(saved).toEqual([]);
});

test('a time is taken away; one that is left empty is not a time', async () => {
  const saved = await open({ ...PLAN, times: { kind: 'fixed', at: [480, 1080] } });
  await page.getByRole('button', { name: 'Remove: Time 1' }).click();
  await save();
  expect(saved[0]?.times).toEqual({ kind: 'fixed', at: [1080] });
  await page.getByLabelText('Time 1', { exact: true }).fill('');
  await save();
  await expect.element(refusal).toHaveTextContent('Give it a time.');
  expect(saved).toHaveLength(1);
});
