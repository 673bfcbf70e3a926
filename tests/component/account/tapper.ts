import '#lib/shell/database.ts';
import { record } from '#lib/account/store/ledger.ts';
import { entry } from '../ground.ts';

// A second writer with a connection of its own: 200 entries, once it is told to go.
addEventListener('message', async () => {
  await Promise.all(Array.from({ length: 200 }, (_, number) => record(entry(1000 + number))));
  postMessage('done');
});
postMessage('ready');
