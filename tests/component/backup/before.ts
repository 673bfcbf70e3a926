import '#lib/shell/database.ts';
import { record } from '#lib/account/store/ledger.ts';
import { emptyAccount } from '#lib/backup/store/importAccount.ts';
import { entry } from '../ground.ts';
import { seal } from '../lock/key.ts';

// An earlier visit: it begins anew, logs twice, turns the lock on, and is over.
await emptyAccount();
await record(entry(1));
await record(entry(2));
await seal();
postMessage('done');
