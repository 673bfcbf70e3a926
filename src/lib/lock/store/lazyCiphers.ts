import { provideCiphers } from './keyExchange.ts';

// On a page the ciphers come when there is something to open, and never where the lock is off.
provideCiphers(() => import('./encryptedTable.ts'));
