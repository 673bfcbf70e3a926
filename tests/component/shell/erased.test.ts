import { expect, test } from 'vitest';
import { holdCopy, writeCopy } from '#lib/backup/copy/copyFile.ts';
import { eraseEverything, noteErasing, whatIsLeft } from '#lib/shell/erase/store/erase.ts';
import { isErasing, whileErasing } from '#lib/shell/erase/store/mark.ts';
import { record } from '#lib/account/store/ledger.ts';
import { emptyAccount } from '#lib/backup/store/importAccount.ts';
import { copyHead, makeCopy } from '#lib/backup/copy/keepCopy.ts';
import { entry } from '../ground.ts';

/** As a service worker does that answers something at that moment. */
function openAnew(): Promise<void> {
  return new Promise((resolve) => {
    const opening = indexedDB.open('toward');
    opening.onsuccess = () => {
      opening.result.close();
      resolve();
    };
  });
}

test('the mark of a deletion of which a part doesn’t load is taken back', async () => {
  const failing = whileErasing(() => Promise.reject(new Error('no connection')));
  expect(isErasing()).toBe(true);
  await expect(failing).rejects.toThrow('no connection');
  expect(isErasing()).toBe(false);
});

test('a copy that is amid its making leaves nothing behind once everything is erased', async () => {
  await emptyAccount();
  await record(entry(1));
  let steps = 0;
  await makeCopy(async () => {
    if (++steps === 2) await emptyAccount();
  });
  expect(await copyHead()).toBeUndefined();

  await record(entry(2));
  await makeCopy(async () => undefined);
  let erasing: Promise<unknown> = Promise.resolve();
  await holdCopy(async () => {
    let isErased = false;
    const erase = () => eraseEverything(openAnew);
    const load = async () => ({ note: noteErasing, erase });
    erasing = whileErasing(load).then(() => (isErased = true));
    await expect
      .poll(async () => {
        const { pending = [] } = await navigator.locks.query();
        return isErased || pending.some(({ name }) => name === 'toward-erase');
      })
      .toBe(true);
    await writeCopy(new Blob(['what was gathered before']));
  });
  await erasing;
  expect(await whatIsLeft('')).toMatchObject({ databases: [], files: [] });
  await expect(writeCopy(new Blob(['x']))).rejects.toMatchObject({ fault: 'erased' });
  await expect(makeCopy(async () => undefined)).rejects.toMatchObject({ fault: 'erased' });
  expect(await whatIsLeft('')).toMatchObject({ databases: [], files: [] });
});

test('a browser that lists no databases tells too whether ours is there', async () => {
  const native = Object.getOwnPropertyDescriptor(IDBFactory.prototype, 'databases') ?? {};
  Reflect.deleteProperty(IDBFactory.prototype, 'databases');
  try {
    expect(await whatIsLeft('')).toMatchObject({ databases: [] });
    await openAnew();
    expect(await whatIsLeft('')).toMatchObject({ databases: ['toward'] });
  } finally {
    Object.defineProperty(IDBFactory.prototype, 'databases', native);
  }
  expect(await whatIsLeft('')).toMatchObject({ databases: ['toward'] });
});
