import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { DEFAULT_TERMS, type Terms } from '#lib/account/model/terms.ts';
import TermsForm from '#lib/account/settings/TermsForm.svelte';

/** The form as a page holds it: what it hands out comes back in. */
async function show(first: Terms = DEFAULT_TERMS) {
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

const missed = page.getByLabelText('A bid, missed', { exact: true });
const halfLife = page.getByLabelText('Half-life in days', { exact: true });

test('the break-even shares of the first terms stand beside the numbers', async () => {
  await show();
  await expect
    .element(
      page.getByText(
        'With toward +1 and missed −2 the account breaks even when 67% of bids are met.'
      )
    )
    .toBeVisible();
  await expect
    .element(
      page.getByText(
        'With toward +1 and against −5 the account breaks even when 83% of bids are met.'
      )
    )
    .toBeVisible();
});

test('each change is handed on and the break-even share follows', async () => {
  const kept = await show();
  const less = page.getByRole('button', { name: 'Less: A bid, missed' });
  await less.click();
  await expect
    .element(page.getByText('With toward +1 and missed −3', { exact: false }))
    .toHaveTextContent('when 75% of bids are met');
  await less.click();
  expect(kept.map(({ worth }) => worth.away)).toEqual([-3, -4]);
  await expect.element(missed).toHaveValue(-4);
});

test('an end of the range is not passed', async () => {
  const kept = await show({ ...DEFAULT_TERMS, worth: { ...DEFAULT_TERMS.worth, away: 0 } });
  const more = page.getByRole('button', { name: 'More: A bid, missed' });
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
    .toHaveAccessibleDescription(
      'Not kept: it takes a whole number from −20 to 0. It is still −2.'
    );
  await missed.fill('-2.5');
  expect(kept).toEqual([]);
  await missed.fill('-3');
  expect(kept.map(({ worth }) => worth.away)).toEqual([-3]);
  await expect.element(missed).toHaveAttribute('aria-invalid', 'false');
});

test('the half-life is said in days, and fading can be turned off and on again', async () => {
  const kept = await show();
  await expect
    .element(page.getByText('half of it has faded after 28 days', { exact: false }))
    .toBeVisible();
  await halfLife.fill('45');
  await expect
    .element(page.getByText('half of it has faded after 45 days', { exact: false }))
    .toBeVisible();
  await page.getByLabelText('No fading').click();
  await expect.element(halfLife).not.toBeInTheDocument();
  await page.getByLabelText('Old moments fade').click();
  await expect.element(halfLife).toHaveValue(45);
  expect(kept.map((terms) => terms.halfLife)).toEqual([45, null, 45]);
});
