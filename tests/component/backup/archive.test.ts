import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { page as screen } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { archiveHtml } from '#lib/backup/archive.ts';
import type { Account } from '#lib/backup/model/account.ts';
import type { ArchiveChoice } from '#lib/backup/model/archiveChoice.ts';
import { statements } from '#lib/account/model/statement.ts';
import { tallyLog } from '#lib/account/model/tally.ts';
import { DEFAULT_TERMS } from '#lib/account/model/terms.ts';
import { record } from '#lib/account/store/ledger.ts';
import { callPartner } from '#lib/account/store/queries.ts';
import Archive from '#lib/backup/ui/Archive.svelte';
import { archivePage } from '#lib/backup/ui/archiveWords.ts';
import { anyAccount } from '../../unit/backup/arbitrary.ts';
import { entry, startAnew } from '../ground.ts';
import { practiceTables } from '#lib/practices/registry.ts';

const ALL: ArchiveChoice = {
  ...{ from: '1970-01-01', to: '2100-12-31' },
  ...{ statement: true, log: true, withdrawals: true, notes: true, practices: practiceTables() }
};
const TODAY = '2026-11-22';

/** Markup that would act if it were taken for such, and names where it stood. */
const hostile = (mark: string) =>
  `${mark}</p><script>hit()</script><img src="https://x.test/a" onerror='hit()'>&amp;`;

/** Every own word of a row is hostile; names, days and ids stay. */
const FIXED = [
  'id',
  'day',
  'zone',
  'by',
  'due',
  'week',
  'on',
  'root',
  'outcome',
  'prompt',
  'kind'
].concat(['notBefore', 'entryId', 'thoughtId', 'insteadOf', 'told', 'ways', 'helped', 'feelings']);
const marked = <T>(value: T, mark: string): T =>
  JSON.parse(JSON.stringify(value), function (key, one) {
    if (typeof one !== 'string' || FIXED.includes(key)) return one;
    return Array.isArray(this) && !isText(this) ? one : hostile(mark);
  });
const isText = (list: unknown[]) =>
  list.some((one) => typeof one === 'string' && one.includes(' '));

const log = [
  entry(1, { kind: 'bid', by: 'partner', response: 'toward', note: hostile('MARK-note') }),
  entry(2, { kind: 'act', by: 'me', act: hostile('MARK-act') }, 1),
  entry(3, { kind: 'bid', by: 'partner', response: 'against', note: hostile('MARK-hurt') }, 2),
  entry(4, { kind: 'promise', by: 'me', outcome: 'broken' }, 40)
];
const sample = fc.sample(anyAccount, { seed: 7, numRuns: 40 });
/** Of each practice some records, whatever their fields. */
const practices = Object.fromEntries(
  practiceTables().map((table) => [
    table,
    sample.flatMap((one) => marked([...one.practices[table]], `MARK-${table}`))
  ])
) as unknown as Account['practices'];
const account: Account = { ...(sample[0] as Account), entries: log, practices };
const weeks = statements([...tallyLog(log).values()], DEFAULT_TERMS, [], 1, TODAY);

function read(choice: ArchiveChoice) {
  const html = archiveHtml(archivePage(account, weeks, choice, TODAY));
  return { html, page: new DOMParser().parseFromString(html, 'text/html') };
}

test('whatever is written in any field stays text, and nothing is asked of anyone', () => {
  const { page, html } = read(ALL);
  expect(page.querySelectorAll('script, img, link, iframe, a, object, [onerror]')).toHaveLength(0);
  expect(page.documentElement.lang).toBe('en');
  expect(page.documentElement.dir).toBe('ltr');
  const policy = page.querySelector('meta[http-equiv="Content-Security-Policy"]');
  expect(policy?.getAttribute('content')).toBe("default-src 'none'; style-src 'unsafe-inline'");
  const text = page.body.textContent;
  for (const mark of ['note', 'act', 'hurt', ...practiceTables()]) {
    expect(text).toContain(`MARK-${mark}</p><script>hit()</script>`);
  }
  expect(html).not.toContain('<script');
  expect(page.querySelectorAll('h1')).toHaveLength(1);
  expect(page.querySelectorAll('h2')).toHaveLength(2 + practiceTables().length);
});

test('each line of what was written goes in its own direction', async () => {
  const noted = log.map((one) => ({ ...one, note: '1) חלב 2) סוכר' }));
  const frame = document.createElement('iframe');
  frame.srcdoc = archiveHtml(archivePage({ ...account, entries: noted }, weeks, ALL, TODAY));
  document.body.append(frame);
  const item = () => frame.contentDocument?.querySelector('li')?.firstChild;
  await expect.poll(() => item()?.textContent).toContain('סוכר');
  const lefts = ['ס', 'ח', '1)'].map((sign) => {
    const text = item() as Text;
    const range = new Range();
    range.setStart(text, text.data.lastIndexOf(sign));
    range.setEnd(text, text.data.lastIndexOf(sign) + 1);
    return range.getBoundingClientRect().left;
  });
  expect(lefts).toEqual(lefts.toSorted((one, other) => one - other));
  frame.remove();
});

test('what is not ticked is nowhere in the page', () => {
  for (const table of practiceTables()) {
    const others = practiceTables().filter((one) => one !== table);
    expect(read({ ...ALL, practices: others }).html).not.toContain(`MARK-${table}`);
  }
  expect(read({ ...ALL, notes: false }).html).not.toMatch(/MARK-(note|hurt)/);
  expect(read({ ...ALL, log: false }).html).not.toMatch(/MARK-(note|hurt|act)/);
  const kind = read({ ...ALL, withdrawals: false, practices: [] });
  expect(kind.html).not.toMatch(/MARK-hurt|against|broken|not kept|[Ww]ithdrawal|Close|−/);
  expect(kind.page.body.textContent).toContain('left out of the days and weeks');
  expect(kind.html).toContain('MARK-act');
  expect(read({ ...ALL, statement: false }).page.querySelector('table')).toBeNull();
  const later = read({ ...ALL, from: '2026-03-02', to: '2026-03-02', practices: [] });
  expect(later.html).toContain('MARK-act');
  expect(later.html).not.toMatch(/MARK-(note|hurt)/);
});

test('opened by itself, its first press has the weeks and the partner’s name', async () => {
  await startAnew();
  await record(entry(1));
  await callPartner('', 'Sam');
  const made = vi.spyOn(URL, 'createObjectURL');
  await render(Archive);
  await screen.getByRole('button', { name: 'Save the page' }).click();
  await expect.poll(() => made.mock.calls.length).toBe(1);
  const html = await (made.mock.calls[0]?.[0] as Blob).text();
  made.mockRestore();
  const page = new DOMParser().parseFromString(html, 'text/html');
  expect(page.querySelectorAll('td, tbody th').length).toBeGreaterThan(0);
  expect(page.body.textContent).toContain('Sam reached out, you turned toward');
});
