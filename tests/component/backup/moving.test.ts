import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { record } from '#lib/account/store/index.ts';
import { isSealed } from '#lib/backup/isSealed.ts';
import { backupState } from '#lib/backup/store/backupState.ts';
import Moving from '#lib/backup/ui/Moving.svelte';
import { today } from '#lib/time/clock.ts';
import { entry, startAnew } from '../ground.ts';

const PASSPHRASE = 'paper boat window';
const press = (name: string) => page.getByRole('button', { name }).click();
const unsaved = async () => (await backupState(today())).unsaved;

beforeEach(async () => {
  await startAnew();
  await record(entry(1));
});

test('the file is sealed, and counts as a backup once it was shared', async () => {
  const shared: File[] = [];
  let isCancelled = true;
  Object.assign(navigator, {
    canShare: () => true,
    share: ({ files }: { files: File[] }) => {
      if (isCancelled) return Promise.reject(new DOMException('', 'AbortError'));
      shared.push(...files);
      return Promise.resolve();
    }
  });
  await render(Moving);
  await press('Create the file');
  await expect.element(page.getByRole('alert')).not.toBeEmptyDOMElement();
  await page.getByLabelText('Passphrase for the file').fill(PASSPHRASE);
  await page.getByLabelText('Passphrase again').fill(PASSPHRASE);
  await press('Create the file');
  await press('Send it to the new phone');
  await expect.element(page.getByRole('button', { name: 'Save it here' })).toBeVisible();
  expect(await unsaved()).toBe(1);

  isCancelled = false;
  await press('Send it to the new phone');
  await expect
    .element(page.getByText(/^The file holds .* Restore it on the new phone/))
    .toBeVisible();
  await expect.poll(unsaved).toBe(0);
  expect(shared.map(({ name }) => name)).toEqual([`toward-${today()}.age.txt`]);
  expect(await isSealed(shared[0] as File)).toBe(true);

  // The new phone reads it where it is told of.
  await page.getByText('This is the new phone: restore a backup').click();
  await userEvent.upload(page.getByLabelText('Choose a backup file…'), shared[0] as File);
  await page.getByLabelText('Passphrase of this backup').fill(PASSPHRASE);
  await expect.element(page.getByRole('button', { name: 'Open' })).toBeVisible();
});

test('where the system refuses the file, saving is left', async () => {
  Object.assign(navigator, {
    canShare: () => true,
    share: () => Promise.reject(new DOMException('', 'NotAllowedError'))
  });
  await render(Moving);
  await page.getByLabelText('Passphrase for the file').fill(PASSPHRASE);
  await page.getByLabelText('Passphrase again').fill(PASSPHRASE);
  await press('Create the file');
  await press('Send it to the new phone');
  await expect
    .element(page.getByRole('button', { name: 'Send it to the new phone' }))
    .not.toBeInTheDocument();
  await expect.element(page.getByRole('button', { name: 'Save it here' })).toBeVisible();
});
