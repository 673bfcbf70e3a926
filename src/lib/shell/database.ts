import { openDatabase } from './openDatabase.ts';

// On a page the ciphers come when there is something to open, and never where the lock is off.
openDatabase(
  () => import('#lib/lock/store/encryptedTable.ts'),
  () => import('./spareLock.ts').then(({ findSpareLock }) => findSpareLock())
);
