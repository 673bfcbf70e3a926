import { createRawSnippet } from 'svelte';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { cdp, page, userEvent } from 'vitest/browser';
import HoldButton from '#lib/ui/HoldButton.svelte';

const children = createRawSnippet(() => ({ render: () => '<span>Back</span>' }));
const hint = page.getByText('Keep holding.');

async function show() {
  let held = 0;
  await render(HoldButton, { hint: 'Keep holding.', onheld: () => (held += 1), children });
  const button = page.getByRole('button', { name: 'Back' }).element();
  if (!(button instanceof HTMLElement)) throw new Error('no button');
  return { button, times: () => held };
}

type Finger = readonly [id: number, x: number, y: number];

/** What fingers do, as a touch screen tells it: those that aren't named any more are lifted. */
async function touch(
  what: 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel',
  fingers: Finger[] = []
) {
  const frame = frameElement?.getBoundingClientRect();
  const scale = frame ? frame.width / innerWidth : 1;
  const touchPoints = fingers.map(([id, x, y]) => ({
    ...{ id, x: (frame?.left ?? 0) + x * scale, y: (frame?.top ?? 0) + y * scale }
  }));
  await cdp().send('Input.dispatchTouchEvent', { type: what, touchPoints });
}

function middleOf(element: Element): [number, number] {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
}

test.each(['Enter', ' '])('a held key clicks nothing, and holds once: %j', async (key) => {
  const { button, times } = await show();
  let clicks = 0;
  button.addEventListener('click', () => (clicks += 1));
  button.focus();
  await userEvent.keyboard(`{${key}>3}{/${key}}`);
  await expect.element(hint).toBeInTheDocument();
  await userEvent.keyboard(`{${key}>}`);
  await expect.poll(times).toBe(1);
  await userEvent.keyboard(`{/${key}}`);
  await expect.element(hint).not.toBeInTheDocument();
  expect([clicks, times()]).toEqual([0, 1]);
});

test('a finger that stays holds it once, with no word after it', async () => {
  const { button, times } = await show();
  await touch('touchStart', [[1, ...middleOf(button)]]);
  await expect.poll(times).toBe(1);
  await touch('touchEnd');
  await expect.element(hint).not.toBeInTheDocument();
  expect(times()).toBe(1);
});

test('a finger that slides off lets go, and a click without one is a screen reader’s', async () => {
  const { button, times } = await show();
  const [x, y] = middleOf(button);
  await touch('touchStart', [[1, x, y]]);
  await touch('touchMove', [[1, x, y + 200]]);
  await expect.element(hint).toBeInTheDocument();
  await touch('touchEnd');
  expect(times()).toBe(0);
  button.click();
  expect(times()).toBe(1);
});

test('what takes a finger away lets go', async () => {
  const { button, times } = await show();
  await touch('touchStart', [[1, ...middleOf(button)]]);
  await touch('touchCancel');
  await expect.element(hint).toBeInTheDocument();
  expect(times()).toBe(0);
});

test('a second finger neither lets go nor begins again', async () => {
  const { button, times } = await show();
  const [x, y] = middleOf(button);
  await touch('touchStart', [[1, x, y]]);
  await touch('touchStart', [
    [1, x, y],
    [2, x + 4, y]
  ]);
  await touch('touchMove', [[1, x, y]]);
  await expect.element(hint).not.toBeInTheDocument();
  await expect.poll(times).toBe(1);
  await touch('touchEnd');
  expect(times()).toBe(1);
});

test('a short press says to hold; the other button of a mouse, and its menu, do nothing', async () => {
  const { button, times } = await show();
  let isPrevented = false;
  document.addEventListener('contextmenu', (event) => (isPrevented = event.defaultPrevented), {
    once: true
  });
  await page.elementLocator(button).click({ button: 'right' });
  expect(isPrevented).toBe(true);
  await expect.element(hint).not.toBeInTheDocument();
  await page.elementLocator(button).click();
  await expect.element(hint).toBeInTheDocument();
  expect(times()).toBe(0);
});
