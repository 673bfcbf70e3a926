import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import PromptCard from '#lib/reminders/ui/PromptCard.svelte';

/** Shows the card and keeps how it was answered. */
async function show(act: string | undefined, isRequested = false) {
  const given: unknown[] = [];
  await render(PromptCard, {
    text: 'If we eat, then I look for one small act.',
    act,
    acts: ['kiss', 'a map', 'helped'],
    isRequested,
    onyes: (facts) => given.push(facts),
    onlater: (reply) => given.push(reply)
  });
  return given;
}

const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

test('one tap says yes to the act that it names', async () => {
  const given = await show('helped');
  await press('Yes: helped');
  expect(given).toEqual([{ kind: 'act', by: 'partner', act: 'helped' }]);
});

test('another act, a bid, or nothing to log', async () => {
  const given = await show('helped');
  await press('Yes, another …');
  await press('a map');
  await press('I turned toward');
  await press('Yes, nothing to log');
  expect(given).toEqual([
    { kind: 'act', by: 'partner', act: 'a map' },
    { kind: 'bid', by: 'partner', response: 'toward' },
    undefined
  ]);
});

test('the act that one tap logs is not offered twice', async () => {
  await show('helped');
  await press('Yes, another …');
  await expect.element(page.getByRole('button', { name: 'helped' })).toBeInTheDocument();
  expect(page.getByRole('button', { name: 'helped' }).elements()).toHaveLength(1);
});

test('without acts there is still a yes', async () => {
  const given = await show(undefined);
  await press('Yes …');
  await press('Yes, nothing to log');
  expect(given).toEqual([undefined]);
});

test('later, and not today', async () => {
  const given = await show('helped');
  await press('Not yet');
  await press('Not today');
  expect(given).toEqual(['not yet', 'not today']);
});

test('a card that was asked for takes the focus, another one does not', async () => {
  await show('helped');
  expect(document.activeElement).toBe(document.body);
  await show('helped', true);
  expect(document.activeElement?.textContent).toContain('If we eat');
});
