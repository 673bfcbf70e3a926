import { expect, test, vi } from 'vitest';
import { Draft } from '../../../src/routes/draft.svelte.ts';
import { make } from './making.svelte.ts';

/** A draft in which something was written, and a way to let what keeps it go on. */
async function written(key: string) {
  const [draft, end] = make(() => new Draft(key, { text: '' }));
  await vi.waitFor(() => expect(draft.isReady).toBe(true));
  draft.value.text = 'I wonder';
  const go: ((isKept: boolean) => void)[] = [];
  const keep = vi.fn(() => new Promise<boolean>((resolve) => go.push(resolve)));
  return { draft, end, keep, go: (isKept: boolean) => go[0]?.(isKept) };
}

test('kept, it begins anew', async () => {
  const { draft, end, keep, go } = await written('one');
  const finished = draft.finish(keep);
  go(true);
  expect(await finished).toBe(true);
  expect(draft.value.text).toBe('');
  end();
});

test('what is written while it is kept stays', async () => {
  const { draft, end, keep, go } = await written('two');
  const finished = draft.finish(keep);
  draft.value.text = 'I wonder why';
  go(true);
  expect(await finished).toBe(true);
  expect(draft.value.text).toBe('I wonder why');
  end();
});

test('where it could not be kept it stays, and can be kept again', async () => {
  const { draft, end, keep, go } = await written('three');
  const finished = draft.finish(keep);
  go(false);
  expect(await finished).toBe(false);
  expect(draft.value.text).toBe('I wonder');
  expect(await draft.finish(async () => true)).toBe(true);
  end();
});

test('pressed twice, it is kept once', async () => {
  const { draft, end, keep, go } = await written('four');
  const finished = draft.finish(keep);
  expect(await draft.finish(keep)).toBe(false);
  go(true);
  await finished;
  expect(keep).toHaveBeenCalledTimes(1);
  end();
});
