import { addUnsaved, dropUnsaved } from '#lib/lock/store/unsaved.ts';
import { hold, release } from '#lib/store/held.ts';
import { leave, rememberIn } from '#lib/store/pendingWrites.ts';

/** Remembers, from now on, what is being written when the page is left. */
export function rememberWrites(): void {
  rememberIn({ add: addUnsaved, drop: dropUnsaved });
  addEventListener('pagehide', ({ persisted }) => {
    leave(true);
    if (persisted) hold();
  });
  addEventListener('pageshow', () => {
    leave(false);
    if (release()) location.reload();
  });
  // src/early.js says so while the key is still there.
  addEventListener('toward:leave', () => leave(true));
  document.addEventListener('visibilitychange', () => leave(document.visibilityState === 'hidden'));
}
