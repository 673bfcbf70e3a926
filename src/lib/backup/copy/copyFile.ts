import { isLocalClosed } from '#lib/store/local.ts';
import { StorageError } from '#lib/store/storageError.ts';

/*
 * Where the second copy lies: in the site's own file system (OPFS), which the browser keeps apart
 * from IndexedDB. Not every browser has one that a page can write to; then there is no copy.
 */

const NAME = 'toward-copy';
/** Beside it, until the lock that seals it holds. */
const NEXT = 'toward-copy-next';

/** For which the copy is sealed: what opens it must name the same. */
export const COPY_PLACE = 'copy';

/** The web lock that is held while everything is erased. */
export const ERASING = 'toward-erase';

/** Does work on the copy while nobody else does, in this tab or another, and nobody erases. */
export function holdCopy<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request(ERASING, { mode: 'shared' }, () =>
    navigator.locks.request(NAME, work)
  );
}

/** Whether this browser can keep a second copy. */
export function canCopy(): boolean {
  return (
    typeof navigator.storage?.getDirectory === 'function' &&
    typeof FileSystemFileHandle === 'function' &&
    'createWritable' in FileSystemFileHandle.prototype
  );
}

/** The copy; undefined where there is none or it cannot be read. */
export function readCopy(): Promise<File | undefined> {
  return readFile(NAME);
}

/** What was made ready to be the copy; undefined where nothing was. */
export function readNext(): Promise<File | undefined> {
  return readFile(NEXT);
}

async function readFile(name: string): Promise<File | undefined> {
  if (!canCopy()) return undefined;
  try {
    const folder = await navigator.storage.getDirectory();
    return await (await folder.getFileHandle(name)).getFile();
  } catch {
    return undefined;
  }
}

/**
 * Puts a copy in the place of the one before. The browser writes beside it and exchanges the two at
 * the end: a kill in the middle leaves the one before.
 *
 * @throws DOMException where there is no room, StorageError `erased` once everything was erased
 */
export function writeCopy(content: Blob): Promise<void> {
  return writeFile(NAME, content);
}

/**
 * Makes ready what is to be the copy.
 *
 * @throws as {@link writeCopy}
 */
export function writeNext(content: Blob): Promise<void> {
  return writeFile(NEXT, content);
}

async function writeFile(name: string, content: Blob): Promise<void> {
  if (isLocalClosed()) throw new StorageError('erased');
  const folder = await navigator.storage.getDirectory();
  const file = await folder.getFileHandle(name, { create: true });
  const writable = await file.createWritable();
  await writable.write(content);
  await writable.close();
}

/** Removes the copy. Nothing happens where there is none. */
export function removeCopy(): Promise<void> {
  return removeFile(NAME);
}

/** Removes what was made ready. Nothing happens where nothing was. */
export function removeNext(): Promise<void> {
  return removeFile(NEXT);
}

async function removeFile(name: string): Promise<void> {
  if (!canCopy()) return;
  const folder = await navigator.storage.getDirectory();
  await folder.removeEntry(name).catch((error: unknown) => {
    if (!(error instanceof DOMException) || error.name !== 'NotFoundError') throw error;
  });
}
