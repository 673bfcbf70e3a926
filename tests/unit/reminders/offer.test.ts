import { expect, test } from 'vitest';
import type { Entry } from '#lib/account/model/entry.ts';
import { notYetNoticed } from '#lib/reminders/model/prompt.ts';

const ACTS = ['kiss', 'helped', 'made soup'];
const logged = (facts: object) => facts as Entry;

test('what the partner did that day is offered no more; the rest keeps its order', () => {
  const entries = [
    logged({ kind: 'act', by: 'partner', act: 'helped', day: '2026-11-22' }),
    logged({ kind: 'act', by: 'me', act: 'kiss', day: '2026-11-22' }),
    logged({ kind: 'act', by: 'partner', act: 'made soup', day: '2026-11-21' })
  ];
  expect(notYetNoticed(ACTS, entries, '2026-11-22')).toEqual(['kiss', 'made soup']);
  expect(notYetNoticed(ACTS, entries, '2026-11-21')).toEqual(['kiss', 'helped']);
  expect(notYetNoticed(ACTS, [], '2026-11-22')).toEqual(ACTS);
});
