import { holdsMedia } from '#lib/device/media.ts';

/** What is felt for a breath in, for a breath out, and when the time is up: milliseconds on, off, on. */
const PATTERNS = { in: [70], out: [40, 120, 40], end: [200, 150, 200] };

/** Whether this device can be felt. Computers have the function and nothing that moves. */
export function canTouch(): boolean {
  return 'vibrate' in navigator && holdsMedia('(pointer: coarse)');
}

/** Lets something be felt. Browsers refuse it, loudly, where nobody has touched the page. */
export function touch(what: keyof typeof PATTERNS): void {
  if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.(PATTERNS[what]);
}
