import { beforeEach, expect, test, vi } from 'vitest';
import { Draft, unkeptDrafts } from '#lib/store/draft.svelte.ts';
import { winRecord } from '#lib/practices/ground/record.ts';
import { putBack, removeRecord } from '#lib/practices/store/records.ts';
import { readDraft } from '#lib/store/drafts.ts';
import { entry, failWrites, keepRecord, startAnew } from '../ground.ts';
import { make } from '../making.svelte.ts';

beforeEach(startAnew);

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

test('what is written before it is known what was kept stays, beside what was kept', async () => {
  const before = await written('early');
  await before.draft.flush();
  before.end();
  const [draft, end] = make(() => new Draft('early', { text: '', stage: 'start' }));
  draft.value.stage = 'senses';
  await vi.waitFor(() => expect(draft.isReady).toBe(true));
  expect(draft.value).toEqual({ text: 'I wonder', stage: 'senses' });
  await vi.waitFor(async () => expect(await readDraft('early')).toEqual(draft.value));
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

test('all tabs show the same words, and what one of them keeps is gone from the others', async () => {
  const { draft, end, keep, go } = await written('five');
  const [other, endOther] = make(() => new Draft('five', { text: '' }));
  await draft.flush();
  await vi.waitFor(() => expect(other.value.text).toBe('I wonder'));
  other.value.text = 'I wonder why';
  await other.flush();
  await vi.waitFor(() => expect(draft.value.text).toBe('I wonder why'));
  const finished = draft.finish(keep);
  go(true);
  await finished;
  await vi.waitFor(() => expect(other.hasStarted).toBe(false));
  end();
  endOther();
});

test('deleted elsewhere, what a form is about takes no words from it, and leaves none on the disk', async () => {
  const win = winRecord.create({ text: 'ironed' }, { id: entry(1).id, now: 1, zone: 'UTC' });
  await keepRecord('wins', win);
  const key = `wins/${win.id}`;
  const { draft, end } = await written(key);
  await draft.flush();
  const removed = await removeRecord('wins', win.id);
  await vi.waitFor(() => expect(draft.isGone).toBe(true));
  expect(draft.value.text).toBe('I wonder');
  draft.value.text = 'I wonder why';
  await draft.flush();
  expect(await readDraft(key)).toBeUndefined();

  if (removed) await putBack('wins', removed);
  await vi.waitFor(() => expect(draft.isGone).toBe(false));
  expect(draft.value.text).toBe('I wonder why');
  await draft.flush();
  expect(await readDraft(key)).toEqual({ text: 'I wonder why' });
  await draft.clear();
  end();
});

test('what is written here while another tab keeps its words stays', async () => {
  const { draft, end } = await written('six');
  const [other, endOther] = make(() => new Draft('six', { text: '' }));
  await vi.waitFor(() => expect(other.isReady).toBe(true));
  other.value.text = 'Theirs';
  await other.flush();
  await draft.flush();
  await vi.waitFor(() => expect(other.value.text).toBe('I wonder'));
  expect(draft.value.text).toBe('I wonder');
  end();
  endOther();
});

test('put away, it comes back, also into the form that was made in its place', async () => {
  const { draft, end } = await written('seven');
  const back = await draft.putAway();
  expect(draft.value.text).toBe('');
  end();
  const [next, endNext] = make(() => new Draft('seven', { text: '' }));
  await vi.waitFor(() => expect(next.isReady).toBe(true));
  expect(next.hasStarted).toBe(false);
  await back();
  await vi.waitFor(() => expect(next.value.text).toBe('I wonder'));
  endNext();
});

test('a number that was left out stays out', async () => {
  const [draft, end] = make(() => new Draft<{ belief: number | null }>('eight', { belief: 40 }));
  await vi.waitFor(() => expect(draft.isReady).toBe(true));
  draft.value.belief = null;
  await draft.flush();
  end();
  const [again, endAgain] = make(
    () => new Draft<{ belief: number | null }>('eight', { belief: 40 })
  );
  await vi.waitFor(() => expect(again.isReady).toBe(true));
  expect(again.value.belief).toBe(null);
  endAgain();
});

test('where there is no room its words stay, that is told, and it is kept with the next change', async () => {
  const { draft, end } = await written('nine');
  const heal = failWrites('drafts', new DOMException('full', 'QuotaExceededError'));
  await draft.flush();
  heal();
  expect([...unkeptDrafts]).toEqual([['nine', 'full']]);
  expect([draft.value.text, draft.isUnkept]).toEqual(['I wonder', true]);
  draft.value.text = 'I wonder why';
  await draft.flush();
  expect([...unkeptDrafts]).toEqual([]);
  expect(await readDraft('nine')).toEqual({ text: 'I wonder why' });
  end();
});

test('a write that fails late forgets nothing of a later one', async () => {
  const { draft, end } = await written('ten');
  const heal = failWrites('drafts', new DOMException('full', 'QuotaExceededError'));
  const first = draft.flush();
  draft.value.text = 'I wonder why';
  await Promise.all([first, draft.flush()]);
  heal();
  expect(draft.isUnkept).toBe(false);
  expect(await readDraft('ten')).toEqual({ text: 'I wonder why' });
  end();
});
