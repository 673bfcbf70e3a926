import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import { newEntry, type Facts } from '#lib/account/model/entry.ts';
import type { Page } from '#lib/account/model/pages.ts';
import { tallyLog } from '#lib/account/model/tally.ts';
import { record } from '#lib/account/store/ledger.ts';
import Calendar from '#lib/moments/Calendar.svelte';
import CalendarMonth from '#lib/moments/CalendarMonth.svelte';
import DrawOne from '#lib/moments/DrawOne.svelte';
import LookBack from '#lib/moments/LookBack.svelte';
import MomentCard from '#lib/moments/MomentCard.svelte';
import MonthSection from '#lib/moments/MonthSection.svelte';
import { forgetPreferences, preferences } from '#lib/store/preferences.ts';
import { today } from '#lib/time/clock.ts';
import { addDays } from '#lib/time/day.ts';
import { addMonths, monthOf } from '#lib/time/month.ts';
import { Announcer } from '#lib/ui/announcer.svelte.ts';
import { formatDay } from '#lib/ui/format.ts';
import { db } from './database.ts';
import { startAnew } from './ground.ts';

beforeEach(async () => {
  forgetPreferences();
  await startAnew();
});

const ACT: Facts = { kind: 'act', by: 'partner', act: 'helped' };
const MISSED: Facts = { kind: 'bid', by: 'me', response: 'away', note: 'Busy' };

const on = (day: string, number: number, facts: Facts) =>
  newEntry(facts, {
    id: `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`,
    now: Date.parse(`${day}T12:00Z`),
    zone: 'UTC'
  });

test('the heart makes a favorite, and the undo takes it back', async () => {
  const entry = on('2026-11-22', 1, { ...ACT, note: 'Soup' });
  await record(entry);
  const announcer = new Announcer();
  await render(MomentCard, { entry, tell: announcer.tell });
  await page.getByRole('button', { name: 'Favorite' }).click();
  await expect.poll(() => db.entries.get(entry.id)).toMatchObject({ favorite: true, note: 'Soup' });
  await announcer.undo();
  expect(await db.entries.get(entry.id)).not.toHaveProperty('favorite');
});

test('a moment of a month ago comes back, until it is not to be shown again', async () => {
  const day = addMonths(today(), -1);
  const entry = on(day, 1, { ...ACT, note: 'Soup' });
  await record(entry);
  await record(on(day, 2, MISSED));
  const announcer = new Announcer();
  await render(LookBack, { day: today(), tell: announcer.tell });
  await expect.element(page.getByRole('heading', { name: 'A month ago' })).toBeVisible();
  await expect.element(page.getByText('Soup')).toBeVisible();
  await page.getByRole('button', { name: 'Not this one again' }).click();
  await expect.poll(() => db.entries.get(entry.id)).toMatchObject({ hidden: true });
  await expect.poll(() => preferences.current.lookedBack).toBe(today());
  await expect.element(page.getByText('Soup')).not.toBeInTheDocument();
  await announcer.undo();
  await expect.element(page.getByText('Soup')).toBeVisible();
  expect(preferences.current.lookedBack).toBeNull();
});

test('the calendar tells today, which day is picked, and on which something went well', async () => {
  const last = '2026-11-22';
  await render(CalendarMonth, {
    first: '2026-11-01',
    last,
    day: '2026-11-20',
    wins: [{ id: 'win', at: 0, day: '2026-11-19', text: 'I ran' }],
    onpick: () => undefined
  });
  const won = page.getByRole('button', { name: formatDay('2026-11-19', last) });
  await expect.element(won).toHaveAccessibleName(/: 1 good moment$/);
  const marked = (how: string) =>
    [...document.querySelectorAll(how)].map((cell) => cell.textContent?.trim());
  expect(marked('[aria-current="date"]')).toEqual(['22']);
  expect(marked('[aria-selected="true"]')).toEqual(['20']);
});

test('only what was good is drawn, and nothing that is hidden', async () => {
  await record(on('2026-11-20', 1, MISSED));
  await record(on('2026-11-21', 2, { ...ACT, note: 'Hidden', hidden: true }));
  await record(on('2026-11-22', 3, { ...ACT, note: 'Soup' }));
  await render(DrawOne, { tell: new Announcer().tell });
  await expect
    .poll(async () => {
      await page.getByRole('button', { name: /Draw a good moment|Another one/ }).click();
      return page.getByRole('blockquote').elements().length;
    })
    .toBe(1);
  await expect.element(page.getByText('Soup')).toBeVisible();
  await page.getByRole('button', { name: 'Not this one again' }).click();
  await expect.element(page.getByText('There’s no good moment to draw yet.')).toBeVisible();
});

test('a moment without words is marked from its month too', async () => {
  const [first, other] = [on('2026-11-21', 1, ACT), on('2026-11-22', 2, ACT)];
  for (const entry of [first, other]) await record(entry);
  const span: Page = {
    from: '2026-11-01',
    to: '2026-11-30',
    tallies: [...tallyLog([first, other]).values()]
  };
  await render(MonthSection, {
    page: span,
    filter: { good: true },
    wins: [],
    tell: new Announcer().tell,
    onedit: () => undefined
  });
  await page.getByText('They helped you').first().click();
  await page.getByRole('button', { name: 'Favorite' }).last().click();
  await expect.poll(() => db.entries.get(first.id)).toMatchObject({ favorite: true });
});

test('the calendar is walked by keys, and a day opens its moments', async () => {
  const last = addDays(monthOf(today()), -1);
  await record(on(last, 1, { ...ACT, note: 'Soup' }));
  await record(on(last, 2, MISSED));
  await record(on(addDays(last, -1), 3, ACT));
  await render(Calendar, { wins: [], tell: new Announcer().tell, onedit: () => undefined });
  const dayOf = (day: string) => page.getByRole('button', { name: formatDay(day, today()) });
  await dayOf(today()).click();
  await userEvent.keyboard('{PageUp}');
  await expect.element(page.getByRole('grid')).toBeVisible();
  await userEvent.keyboard('{End}');
  await expect.element(dayOf(last)).toHaveFocus();
  await expect.element(dayOf(last)).toHaveAccessibleName(/: 1 good moment$/);
  await expect.element(page.getByText('Soup')).toBeVisible();
  await expect.element(page.getByText('Busy')).not.toBeInTheDocument();
  await userEvent.keyboard('{ArrowLeft}');
  await expect.element(dayOf(addDays(last, -1))).toHaveFocus();
  await expect.element(page.getByText('Soup')).not.toBeInTheDocument();
});
