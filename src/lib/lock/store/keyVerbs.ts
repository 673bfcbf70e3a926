import { lazy } from '#lib/store/lazy.ts';

/*
 * What takes passphrases and keys. Apart from index.ts, which every page loads: the ciphers come only
 * to whoever opens or changes a lock. Nothing here is remembered, so none of it is of `lazyWrites`.
 */

export const { bringTriesBack, prove, unlock } = lazy(() => import('./unlock.ts'));
export const { deleteDamaged, rekeyDatabase, sealDatabase, unsealDatabase } = lazy(
  () => import('./turnLock.ts')
);
export const loadChangeLock = () => import('./changeLock.ts');
export const { addPasskey, askAgain, newLock, removePasskey } = lazy(loadChangeLock);
