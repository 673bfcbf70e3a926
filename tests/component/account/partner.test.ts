import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-svelte';
import { partner } from '#lib/account/partner.ts';
import PartnerName from '#lib/account/settings/PartnerName.svelte';
import { callPartner, currentPartner } from '#lib/account/store/queries.ts';
import { Announcer } from '#lib/ui/announcer.svelte.ts';
import { startAnew } from '../ground.ts';

const field = () => page.getByRole('textbox', { name: 'Name or nickname' });
const saved = () => expect.poll(currentPartner);

beforeEach(async () => {
  cleanup();
  await startAnew();
});

test('the name is saved as it reads, stands for “they”, and can be taken back', async () => {
  const announcer = new Announcer();
  await render(PartnerName, { tell: announcer.tell });
  expect(partner()).toBe('they');

  await field().fill('  Zoe\u0308  ');
  await userEvent.keyboard('{Enter}');
  await saved().toBe('Zoë');
  await expect.poll(partner).toBe('Zoë');
  await expect.element(field()).toHaveValue('Zoë');
  expect(announcer.said).toMatchObject({ what: 'done', text: 'Saved: Zoë' });

  await field().fill('');
  await page.getByRole('button', { name: 'Save' }).click();
  await saved().toBe('');
  await expect.poll(partner).toBe('they');

  await announcer.undo();
  await saved().toBe('Zoë');
});

test('a name that another tab gave meanwhile is not overwritten', async () => {
  await callPartner('', 'Sam');
  await expect(callPartner('', 'Kim')).rejects.toMatchObject({ fault: 'changed' });
  expect(await currentPartner()).toBe('Sam');
});
