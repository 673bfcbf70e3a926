import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import AgreementCard from '#lib/practices/agreement/AgreementCard.svelte';
import { agreementRecord } from '#lib/practices/agreement/record.ts';
import { allOf } from '#lib/practices/store/records.ts';
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
  await announcer.undo();
  expect(await allOf('agreements')).toMatchObject([{ text: 'We text when late', kept: [day] }]);
});
