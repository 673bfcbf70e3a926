import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { statements } from '#lib/account/model/statement.ts';
import { DEFAULT_TERMS } from '#lib/account/model/terms.ts';
import StatementTable from '#lib/account/weeks/StatementTable.svelte';

test('the table holds the rounded statements, newest first, and every row adds up', async () => {
  const tallies = [
    { day: '2026-11-11', counts: { 'bid:partner:toward': 10, 'bid:me:away': 1 } },
    { day: '2026-11-18', counts: { act: 4, 'bid:me:against': 1 } }
  ];
  const weeks = statements(tallies, DEFAULT_TERMS, [], 1, '2026-11-22');
  const view = await render(StatementTable, {
    statements: weeks,
    today: '2026-11-22',
    onprint: () => undefined
  });
  const table = view.getByRole('table', { name: 'Weekly statement' });
  const columns = ['Week', 'Opening', 'Faded', 'Deposits', 'Withdrawals', 'Closing'];
  for (const name of columns) {
    await expect.element(table.getByRole('columnheader', { name })).toBeInTheDocument();
  }
  const rows = [...table.element().querySelectorAll('tbody tr')].map((row) =>
    [...row.querySelectorAll('td')].map(({ textContent }) => textContent)
  );
  // 8·2^(−4/28) = 7.25 ends the first week. Seven days leave 6.09 of it, four 0.91 of the −1: 5.19.
  expect(rows).toEqual([
    ['7', '−1', '+4', '−5', '5'],
    ['0', '−1', '+10', '−2', '7']
  ]);
});
