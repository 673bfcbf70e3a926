import { ifRead, live } from '#lib/store/live.ts';
import { whileReadable } from '#lib/store/whileReadable.svelte.ts';
import { idle } from '#lib/ui/painted.ts';
import { loadRinging, loadSources, renew } from './store/index.ts';

const lives = whileReadable(() => ({
  row: live(loadRinging, 'ringRow'),
  sources: live(loadSources, 'ringSources')
}));

/** That this device is rung while the app is closed, as every page reads it. */
export const ring = {
  /** What it and its relay know of each other; undefined where it isn't rung, and until that is known. */
  get row() {
    return lives.current?.row.current;
  }
};

/**
 * Keeps the plan that the relay has in step with the reminders, for as long as the page is open. Where
 * ringing is off nothing is read, planned or asked for.
 */
export function startRinging(): () => void {
  let isStart = true;
  const renewSoon = async () => {
    try {
      await idle();
      const registration = await navigator.serviceWorker?.getRegistration();
      if (!registration) return;
      const first = isStart;
      isStart = false;
      await renew(registration, first);
    } catch {
      // The next change, or the next start, tries again.
    }
  };
  return $effect.root(() => {
    const isOn = $derived(ifRead(() => ring.row) !== undefined);
    $effect(() => {
      if (isOn && ifRead(() => lives.current?.sources.current)) void renewSoon();
    });
    $effect(() => {
      if (!isOn) return;
      addEventListener('online', renewSoon);
      return () => removeEventListener('online', renewSoon);
    });
  });
}
