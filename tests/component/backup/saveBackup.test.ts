import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { record } from '#lib/account/store/index.ts';
import { backupState } from '#lib/backup/store/backupState.ts';
import { Saving } from '#lib/backup/ui/saveBackup.svelte.ts';
import SavingLine from '#lib/backup/ui/SavingLine.svelte';
import { today } from '#lib/time/clock.ts';
import { entry, startAnew } from '../ground.ts';

beforeEach(async () => {
  await startAnew();
  await record(entry(1));
});

test('a file that could not be read back is not written, counts as no backup, and says so', async () => {
  const written: Blob[] = [];
  const out = (file: Blob) => void written.push(file);
  const tooSmall = new Saving(100);
  await tooSmall.backupTo('toward.json', undefined, out);
  expect(written).toEqual([]);
  expect((await backupState(today())).unsaved).toBe(1);
  await render(SavingLine, { stage: tooSmall.stage });
  await expect
    .element(page.getByRole('alert'))
    .toHaveTextContent('Your backup would be over 100 MB, more than Toward can restore.');
  await new Saving().backupTo('toward.json', undefined, out);
  expect(written).toHaveLength(1);
  expect((await backupState(today())).unsaved).toBe(0);
});
