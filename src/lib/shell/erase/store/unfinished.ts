import { alone, ERASING } from '#lib/device/webLock.ts';
import { db } from '#lib/store/database.ts';
import { closeForGood } from '#lib/store/connection.ts';
import { StorageError } from '#lib/store/storageError.ts';
import { isErasing, markErasing, onErasing } from './mark.ts';

/*
 * Erasing that was cut off, by a closed tab or by a browser that was killed, is finished by a tab that
 * is open, or by whichever starts next, before it has shown anything.
 */

let finish: (() => Promise<void>) | undefined;

/**
 * Says what erases the rest. Without it, as in a service worker, nothing is read or written.
 *
 * @param reload begins this tab anew where another one couldn't erase
 */
export function whenUnfinished(erase: () => Promise<void>, reload: () => void): void {
  finish = erase;
  onErasing(resume, reload);
  // A page that was held for "back" heard of nothing.
  addEventListener('pageshow', resumeIfMarked);
  resumeIfMarked();
}

function resumeIfMarked(): void {
  if (isErasing()) resume();
}

db.on(
  'ready',
  async (opened) => {
    if (!(await opened.table('device').get('erasing'))) return;
    markErasing();
    resume();
    throw new StorageError('erased');
  },
  true
);

function resume(): void {
  if (finish) void alone(ERASING, finishOnce);
  closeForGood();
}

/** Another tab may have been faster: by now somebody may have begun anew. */
async function finishOnce(): Promise<void> {
  if (!(await isNoted())) {
    // The tab that pressed may have failed just now, or be through: its word may still be on the way.
    await new Promise((resolve) => setTimeout(resolve, GRACE));
    if (!isErasing()) return;
  }
  await finish?.();
}

/** How long what another tab has written to localStorage may take to arrive, in milliseconds. */
const GRACE = 2000;

/** How long it may take to look, in milliseconds. */
const PATIENCE = 10_000;

/** Whether the database has the note: where localStorage is full or refused, that alone tells. */
function isNoted(): Promise<boolean> {
  return new Promise((resolve) => {
    const opening = (indexedDB as IDBFactory).open(db.name);
    // To look must not make one.
    opening.onupgradeneeded = () => opening.transaction?.abort();
    opening.onerror = () => resolve(false);
    // Who holds up the deletion of the one before holds up this too.
    setTimeout(() => resolve(false), PATIENCE);
    opening.onsuccess = () => {
      const { result } = opening;
      if (!result.objectStoreNames.contains('device')) return result.close();
      const counting = result.transaction('device').objectStore('device').count('erasing');
      counting.onerror = () => resolve(false);
      counting.onsuccess = () => resolve(counting.result > 0);
      result.close();
    };
  });
}
