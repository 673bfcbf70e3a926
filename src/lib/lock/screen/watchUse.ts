import { openChannel } from '#lib/device/channel.ts';

/** What counts as use of the app. */
const SIGNS = ['pointerdown', 'pointermove', 'touchstart', 'keydown', 'wheel', 'scroll'] as const;

/** How often, at most, other tabs hear that this one is in use, in milliseconds. */
const TELL_EVERY = 1000;

/** Two clocks that measure how long nobody used the app. Both in milliseconds. */
interface Clocks {
  /** The device's clock. It can be set back. */
  readonly device: () => number;
  /** Since the page was opened. It may stand still while the device sleeps. */
  readonly page: () => number;
}

const CLOCKS: Clocks = { device: () => Date.now(), page: () => performance.now() };

/**
 * Calls back once nobody has used the app for so many milliseconds, in this tab or any other. Goes by
 * whichever clock says more, and not by a timer, which stops while a device sleeps. Stops when the
 * returned function is called.
 *
 * @param isHeld whether the person just looks at something that runs on the screen: that's use too
 */
export function watchUse(
  patience: number,
  isHeld: () => boolean,
  onidle: () => void,
  clocks = CLOCKS
): () => void {
  const channel = openChannel('toward.use');
  const stop = new AbortController();
  const how = { capture: true, passive: true, signal: stop.signal };
  let usedAt: Record<keyof Clocks, number>;
  let toldAt = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const markUsed = () => (usedAt = { device: clocks.device(), page: clocks.page() });
  const left = () => {
    // From the moment that the clock was set back, it measures as well as before.
    usedAt.device = Math.min(usedAt.device, clocks.device());
    return patience - Math.max(clocks.device() - usedAt.device, clocks.page() - usedAt.page);
  };
  const look = () => {
    clearTimeout(timer);
    if (left() <= 0 && isHeld()) markUsed();
    if (left() <= 0) onidle();
    else timer = setTimeout(look, left());
  };
  const use = () => {
    // The first touch after a long rest doesn't undo the rest.
    if (left() <= 0) return look();
    markUsed();
    if (usedAt.page - toldAt < TELL_EVERY) return;
    toldAt = usedAt.page;
    channel?.postMessage('used');
  };

  for (const sign of SIGNS) addEventListener(sign, use, how);
  for (const back of ['pageshow', 'focus']) addEventListener(back, look, how);
  document.addEventListener('visibilitychange', look, how);
  channel?.addEventListener('message', markUsed);
  markUsed();
  look();
  return () => {
    stop.abort();
    clearTimeout(timer);
    channel?.close();
  };
}

/**
 * Calls back when the page goes out of sight, but for the choice of a file: on a phone that hides the
 * page too. Ends when the function returned is called.
 *
 * @param mayBeGone the page may have gone before this was called: then it calls back at once
 */
export function watchHiding(onhide: () => void, mayBeGone = false): () => void {
  const stop = new AbortController();
  const how = { capture: true, signal: stop.signal };
  let isPicking = false;
  const pick = ({ type, target }: Event) => {
    if (target instanceof HTMLInputElement && target.type === 'file') isPicking = type === 'click';
  };
  const look = () => {
    if (document.visibilityState === 'visible') isPicking = false;
    else if (!isPicking) onhide();
  };
  for (const step of ['click', 'change', 'cancel']) addEventListener(step, pick, how);
  document.addEventListener('visibilitychange', look, how);
  if (mayBeGone) look();
  return () => stop.abort();
}
