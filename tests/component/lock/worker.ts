import { openLock, opensRows } from '#lib/lock/store/encryptedTable.ts';
import { lock } from '#lib/lock/store/session.ts';
import { openDatabase } from '#lib/shell/openDatabase.ts';
import { findSpareLock } from '#lib/shell/spareLock.ts';
import { db } from '#lib/store/database.ts';

// As the service worker does: it has no localStorage.
openDatabase({
  ciphers: () => Promise.resolve({ openLock, opensRows }),
  spareLock: findSpareLock
});
await db.open();
postMessage(lock.current);
