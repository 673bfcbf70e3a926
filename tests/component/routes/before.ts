import { record } from '#lib/db/ledger.ts';
import { emptyAccount } from '#lib/db/transfer.ts';
import { entry } from '../db/ground.ts';
import { seal } from '../db/lock/key.ts';

// An earlier visit: it begins anew, logs twice, turns the lock on, and is over.
await emptyAccount();
await record(entry(1));
await record(entry(2));
await seal();
postMessage('done');
