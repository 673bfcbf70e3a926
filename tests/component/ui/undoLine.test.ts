import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { StorageError } from '#lib/store/storageError.ts';
import { Announcer } from '#lib/ui/announcer.svelte.ts';
import UndoLine from '#lib/ui/UndoLine.svelte';

const nothing = async () => undefined;
const status = () => page.getByRole('status');
const undo = () => page.getByRole('button', { name: 'Undo' });

test('the live region is there before anything is announced, and is the one that speaks', async () => {
  const announcer = new Announcer();
  const { container } = await render(UndoLine, { announcer });
  const region = container.querySelector('[role=status]');
  expect(region?.textContent).toBe('');
  expect(region?.closest('[inert]')).not.toBeNull();

  await announcer.tell('Saved.', nothing, nothing);
  await expect.element(status()).toHaveTextContent('Saved.');
  expect(status().element()).toBe(region);
});

test('the same words announced again are new words to a screen reader', async () => {
  const announcer = new Announcer();
  await render(UndoLine, { announcer });
  await announcer.tell('Deleted.', nothing, nothing);
  await expect.element(status()).toHaveTextContent('Deleted.');
  const words = status().element().firstElementChild;

  await announcer.tell('Deleted.', nothing, nothing);
  await expect.poll(() => status().element().firstElementChild).not.toBe(words);
  await expect.element(status()).toHaveTextContent('Deleted.');
});

test('Undo goes back once and says so; a write that fails says why and offers nothing', async () => {
  const announcer = new Announcer();
  await render(UndoLine, { announcer });
  const log: string[] = [];
  const write = async () => log.push('write');
  expect(await announcer.tell('Saved.', write, async () => log.push('undo'))).toBe(true);
  await undo().click();
  await expect.element(status()).toHaveTextContent('Undone.');
  expect(log).toEqual(['write', 'undo']);
  expect(undo().elements()).toEqual([]);

  const fails = () => Promise.reject(new StorageError('full'));
  expect(await announcer.tell('Saved.', fails, nothing)).toBe(false);
  await expect.element(page.getByRole('alert')).toBeVisible();
  expect(undo().elements()).toEqual([]);
});

test('an undo that fails can be tried again', async () => {
  const announcer = new Announcer();
  await render(UndoLine, { announcer });
  let isFull = true;
  const back = async () => {
    if (isFull) throw new StorageError('full');
  };
  await announcer.tell('Deleted.', nothing, back);
  await undo().click();
  await expect.element(page.getByRole('alert')).toBeVisible();
  isFull = false;
  await undo().click();
  await expect.element(status()).toHaveTextContent('Undone.');
});

test('words in the quiet keep the line in view, and a warning stays above it', async () => {
  const announcer = new Announcer();
  const pressed: string[] = [];
  const retry = { label: 'Try again', onclick: () => pressed.push('again') };
  await render(UndoLine, {
    announcer,
    quiet: 'One tap logs it.',
    warning: { text: 'Not saved.', actions: [retry] },
    undoKey: 'u'
  });
  await expect.element(status()).toHaveTextContent('One tap logs it.');
  await page.getByRole('button', { name: 'Try again' }).click();
  expect(pressed).toEqual(['again']);

  await announcer.tell('Logged.', nothing, nothing);
  await expect.element(undo()).toHaveAttribute('aria-keyshortcuts', 'u');
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect.element(status()).toHaveTextContent('One tap logs it.');
  await expect.element(page.getByRole('alert')).toHaveTextContent('Not saved.');
});
