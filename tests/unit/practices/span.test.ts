import { expect, test } from 'vitest';
import { lastSpan, spansTo } from '#lib/practices/recap/model/span.ts';

// 22 November 2026 is a Sunday.
test.each([
  ['week', '2026-11-22', 1, '2026-11-16', '2026-11-22'],
  ['week', '2026-11-21', 1, '2026-11-09', '2026-11-15'],
  ['week', '2026-11-22', 7, '2026-11-15', '2026-11-21'],
  ['week', '2026-11-21', 7, '2026-11-15', '2026-11-21'],
  ['month', '2026-11-22', 1, '2026-10-01', '2026-10-31'],
  ['month', '2026-11-30', 1, '2026-11-01', '2026-11-30'],
  ['month', '2026-03-01', 1, '2026-02-01', '2026-02-28'],
  ['month', '2026-01-15', 7, '2025-12-01', '2025-12-31']
] as const)('the last %s on %s, weeks from %d, is %s to %s', (kind, today, first, start, end) => {
  expect(lastSpan(kind, today, first)).toEqual({ start, end });
});

test.each([
  ['week', { start: '2026-01-05', end: '2026-01-11' }, '2025-12-08', '2025-12-14'],
  ['month', { start: '2026-03-01', end: '2026-03-31' }, '2025-11-01', '2025-11-30']
] as const)('a %s is compared with the four before', (kind, span, start, end) => {
  const spans = spansTo(kind, span);
  expect(spans[0]).toEqual(span);
  expect(spans).toHaveLength(5);
  expect(spans[4]).toEqual({ start, end });
});
