import '#lib/shell/database.ts';
import { record } from '#lib/account/store/ledger.ts';
import { dropKey } from '#lib/lock/store/keyExchange.ts';
import { lock } from '#lib/lock/store/session.ts';
import { allTallies } from '#lib/account/store/queries.ts';
import { entry } from '../ground.ts';

// Another tab, with a connection of its own. It does what it is told and says how that went.
addEventListener('message', async ({ data }: MessageEvent<'look' | 'lock' | number>) => {
  try {
    if (data === 'lock') dropKey();
    else if (data === 'look') await allTallies();
    else await record(entry(data));
    postMessage(lock.current);
  } catch (error) {
    postMessage(String(error));
  }
});
