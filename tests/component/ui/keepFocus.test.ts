import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { keepFocus, wayBackTo } from '#lib/ui/keepFocus.ts';

const PAGE = `
  <style>.off { visibility: hidden }</style>
  <main tabindex="-1">
    <section>
      <ul><li><button>Delete</button></li><li><button>Other</button></li></ul>
      <input value="free">
    </section>
    <dialog><h2 tabindex="-1">Sheet</h2><button>Close</button></dialog>
  </main>`;

beforeAll(keepFocus);

let page: HTMLElement;

beforeEach(() => {
  page = document.createElement('div');
  page.innerHTML = PAGE;
  document.body.append(page);
});

afterEach(() => page.remove());

const find = (selector: string) => page.querySelector<HTMLElement>(selector) as HTMLElement;
const focused = () => document.activeElement?.localName;

/** Two frames: the focus is given back within the first. */
const settle = () =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

test.each<[string, (button: HTMLElement) => void, string]>([
  ['it goes', (button) => button.remove(), 'li'],
  ['its row goes', (button) => button.closest('li')?.remove(), 'ul'],
  ['all of its section goes', (button) => button.closest('section')?.remove(), 'main'],
  ['it is disabled', (button) => button.setAttribute('disabled', ''), 'li'],
  [
    'its section is hidden',
    (button) => button.closest('section')?.setAttribute('hidden', ''),
    'main'
  ],
  ['its section is unseen', (button) => button.closest('section')?.classList.add('off'), 'main'],
  [
    'its list becomes inert',
    (button) => button.closest('ul')?.setAttribute('inert', ''),
    'section'
  ],
  ['a neighbour goes', () => find('li:last-child').remove(), 'button'],
  [
    'it goes, and something else takes the focus',
    (button) => {
      button.remove();
      void Promise.resolve().then(() => find('input').focus());
    },
    'input'
  ]
])('where %s the focus is on what is nearest', async (_, change, expected) => {
  const button = find('button');
  button.focus();
  change(button);
  await settle();
  expect(focused()).toBe(expected);
});

test('what is focused for want of a better place leaves no trace', async () => {
  find('button').focus();
  find('li').remove();
  await settle();
  expect(find('ul').tabIndex).toBe(-1);
  find('input').focus();
  expect(find('ul').hasAttribute('tabindex')).toBe(false);
});

test('what was left while it was there calls nobody back when it goes later', async () => {
  const button = find('button');
  button.focus();
  button.blur();
  await settle();
  button.remove();
  await settle();
  expect(focused()).toBe('body');
});

test('who has pressed elsewhere is not called back', async () => {
  const button = find('button');
  button.focus();
  document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
  button.blur();
  button.remove();
  await settle();
  expect(focused()).toBe('body');
});

test('a sheet gives the focus back to its opener, or near it', () => {
  const opener = find('button');
  opener.focus();
  const goBack = wayBackTo(document.activeElement);
  find('h2').focus();
  goBack();
  expect(document.activeElement).toBe(opener);
  opener.closest('ul')?.remove();
  goBack();
  expect(focused()).toBe('section');
});
