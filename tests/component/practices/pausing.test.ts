import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { Announcer } from '#lib/ui/announcer.svelte.ts';
import DuePause from '#lib/practices/pause/DuePause.svelte';
import Edit from '#lib/practices/pause/Edit.svelte';
import { Pausing } from '#lib/practices/pause/pause.svelte.ts';
import NightCard from '#lib/practices/pause/NightCard.svelte';
import { pauseRecord } from '#lib/practices/pause/record.ts';
import Words from '#lib/practices/pause/Words.svelte';
import { allKept } from '#lib/store/pendingWrites.ts';
import { db } from '../database.ts';
import { keepRecord, startAnew } from '../ground.ts';
import { make } from '../making.svelte.ts';

beforeEach(startAnew);

const STAMP = { id: '01900000-0000-7000-8000-000000000001', now: 0, zone: 'UTC' };

async function begin() {
  const [pausing, end] = make(() => new Pausing());
  // What it still writes is not to stand in the next one's form.
  onTestFinished(async () => {
    end();
    await allKept();
  });
  await expect.poll(() => pausing.isReady).toBe(true);
  return pausing;
}

test('to be reminded of what was kept leaves the next pause in its form', async () => {
  const pausing = await begin();
  pausing.draft.value.feeling = 'sad';
  await pausing.keep();
  await expect.poll(() => pausing.kept?.feeling).toBe('sad');
  Object.assign(pausing.draft.value, { trigger: 'no answer', before: 7, message: 'Hello?' });
  await Promise.all([pausing.remind(900, 'Saved.'), pausing.remind(900, 'Saved.')]);
  await expect.poll(() => pausing.kept).toMatchObject({ lookAt: 900, unsent: 'Hello?' });
  expect(pausing.draft.value).toMatchObject({ trigger: 'no answer', before: 7, message: '' });
  expect(await db.groundings.count()).toBe(1);
  const { said } = pausing.practice;
  await (said.what === 'done' ? said.undo?.write() : undefined);
  expect(pausing.draft.value).toMatchObject({ trigger: 'no answer', message: 'Hello?' });
  await expect.poll(() => pausing.kept).not.toHaveProperty('unsent');
});

test('a pause that is saved with a message asks to be looked at in the morning', async () => {
  const pausing = await begin();
  Object.assign(pausing.draft.value, { feeling: 'sad', message: 'Hello?' });
  await pausing.keep();
  await expect.poll(() => pausing.kept?.unsent).toBe('Hello?');
  expect(pausing.kept?.lookAt).toBeGreaterThan(0);
});

test('the field for a message stays open when its last letter goes', async () => {
  const pausing = await begin();
  await render(NightCard, { pausing });
  await page.getByText('A message you want to send now?').click();
  const message = page.getByRole('textbox');
  await message.fill('H');
  await message.fill('');
  await expect.element(message).toBeVisible();
});

test('a message is taken out of a pause in its form', async () => {
  const made = pauseRecord.create({ feeling: 'sad', unsent: 'Hello?' }, STAMP);
  await keepRecord('groundings', made);
  const [announcer] = make(() => new Announcer());
  await render(Edit, {
    record: made,
    announcer,
    onclose: () => undefined,
    ondelete: async () => true
  });
  await page.getByRole('textbox', { name: 'Written at night, not sent' }).fill('');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect.poll(() => db.groundings.get(STAMP.id)).not.toHaveProperty('unsent');
});

test('a message by daylight can be read whole and copied, and what came of that is told', async () => {
  const made = pauseRecord.create({ unsent: 'Hello?', lookAt: 1 }, STAMP);
  await render(DuePause, { record: made, tell: async () => true });
  await expect
    .element(page.getByRole('link', { name: 'Open' }))
    .toHaveAttribute('href', expect.stringContaining('/practice/pause'));
  await expect
    .element(page.getByRole('link', { name: 'Say it gently' }))
    .toHaveAttribute('href', expect.stringContaining('/practice/gently?pause='));
  await page.getByRole('button', { name: 'Copy' }).click();
  await expect.element(page.getByRole('status')).toHaveTextContent(/^Cop/);
});

test('what it reminds of is asked only where that’s opened, and saved with the pause', async () => {
  const pausing = await begin();
  await render(Words, { pausing, triggers: [] });
  const reminds = page.getByLabelText('What does it remind you of?');
  await expect.element(reminds).not.toBeVisible();
  await page.getByText('What does it remind you of?').first().click();
  await reminds.fill('The empty house.');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Back' }).click();
  await expect.element(reminds).toHaveValue('The empty house.');
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect
    .poll(() => db.groundings.toArray())
    .toMatchObject([{ rootNote: 'The empty house.', feeling: '' }]);
});
