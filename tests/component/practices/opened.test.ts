import { beforeEach, expect, test } from 'vitest';
import { Opened } from '#lib/practices/form/opened.svelte.ts';
import { Practice } from '#lib/practices/form/practice.svelte.ts';
import { winRecord } from '#lib/practices/ground/record.ts';
import { removeRecord } from '#lib/practices/store/records.ts';
import { readDraft } from '#lib/store/drafts.ts';
import { entry, keepRecord, startAnew } from '../ground.ts';
import { make } from '../making.svelte.ts';
import { watch } from '../watch.svelte.ts';

const [ironed, darned] = ['ironed a shirt', 'darned a sock'].map((text, at) =>
  winRecord.create({ text }, { id: entry(at + 1).id, now: 1, zone: 'UTC' })
);

beforeEach(startAnew);

/** A tab that shows the wins, and what it has open. */
async function tab() {
  const practice = new Practice('wins');
  const [opened, end] = make(() => new Opened(practice.table, practice));
  const { seen, stop } = watch(() => opened.record?.text);
  await expect.poll(() => opened.isReady).toBe(true);
  const shows = (text: string | undefined) => expect.poll(() => seen.at(-1)).toBe(text);
  return { practice, opened, shows, end: () => (stop(), end()) };
}

test('each tab has its own record open, and the last one is open again after a reload', async () => {
  if (!ironed || !darned) throw new Error('nothing to open');
  for (const win of [ironed, darned]) await keepRecord('wins', win);
  const tabs = [await tab(), await tab()] as const;
  tabs[0].opened.open(ironed);
  await tabs[0].shows(ironed.text);
  await expect.poll(() => readDraft('wins/open')).toEqual({ id: ironed.id });
  tabs[1].opened.open(darned);
  await tabs[1].shows(darned.text);
  await expect.poll(() => readDraft('wins/open')).toEqual({ id: darned.id });
  await tabs[0].shows(ironed.text);
  const next = await tab();
  await next.shows(darned.text);
  tabs[1].opened.close();
  await tabs[1].shows(undefined);
  await expect.poll(() => readDraft('wins/open')).toBeUndefined();
  await tabs[0].shows(ironed.text);
  for (const { end } of [...tabs, next]) end();
});

test('deleted elsewhere, a record stays open as it was; deleted here, it goes', async () => {
  if (!ironed || !darned) throw new Error('nothing to open');
  for (const win of [ironed, darned]) await keepRecord('wins', win);
  const { practice, opened, shows, end } = await tab();
  opened.open(ironed);
  await shows(ironed.text);
  await removeRecord('wins', ironed.id);
  await expect.poll(() => practice.records?.length).toBe(1);
  await shows(ironed.text);
  opened.open(darned);
  await shows(darned.text);
  await practice.remove(darned, '');
  await shows(undefined);
  end();
});
