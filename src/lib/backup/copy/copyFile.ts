import { alone, ERASING } from '#lib/device/webLock.ts';
import { isLocalClosed } from '#lib/store/local.ts';
import { StorageError } from '#lib/store/storageError.ts';

/*
 * Where the second copy lies: in the site's own file system (OPFS), which the browser keeps apart
 * from IndexedDB. Not every browser has one that a page can write to; then there is no copy.
 */

/** The newest copy, and the one before it. */
export const COPIES = ['toward-copy', 'toward-copy-earlier'] as const;

/** Which of them. */
export type CopyName = (typeof COPIES)[number];

const [NEWEST] = COPIES;
/** Beside a copy, until the lock that seals it holds. */
const nextTo = (name: CopyName) => `${name}-next`;

/** For which the copy is sealed: what opens it must name the same. */
export const COPY_PLACE = 'copy';

/** Does work on the copy while nobody else does, in this tab or another, and nobody erases. */
export function holdCopy<T>(work: () => Promise<T>): Promise<T> {
  return alone(ERASING, () => alone(NEWEST, work), 'shared');
}

/** Whether this browser can keep a second copy. Some have all that it takes, and refuse it in private windows. */
export async function canCopy(): Promise<boolean> {
  return (await ownFolder()) !== undefined;
}

async function ownFolder(): Promise<FileSystemDirectoryHandle | undefined> {
  const hasAll =
    typeof navigator.storage?.getDirectory === 'function' &&
    typeof FileSystemFileHandle === 'function' &&
    'createWritable' in FileSystemFileHandle.prototype;
  return hasAll ? navigator.storage.getDirectory().catch(() => undefined) : undefined;
}

/** A copy; undefined where there is none or it cannot be read. */
export function readCopy(name: CopyName = NEWEST): Promise<File | undefined> {
  return readFile(name);
}

/** What was made ready to be a copy; undefined where nothing was. */
export function readNext(name: CopyName = NEWEST): Promise<File | undefined> {
  return readFile(nextTo(name));
}

async function readFile(name: string): Promise<File | undefined> {
  const folder = await ownFolder();
  try {
    return await (await folder?.getFileHandle(name))?.getFile();
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
export function writeCopy(content: Blob, name: CopyName = NEWEST): Promise<void> {
  return writeFile(name, content);
}

/**
 * Makes ready what is to be a copy.
 *
 * @throws as {@link writeCopy}
 */
export function writeNext(content: Blob, name: CopyName = NEWEST): Promise<void> {
  return writeFile(nextTo(name), content);
}

async function writeFile(name: string, content: Blob): Promise<void> {
  if (isLocalClosed()) throw new StorageError('erased');
  const folder = await navigator.storage.getDirectory();
  const file = await folder.getFileHandle(name, { create: true });
  const writable = await file.createWritable();
  await writable.write(content);
  await writable.close();
}

/** Removes a copy. Nothing happens where there is none. */
export function removeCopy(name: CopyName): Promise<void> {
  return removeFile(name);
}

/** Removes both copies. Nothing happens where there are none. */
export async function removeCopies(): Promise<void> {
  for (const name of COPIES) await removeFile(name);
}

/** Removes what was made ready. Nothing happens where nothing was. */
export function removeNext(name: CopyName = NEWEST): Promise<void> {
  return removeFile(nextTo(name));
}

async function removeFile(name: string): Promise<void> {
  const folder = await ownFolder();
  await folder?.removeEntry(name).catch((error: unknown) => {
    if (!(error instanceof DOMException) || error.name !== 'NotFoundError') throw error;
  });
}
