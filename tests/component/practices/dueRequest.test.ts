import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import DueRequest from '#lib/practices/gently/DueRequest.svelte';
import { requestRecord } from '#lib/practices/gently/record.ts';
import { allOf } from '#lib/practices/store/records.ts';
import { Announcer } from '#lib/ui/announcer.svelte.ts';
import { entry, keepRecord, startAnew, stored } from '../ground.ts';

beforeEach(startAnew);

const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

async function show() {
  const stamp = { id: entry(1).id, now: entry(1).at, zone: 'UTC' };
  const record = requestRecord.create({ wish: 'an evening for us' }, stamp);
  await keepRecord('requests', record);
  const announcer = new Announcer();
  await render(DueRequest, { record, tell: announcer.tell });
  return announcer;
}

test.each([
  ['They turned toward', 'met', 'toward'],
  ['They missed it', 'missed', 'away']
])(
  '"%s" goes on the log as a bid of mine where that is wanted, and comes off it',
  async (name, answer, response) => {
    const announcer = await show();
    await press(name);
    await expect.element(page.getByRole('button', { name: 'Count it' })).toHaveFocus();
    expect((await stored()).entries).toEqual([]);
    await press('Count it');
    await expect.poll(() => allOf('requests')).toMatchObject([{ answer, isOnLog: true }]);
    expect((await stored()).entries).toMatchObject([
      { id: entry(1).id, kind: 'bid', by: 'me', response }
    ]);
    await announcer.undo();
    expect((await stored()).entries).toEqual([]);
    expect((await allOf('requests'))[0]).not.toHaveProperty('answer');
  }
);

test.each([
  [['They turned toward', 'Just save it'], { answer: 'met' }],
  [['I didn’t say it'], { answer: 'unsaid' }]
])('%j leaves the log as it is', async (names, saved) => {
  await show();
  for (const name of names) await press(name);
  await expect.poll(() => allOf('requests')).toMatchObject([saved]);
  expect((await stored()).entries).toEqual([]);
});
