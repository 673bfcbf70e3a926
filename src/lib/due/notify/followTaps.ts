import { OPEN_CHECK_IN, OPEN_DUE, OPEN_PAUSE } from '#lib/reminders/notify/askWorker.ts';
import { goTo } from '#lib/ui/navigation.ts';

/**
 * Goes where a notification that was tapped leads, until the function returned is called. The worker
 * says so once: whoever listens too late never hears of it.
 */
export function followTaps(): () => void {
  const { serviceWorker } = navigator;
  serviceWorker?.addEventListener('message', open);
  return () => serviceWorker?.removeEventListener('message', open);
}

function open({ data }: MessageEvent): void {
  if (data === OPEN_DUE) goTo('/?due');
  if (data === OPEN_PAUSE) goTo('/practice/pause');
  if (data === OPEN_CHECK_IN) goTo('/practice/check-in');
}
