import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-svelte';
import { db } from '#lib/store/database.ts';
import { record, retract } from '#lib/account/store/ledger.ts';
import { dropKey, takeKey } from '#lib/lock/store/keyExchange.ts';
import { entriesOn } from '#lib/account/store/queries.ts';
import { Editing, type Done } from '#lib/account/log/entryEditor.svelte.ts';
import EntryForm from '#lib/account/log/EntryForm.svelte';
import { entry, startAnew } from '../ground.ts';
import { DATA_KEY, seal } from '../lock/key.ts';

const TALK = 'We talked until late, and then';
const note = () => page.getByRole('textbox', { name: 'Note' });
const drafts = () => db.drafts.toArray();

beforeEach(async () => {
  await startAnew();
  await record(entry(1));
});
afterEach(() => cleanup());

/** The form, opened for an entry or for a new one. */
async function open(one?: ReturnType<typeof entry>) {
  const done: Done[] = [];
  const editing = new Editing((what) => done.push(what));
  editing.open(one);
  if (!editing.opened) throw new Error('it is not open');
  await render(EntryForm, { editing, opened: editing.opened });
  return done;
}

test('what is half written about an entry is there again, also after a lock, until it is saved', async () => {
  await seal();
  await open(entry(1));
  await note().fill(TALK);
  cleanup();
  await expect.poll(drafts).toHaveLength(1);
  dropKey();
  await takeKey(DATA_KEY);
  await open();
  await expect.element(note()).toHaveValue('');
  cleanup();

  const done = await open(entry(1));
  await expect.element(note()).toHaveValue(TALK);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect.poll(() => done).toHaveLength(1);
  expect(await entriesOn([entry(1).day])).toMatchObject([{ note: TALK }]);
  await expect.poll(drafts).toEqual([]);
});

test('whoever cancels wants nothing kept', async () => {
  await open();
  await note().fill(TALK);
  await expect.poll(drafts).toHaveLength(1);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect.poll(drafts).toEqual([]);
});

test('with an entry goes what was half written about it', async () => {
  await open(entry(1));
  await note().fill(TALK);
  cleanup();
  await expect.poll(drafts).toHaveLength(1);
  await retract(entry(1).id);
  expect(await drafts()).toEqual([]);

  await record(entry(1));
  await open(entry(1));
  await note().fill(TALK);
  await page.getByRole('button', { name: 'Delete' }).click();
  await expect.poll(async () => (await entriesOn([entry(1).day])).length).toBe(0);
  cleanup();
  await expect.poll(drafts).toEqual([]);
});
