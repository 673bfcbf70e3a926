import { afterEach, beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import RecordEdit from '#lib/practices/form/RecordEdit.svelte';
import { disclosureRecord } from '#lib/practices/openness/record.ts';
import { newReminder } from '#lib/reminders/model/reminderDraft.ts';
import ReminderEditor from '#lib/reminders/ui/ReminderEditor.svelte';
import { BLANK } from '#lib/reminders/ui/reminderFields.ts';
import { Decisions } from '#lib/reminders/ui/reminderList.svelte.ts';
import { Announcer } from '#lib/ui/announcer.svelte.ts';
import { db } from '../database.ts';
import { entry, failWrites, keepRecord, startAnew } from '../ground.ts';
import { make } from '../making.svelte.ts';

/*
 * The line of the page is out of reach behind a sheet: why something wasn't saved or deleted is told
 * in the sheet, which stays open with what was typed.
 */

const FULL = 'This device is full.';
const full = new DOMException('full', 'QuotaExceededError');

const REMINDER = newReminder({ ...BLANK, text: 'Look up', isOn: true }, { id: 'one', now: 1 });
const NOTE = disclosureRecord.create(
  { prompt: 'now', note: 'I was afraid' },
  { id: entry(1).id, now: 1, zone: 'UTC' }
);

/** What is asked of each sheet: it closes when its work is done. */
let closed = 0;
const onclose = () => (closed += 1);

let heal = () => {};

beforeEach(async () => {
  closed = 0;
  await startAnew();
});

afterEach(() => heal());

const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const alert = page.getByRole('dialog').getByRole('alert').last();

async function showReminder() {
  await db.transaction('rw', db.reminders, () => db.reminders.put(REMINDER));
  const [decisions] = make(() => new Decisions());
  await render(ReminderEditor, { decisions, reminder: REMINDER, onclose });
  heal = failWrites('reminders', full);
  return decisions;
}

async function showRecord() {
  await keepRecord('disclosures', NOTE);
  const announcer = new Announcer();
  await render(RecordEdit, {
    ...{ table: 'disclosures', record: NOTE, announcer, onclose },
    ondelete: async () => true
  });
  heal = failWrites('disclosures', full);
  return announcer;
}

test.each([
  ['a reminder', showReminder, 'Your words'],
  ['a record', showRecord, 'Just for you, in your own words']
] as const)('what could not be saved of %s is told in the sheet', async (_, show, label) => {
  const announcer = await show();
  const field = page.getByLabelText(label);
  await field.fill('I was late');
  await press('Save');
  await expect.element(alert).toHaveTextContent(FULL);
  await expect.element(field).toHaveValue('I was late');
  expect(closed).toBe(0);
  await press('Save');
  await expect.poll(() => closed).toBe(1);
  expect(announcer.said.what).toBe('done');
});
