import { expect, test } from 'vitest';
import { untilLoaded } from '#lib/store/untilLoaded.ts';

test('what does not load is asked for again, after a rest each time', async () => {
  const done: string[] = [];
  const load = async () => {
    done.push('load');
    if (done.length < 4) throw new TypeError('Failed to fetch');
    return 'the code';
  };
  const rest = async () => void done.push('rest');
  expect(await untilLoaded(load, rest)).toBe('the code');
  expect(done).toEqual(['load', 'rest', 'load', 'rest', 'load']);
});
