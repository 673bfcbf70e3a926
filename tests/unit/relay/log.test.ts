import { expect, test } from 'vitest';
import { logTo } from '../../../src/relay/log.ts';

const MINUTE = 60_000;

test('a line of JSON for what has happened, and the same not again within a minute', () => {
  const lines: string[] = [];
  let now = Date.parse('2026-11-30T08:00:00Z');
  const log = logTo(
    (line) => lines.push(line),
    () => now
  );
  log('refused', { status: 403 });
  log('refused', { status: 403 });
  log('refused', { status: 401 });
  now += MINUTE - 1;
  log('refused', { status: 403 });
  now += 1;
  log('refused', { status: 403 });
  expect(lines).toEqual([
    '{"at":"2026-11-30T08:00:00.000Z","what":"refused","status":403}\n',
    '{"at":"2026-11-30T08:00:00.000Z","what":"refused","status":401}\n',
    '{"at":"2026-11-30T08:01:00.000Z","what":"refused","status":403}\n'
  ]);
});
