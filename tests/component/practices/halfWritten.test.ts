import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { Work } from '#lib/practices/form/stepsPage.svelte.ts';
import { allOf } from '#lib/practices/store/records.ts';
import ThoughtForm from '#lib/practices/thought/Form.svelte';
import { thoughtRecord } from '#lib/practices/thought/record.ts';
import { keepDraft, readDraft } from '#lib/store/drafts.ts';
import { startAnew } from '../ground.ts';
import { make } from '../making.svelte.ts';

beforeEach(startAnew);

const button = (name: string) => page.getByRole('button', { name, exact: true });

test('what a thought reminds of stays with it where another thought comes', async () => {
  const half = { thought: 'They left me out.', rootNote: 'The empty house.', isLong: true };
  await keepDraft('thoughts', { ...thoughtRecord.plain({}), ...half });
  const [work] = make(() => new Work('thoughts'));
  await expect.poll(() => work.isReady).toBe(true);
  await render(ThoughtForm, {
    work,
    triggers: [],
    brought: thoughtRecord.plain({ thought: 'They forgot me.' }),
    onbrought: () => undefined,
    texts: []
  });
  await button('Save it and start the new one').click();
  await expect
    .poll(() => readDraft('thoughts'))
    .toMatchObject({ thought: 'They forgot me.', rootNote: '' });
  expect(await allOf('thoughts')).toMatchObject([{ rootNote: 'The empty house.' }]);
});
