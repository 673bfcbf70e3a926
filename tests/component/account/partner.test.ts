import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-svelte';
import { actButtonWords } from '#lib/account/actWords.ts';
import type { Facts } from '#lib/account/model/entry.ts';
import { DEFAULT_TERMS } from '#lib/account/model/terms.ts';
import { partner } from '#lib/account/partner.ts';
import PartnerName from '#lib/account/settings/PartnerName.svelte';
import { entryWords, loggedWords } from '#lib/account/words.ts';
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

test('the name is in what happened and in what is said of it', async () => {
  // The field listens to the name, as a page does.
  await render(PartnerName, { tell: new Announcer().tell });
  const missed: Facts = { kind: 'bid', by: 'me', response: 'away' };
  const thanked: Facts = { kind: 'act', by: 'partner', act: 'thanked' };
  const words = () => [
    entryWords({ kind: 'bid', by: 'partner', response: 'toward' }),
    entryWords({ kind: 'promise', by: 'partner', outcome: 'kept' }),
    loggedWords(missed, DEFAULT_TERMS),
    loggedWords(thanked, DEFAULT_TERMS),
    actButtonWords({ by: 'me', act: 'asked' }),
    actButtonWords({ by: 'partner', act: 'thanked' })
  ];
  await expect
    .poll(words)
    .toEqual([
      'they reached out, you turned toward',
      'they kept a promise',
      'They missed it. That can sting. −1',
      'You noticed: they thanked you. +1',
      'asked about their day',
      'thanked me'
    ]);
  await callPartner('', 'Sam');
  await expect
    .poll(words)
    .toEqual([
      'Sam reached out, you turned toward',
      'Sam kept a promise',
      'Sam missed it. That can sting. −1',
      'You noticed: Sam thanked you. +1',
      'asked about Sam’s day',
      'thanked me'
    ]);
});

test('a name that another tab gave meanwhile is not overwritten', async () => {
  await callPartner('', 'Sam');
  await expect(callPartner('', 'Kim')).rejects.toMatchObject({ fault: 'changed' });
  expect(await currentPartner()).toBe('Sam');
});
