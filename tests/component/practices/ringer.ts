import '#lib/shell/database.ts';
import { claimRing } from '#lib/practices/pause/store/timer.ts';

// A second connection that wants to tell the same end as the page, once it is told to go.
addEventListener('message', async ({ data: now }) => {
  postMessage(await Promise.all(Array.from({ length: 30 }, () => claimRing(now))));
});
postMessage('ready');
