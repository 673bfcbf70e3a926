import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import AgreementCard from '#lib/practices/agreement/AgreementCard.svelte';
import Edit from '#lib/practices/agreement/Edit.svelte';
import { agreementRecord } from '#lib/practices/agreement/record.ts';
import { allOf } from '#lib/practices/store/records.ts';
import { clash } from '#lib/store/clash.svelte.ts';
import { today } from '#lib/time/clock.ts';
import { Announcer } from '#lib/ui/announcer.svelte.ts';
import { entry, keepRecord, startAnew } from '../ground.ts';

beforeEach(startAnew);

const button = (name: string) => page.getByRole('button', { name, exact: true });

test('one is kept to for the week in one tap, and changed it keeps what it said', async () => {
  const stamp = { id: entry(1).id, now: Date.now(), zone: 'UTC' };
  const record = agreementRecord.create({ text: 'We text when late' }, stamp);
  await keepRecord('agreements', record);
  const announcer = new Announcer();
  const shown = { record, earlier: [], tell: announcer.tell };
  const { rerender } = await render(AgreementCard, shown);
  await expect.element(button('We kept to it this week')).toHaveAttribute('aria-pressed', 'false');
  await button('We kept to it this week').click();
  const day = today();
  await expect.poll(() => allOf('agreements')).toMatchObject([{ kept: [day] }]);

  const [kept] = await allOf('agreements');
  await rerender({ ...shown, record: kept ?? record });
  await expect.element(button('We kept to it this week')).toHaveAttribute('aria-pressed', 'true');
  await button('Change it').click();
  // Without a change it isn't a new one.
  await button('Save the change').click();
  await expect.element(button('Save the change')).not.toBeInTheDocument();
  expect(await allOf('agreements')).toMatchObject([{ kept: [day] }]);
  await button('Change it').click();
  await page.getByLabelText('What have you two agreed?').fill('We call when late');
  await button('Save the change').click();
  await expect
    .poll(() => allOf('agreements'))
    .toMatchObject([
      { text: 'We text when late', ended: 'changed', kept: [day] },
      { text: 'We call when late', insteadOf: record.id, kept: [] }
    ]);
});

test('undone, a change leaves the agreement as it was and its words in the form, to be saved again', async () => {
  const record = agreementRecord.create(
    { text: 'We text when late', kept: [today()] },
    { id: entry(1).id, now: Date.now(), zone: 'UTC' }
  );
  await keepRecord('agreements', record);
  const announcer = new Announcer();
  const shown = { record, earlier: [], tell: announcer.tell };
  const { rerender } = await render(AgreementCard, shown);
  const field = page.getByLabelText('What have you two agreed?');
  const count = () => expect.poll(async () => (await allOf('agreements')).length);
  await button('Change it').click();
  await field.fill('We call when late');
  for (const time of [1, 2]) {
    await button('Save the change').click();
    await count().toBe(2);
    await expect.element(field).not.toBeInTheDocument();
    await announcer.undo();
    await count().toBe(1);
    const [back] = await allOf('agreements');
    expect(back, `time ${time}`).toEqual(record);
    await rerender({ ...shown, record: back ?? record });
    await expect.element(field).toHaveValue('We call when late');
  }
  await button('Let it go').click();
  await expect.poll(() => allOf('agreements')).toMatchObject([{ ended: 'let go' }]);
  await announcer.undo();
  expect(await allOf('agreements')).toEqual([record]);
  await expect.element(field).toHaveValue('We call when late');
});

test('the words of one that no longer holds are changed, undone, and changed again', async () => {
  const record = agreementRecord.create(
    { text: 'We text when late', ended: 'changed' },
    { id: entry(1).id, now: Date.now(), zone: 'UTC' }
  );
  await keepRecord('agreements', record);
  const announcer = new Announcer();
  const edit = { record, announcer, ondelete: async () => true, onclose: () => undefined };
  const field = page.getByLabelText('What have you two agreed?');
  for (const time of [1, 2]) {
    const { unmount } = await render(Edit, edit);
    if (time === 1) await field.fill('We texted when late');
    await expect.element(field).toHaveValue('We texted when late');
    await button('Save').click();
    await expect.poll(() => allOf('agreements')).toMatchObject([{ text: 'We texted when late' }]);
    await unmount();
    await announcer.undo();
    expect(await allOf('agreements'), `time ${time}`).toEqual([record]);
  }
  expect(clash.asked).toBeUndefined();
});
