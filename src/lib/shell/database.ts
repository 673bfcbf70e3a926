import { openDatabase } from './openDatabase.ts';

// On a page the ciphers come when there is something to open, and never where the lock is off.
openDatabase({
  ciphers: () => import('#lib/lock/store/encryptedTable.ts'),
  spareLock: () => import('./spareLock.ts').then(({ findSpareLock }) => findSpareLock()),
  outside: () => import('#lib/backup/copy/nextCopy.ts'),
  erase: {
    finish: () => import('./erase/eraseAll.ts').then(({ eraseLeft }) => eraseLeft()),
    reload: () => location.reload()
  }
});
