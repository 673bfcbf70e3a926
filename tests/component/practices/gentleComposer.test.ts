import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { requestRecord, type RequestFacts } from '#lib/practices/gently/record.ts';
import GentleComposer from '#lib/practices/gently/GentleComposer.svelte';
import { formState } from './formState.svelte.ts';

afterEach(() => vi.unstubAllGlobals());

const show = (facts: Partial<RequestFacts> = {}) =>
  render(GentleComposer, { value: formState({ ...requestRecord.blank(), ...facts }) });

const button = (name: string) => page.getByRole('button', { name, exact: true });
const see = page.getByLabelText('I see why …');
const about = page.getByLabelText('… about …');
const wish = page.getByLabelText('I’d like …');
const whole = page.getByRole('region', { name: 'Said gently' });
const choose = async (group: string, feeling: string) => {
  await page.getByText(group, { exact: true }).click();
  await page.getByRole('checkbox', { name: feeling, exact: true }).click();
};

test('three parts become a sentence, beside the first impulse', async () => {
  await show();
  await expect.element(whole).toHaveTextContent('You’ll see your words here');
  await page.getByLabelText('What do you feel like saying right now?').fill('You never call');
  await see.fill('I see why the day was too full.');
  await choose('Sad', 'lonely');
  await choose('Worn out', 'tired');
  await about.fill('When the phone stayed quiet');
  await wish.fill('you to write one line');
  await expect
    .element(whole)
    .toHaveTextContent(
      'I see why the day was too full. I feel lonely and tired when the phone stayed quiet. I’d like you to write one line.'
    );
  await expect
    .element(page.getByRole('region', { name: 'Your first impulse' }))
    .toHaveTextContent('You never call');
});

test('where the other one looks on, the first impulse is neither asked for nor shown', async () => {
  const value = formState({
    ...requestRecord.blank(),
    impulse: 'You never call',
    wish: 'one line'
  });
  await render(GentleComposer, { value, isShared: true });
  await expect.element(whole).toHaveTextContent('I’d like one line.');
  expect(document.body.textContent).not.toContain('What do you feel like saying right now?');
  expect(document.body.innerHTML).not.toContain('You never call');
  expect(value.impulse).toBe('You never call');
});

test('a feeling of one’s own that was typed and not added goes along with the next press', async () => {
  await show();
  await page.getByLabelText('Another word').fill('left out');
  await expect.element(whole).not.toHaveTextContent('left out');
  await wish.click();
  await expect.element(whole).toHaveTextContent('I feel left out.');
});

test('what was chosen is taken away by a tap', async () => {
  await show({ feelings: ['lonely', 'a bit lost'] });
  await expect.element(whole).toHaveTextContent('I feel lonely and a bit lost.');
  await button('Remove lonely').click();
  await expect.element(whole).toHaveTextContent('I feel a bit lost.');
});

test('a question stands as one', async () => {
  await show({ wish: 'could you call me' });
  await expect.element(whole).toHaveTextContent('Could you call me?');
});

test('a hint comes after a rest, is told politely, and its words can be taken and given back', async () => {
  await show({ feelings: ['sad'] });
  await about.fill('that you never call');
  await expect.element(button('Say it this way')).not.toBeInTheDocument();
  await expect.element(button('Say it this way')).toBeVisible();
  await expect
    .element(page.getByText('One thought about how this may come across.'))
    .toHaveRole('status');
  await button('Say it this way').click();
  await expect.element(about).toHaveValue('that you rarely call');
  await expect.element(about).toHaveFocus();
  await expect.element(button('Say it this way')).not.toBeInTheDocument();
  // Also after more was written; and what was written then is not lost either.
  await userEvent.keyboard(' me');
  await button('Use my words again').click();
  await expect.element(about).toHaveValue('that you never call');
  await expect.element(button('Say it this way')).not.toBeInTheDocument();
  await button('Use the rewording again').click();
  await expect.element(about).toHaveValue('that you rarely call me');
});

test('a hint that is left does not come back for the same words', async () => {
  await show();
  await wish.fill('you have to call me');
  await expect.element(button('Keep my words')).toBeVisible();
  await button('Keep my words').click();
  await expect.element(wish).toHaveFocus();
  await userEvent.keyboard(' today');
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await expect.element(button('Keep my words')).not.toBeInTheDocument();
  await expect.element(wish).toHaveValue('you have to call me today');
});

test('nothing is said of praise', async () => {
  await show({ feelings: ['grateful'], about: 'that you always rearrange the books' });
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await expect.element(button('Keep my words')).not.toBeInTheDocument();
});

test('behind a verdict there is a feeling to choose instead', async () => {
  await show();
  await page.getByLabelText('Another word').fill('ignored');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('“ignored” says what someone did.')).toBeVisible();
  await button('sad').click();
  await expect.element(whole).toHaveTextContent('I feel sad.');
});

test('it is copied, and that is said; where it cannot be, too', async () => {
  const written: string[] = [];
  const writeText = vi.fn((text: string) => {
    written.push(text);
    return written.length > 1 ? Promise.reject(new Error('denied')) : Promise.resolve();
  });
  vi.spyOn(navigator, 'clipboard', 'get').mockReturnValue({ writeText } as never);
  await show({ wish: 'a hug' });
  await button('Copy').click();
  await expect.element(page.getByText('Copied.')).toHaveRole('status');
  expect(written).toEqual(['I’d like a hug.']);
  await wish.fill('a walk');
  await expect.element(page.getByText('Copied.')).not.toBeInTheDocument();
  await button('Copy').click();
  await expect.element(page.getByText('Copying didn’t work.')).toBeVisible();
  vi.restoreAllMocks();
});

test('it is shared where the device can', async () => {
  const share = vi.fn(() => Promise.reject(new Error('changed my mind')));
  Object.defineProperty(navigator, 'share', { value: share, configurable: true });
  await show({ wish: 'a hug' });
  await button('Share').click();
  expect(share).toHaveBeenCalledWith({ text: 'I’d like a hug.' });
  Reflect.deleteProperty(navigator, 'share');
});

test('what may be hard to hear in the first impulse is told on demand', async () => {
  await show({ impulse: 'You are so selfish', wish: 'a hug' });
  await page.getByText('What may be hard to hear').click();
  await expect
    .element(page.getByText('I’d like to talk about how there can be room for both of us'))
    .toBeVisible();
});
