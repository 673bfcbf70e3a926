import { beforeEach, describe, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import type { Act } from '#lib/account/model/acts.ts';
import { PAUSES_MAX, type Pause } from '#lib/account/model/awayDays.ts';
import { DEFAULT_TERMS, EARLIER_TERMS, type Terms } from '#lib/account/model/terms.ts';
import ActsEditor from '#lib/account/settings/ActsEditor.svelte';
import PausesEditor from '#lib/account/settings/AwayDaysEditor.svelte';
import TermsForm from '#lib/account/settings/TermsForm.svelte';
import { addDays } from '#lib/time/day.ts';
import '../../../src/app.css';
import { startAnew } from '../ground.ts';

// Half-written forms are read from the database, which earlier tests may have left locked.
beforeEach(startAnew);

describe('the acts', () => {
  const THREE: readonly Act[] = [{ name: 'helped' }, { name: 'kiss' }, { name: 'made tea' }];

  /** The editor as a page holds it: what it hands out comes back in. */
  async function show() {
    const kept: (readonly Act[])[] = [];
    const { rerender } = await render(ActsEditor, {
      acts: THREE,
      onchange: async (acts: readonly Act[]) => {
        kept.push(acts);
        void rerender({ acts });
        return true;
      },
      onreset: () => undefined
    });
    return kept;
  }

  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const names = (acts: readonly Act[] | undefined) => acts?.map(({ name }) => name);

  test('an act moves up, keeps the focus on its button and says where it is', async () => {
    const kept = await show();
    await button('Move up: made tea').click();
    expect(names(kept[0])).toEqual(['helped', 'made tea', 'kiss']);
    await expect.element(button('Move up: made tea')).toHaveFocus();
    await expect.element(page.getByRole('status')).toHaveTextContent('made tea is now 2 of 3.');
    await userEvent.keyboard('{Enter}');
    expect(names(kept[1])).toEqual(['made tea', 'helped', 'kiss']);
    await expect.element(button('Move up: made tea')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(kept.length).toBe(2);
  });

  test('an act is hidden and shown again', async () => {
    const kept = await show();
    await button('Hide: a kiss').click();
    expect(kept[0]?.[1]).toEqual({ name: 'kiss', hidden: true });
    await expect.element(page.getByText('hidden', { exact: true })).toBeVisible();
    await button('Show: a kiss').click();
    expect(kept[1]?.[1]).toEqual({ name: 'kiss' });
  });

  test('an act is renamed, and the focus goes back to its pencil', async () => {
    const kept = await show();
    await button('Rename: helped').click();
    const field = page.getByLabelText('New name for helped');
    await expect.element(field).toHaveFocus();
    await field.fill('helped with the children');
    await userEvent.keyboard('{Enter}');
    expect(names(kept[0])).toEqual(['helped with the children', 'kiss', 'made tea']);
    await expect.element(button('Rename: helped with the children')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await userEvent.keyboard('{Escape}');
    await expect.element(button('Rename: helped with the children')).toHaveFocus();
    expect(kept.length).toBe(1);
  });

  test('an act of one’s own is added; an empty or known one is refused in words', async () => {
    const kept = await show();
    const field = page.getByLabelText('An act of your own');
    await button('Add').click();
    await expect.element(field).toHaveAccessibleDescription('Write a few words first.');
    await field.fill('A Kiss');
    await button('Add').click();
    await expect.element(field).toHaveAccessibleDescription('That one is already on the list.');
    expect(kept).toEqual([]);
    await field.fill('  walked the dog ');
    await button('Add').click();
    expect(names(kept[0])).toEqual(['helped', 'kiss', 'made tea', 'walked the dog']);
    await expect.element(field).toHaveValue('');
  });

  test('every target is at least 44 pixels high and wide', async () => {
    await show();
    const sizes = page
      .getByRole('button')
      .elements()
      .map((element) => element.getBoundingClientRect());
    expect(Math.min(...sizes.map(({ height }) => height))).toBeGreaterThanOrEqual(44);
    expect(Math.min(...sizes.map(({ width }) => width))).toBeGreaterThanOrEqual(44);
  });
});

describe('the days away', () => {
  const TODAY = '2026-11-22';
  const FULL = 'That’s as many as Toward can hold. Delete one to make room.';

  /** The editor as a page holds it: what it hands out comes back in. */
  async function show(pauses: readonly Pause[] = []) {
    const kept: (readonly Pause[])[] = [];
    const keep = async (next: readonly Pause[]) => {
      kept.push(next);
      await rerender({ pauses: next });
      return true;
    };
    const { rerender } = await render(PausesEditor, {
      pauses,
      today: TODAY,
      onchange: keep,
      ondelete: (_: Pause, others: readonly Pause[]) => keep(others)
    });
    return kept;
  }

  const first = page.getByLabelText('First day');
  const last = page.getByLabelText('Last day');
  const isGoingOn = page.getByLabelText('No end yet');
  const add = page.getByRole('button', { name: 'Add time off' });

  test('days that are still going on are added and ended today', async () => {
    const kept = await show();
    await first.fill('2026-11-10');
    await add.click();
    expect(kept[0]).toEqual([{ from: '2026-11-10', to: null }]);
    await page.getByRole('button', { name: 'End today' }).click();
    expect(kept[1]).toEqual([{ from: '2026-11-10', to: '2026-11-22' }]);
    await expect.element(page.getByRole('button', { name: 'End today' })).not.toBeInTheDocument();
  });

  test('a list of as many as a backup can hold takes no more, and says so', async () => {
    const full = Array.from({ length: PAUSES_MAX }, (_, at) => {
      const day = addDays('2020-01-01', 2 * at);
      return { from: day, to: day };
    });
    await show(full);
    await expect.element(page.getByText(FULL)).toBeVisible();
    expect(document.querySelector('form')).toBeNull();
  });

  test('a span is added; one that ends before it begins is refused in words', async () => {
    const kept = await show();
    await first.fill('2026-11-10');
    await isGoingOn.click();
    await last.fill('2026-11-09');
    await add.click();
    await expect.element(last).toHaveAccessibleDescription('The last day is before the first one.');
    expect(kept).toEqual([]);
    await last.fill('2026-11-12');
    await add.click();
    expect(kept).toEqual([[{ from: '2026-11-10', to: '2026-11-12' }]]);
  });

  test('without a first day nothing is added', async () => {
    const kept = await show();
    await first.fill('');
    await add.click();
    await expect
      .element(first)
      .toHaveAccessibleDescription('Choose a first day, and a last day unless there’s no end yet.');
    expect(kept).toEqual([]);
  });

  test('the latest is listed first; deleting one leaves the other and keeps the focus near', async () => {
    const older = { from: '2026-10-01', to: '2026-10-03' };
    const kept = await show([older, { from: '2026-11-01', to: '2026-11-05' }]);
    const rows = page.getByRole('listitem');
    await expect.element(rows.first()).toHaveTextContent(/Nov/);
    await rows.first().getByRole('button', { name: 'Delete' }).click();
    expect(kept).toEqual([[older]]);
    await expect.element(page.getByRole('button', { name: 'Delete' })).toHaveFocus();
  });
});

describe('the terms', () => {
  /** The form as a page holds it: what it hands out comes back in. */
  async function show(first: Terms = EARLIER_TERMS) {
    const kept: Terms[] = [];
    const { rerender } = await render(TermsForm, {
      terms: first,
      onchange: (terms: Terms) => {
        kept.push(terms);
        void rerender({ terms });
      },
      onreset: () => void rerender({ terms: DEFAULT_TERMS })
    });
    return kept;
  }

  const missed = page.getByLabelText('A bid missed', { exact: true });
  const halfLife = page.getByLabelText('Days until half has faded', { exact: true });

  test('the break-even shares of the first terms stand beside the numbers', async () => {
    await show();
    await expect
      .element(
        page.getByText(
          'With +1 for met and −2 for missed, the balance holds when 67% of bids are met.'
        )
      )
      .toBeVisible();
    await expect
      .element(
        page.getByText(
          'With +1 for met and −5 for anger, the balance holds when 83% of bids are met.'
        )
      )
      .toBeVisible();
  });

  test('each change is handed on and the break-even share follows', async () => {
    const kept = await show();
    const less = page.getByRole('button', { name: 'Less: A bid missed' });
    await less.click();
    await expect
      .element(page.getByText('With +1 for met and −3 for missed', { exact: false }))
      .toHaveTextContent('when 75% of bids are met');
    await less.click();
    expect(kept.map(({ worth }) => worth.away)).toEqual([-3, -4]);
    await expect.element(missed).toHaveValue('−4');
    await missed.click();
    await userEvent.keyboard('{ArrowUp}');
    await expect.element(missed).toHaveValue('−3');
    expect(kept.at(-1)?.worth.away).toBe(-3);
  });

  test('an end of the range is not passed', async () => {
    const kept = await show({ ...DEFAULT_TERMS, worth: { ...DEFAULT_TERMS.worth, away: 0 } });
    const more = page.getByRole('button', { name: 'More: A bid missed' });
    await expect.element(more).toHaveAttribute('aria-disabled', 'true');
    (more.element() as HTMLElement).click();
    expect(kept).toEqual([]);
  });

  test('what is no whole number in range is not kept, and the form says why', async () => {
    const kept = await show();
    await missed.fill('3');
    await halfLife.click();
    await expect.element(missed).toHaveAttribute('aria-invalid', 'true');
    await expect
      .element(missed)
      .toHaveAccessibleDescription('Not saved. Enter a whole number from −20 to 0. It’s still −2.');
    await missed.fill('-2.5');
    expect(kept).toEqual([]);
    await missed.fill('-3');
    expect(kept.map(({ worth }) => worth.away)).toEqual([-3]);
    await expect.element(missed).toHaveAttribute('aria-invalid', 'false');
  });

  test('the half-life is said in days, and fading can be turned off and on again', async () => {
    const kept = await show();
    await expect
      .element(page.getByText('balance has faded after 28 days', { exact: false }))
      .toBeVisible();
    await halfLife.fill('45');
    await expect
      .element(page.getByText('balance has faded after 45 days', { exact: false }))
      .toBeVisible();
    await page.getByLabelText('No fading').click();
    await expect.element(halfLife).not.toBeInTheDocument();
    await page.getByLabelText('Old moments fade').click();
    await expect.element(halfLife).toHaveValue('45');
    expect(kept.map((terms) => terms.halfLife)).toEqual([45, null, 45]);
  });
});
