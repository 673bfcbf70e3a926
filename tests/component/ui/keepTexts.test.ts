import { createRawSnippet } from 'svelte';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import StepList from '#lib/practices/form/StepList.svelte';
import { keepTexts } from '#lib/ui/keepTexts.ts';

/* A browser that translates a page puts each of its texts into an element of its own. */

/** As one browser does it, and as another. */
const WAYS: readonly (readonly [string, (text: Text, font: Element) => void])[] = [
  ['in the place of it', (text, font) => text.replaceWith(font)],
  [
    'before it, and takes it away',
    (text, font) => {
      text.before(font);
      text.remove();
    }
  ]
];

const STEPS = ['one', 'two', 'three'].map((id) => ({
  ...{
    id,
    question: id,
    isAnswered: false,
    body: createRawSnippet(() => ({ render: () => '<i></i>' }))
  }
}));

function translate(root: Element, put: (text: Text, font: Element) => void): void {
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  while (texts.nextNode()) found.push(texts.currentNode as Text);
  for (const text of found.filter(({ data }) => data.trim())) {
    const font = document.createElement('font');
    font.append(text.data.toUpperCase());
    put(text, font);
  }
}

test.each(WAYS)('a text changes that was translated %s', async (_, put) => {
  const { container, rerender } = await render(StepList, {
    ...{ steps: STEPS, at: 0, ongo: () => undefined }
  });
  const stop = keepTexts(container);
  const summary = container.querySelector('summary');
  for (const [at, words] of [
    [1, 'Step 2 of 3'],
    [2, 'Step 3 of 3'],
    [0, 'Step 1 of 3']
  ] as const) {
    translate(container, put);
    await expect.poll(() => summary?.textContent.trim()).toMatch(/^STEP/);
    await rerender({ at });
    await expect.poll(() => summary?.textContent.trim()).toBe(words);
  }
  stop();
});
