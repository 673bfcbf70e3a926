import '../../../src/app.css';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import EntryRow from '#lib/account/log/EntryRow.svelte';
import { newEntry } from '#lib/account/model/entry.ts';
import { DEFAULT_TERMS } from '#lib/account/model/terms.ts';
import { page } from 'vitest/browser';

/** Where a sign of a note stands, from the left. */
function leftOf(text: Node, sign: string): number {
  const range = document.createRange();
  const at = (text.textContent ?? '').indexOf(sign);
  range.setStart(text, at);
  range.setEnd(text, at + 1);
  return range.getBoundingClientRect().left;
}

test.each([
  ['היום בבוקר הוא הכין לי קפה (בלי שביקשתי)!', ['!', 'ש', 'ה']],
  ['1) חלב 2) סוכר', ['ס', 'ח', '1']],
  ['He made me coffee (I had not asked)!', ['H', 'm', '!']]
])('%s is read in its own direction', async (note, signs) => {
  const stamp = { id: 'x', now: Date.parse('2026-11-20T12:00Z'), zone: 'UTC' };
  const entry = newEntry({ kind: 'bid', by: 'me', response: 'toward', note }, stamp);
  await render(EntryRow, { entry, terms: DEFAULT_TERMS, onedit: () => undefined });
  const [text] = page.getByText(note).element().childNodes;
  const lefts = signs.map((sign) => leftOf(text as Node, sign));
  expect(lefts).toEqual(lefts.toSorted((one, other) => one - other));
});
