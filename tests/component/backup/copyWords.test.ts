import { expect, test } from 'vitest';
import { copyWords } from '#lib/backup/copy/words.ts';

test.each([
  [4, 4, '4 entries'],
  [1, 3, 'one entry and 2 practice records or reminders'],
  [0, 1, 'one practice record or reminder'],
  // One of before the rows were counted.
  [2, undefined, '2 entries']
])('of %j entries and %j rows it says: %s', (count, rows, what) => {
  const head = { at: 0, count, retracted: 0, ...(rows !== undefined && { rows }) };
  expect(copyWords(head).what).toBe(what);
});
