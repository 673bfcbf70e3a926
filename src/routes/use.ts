/** What counts as use of the app. */
const SIGNS = ['pointerdown', 'pointermove', 'touchstart', 'keydown', 'wheel', 'scroll'] as const;

/** So often, at most, other tabs are told that this one is in use, in milliseconds. */
const TELL_EVERY = 1000;

/**
 * Calls back once the app was not used for so many milliseconds, in this tab and in all others. It
 * goes by the clock and not by a timer, which stands still while a device sleeps. Ends when the
 * function returned is called.
 *
 * @param isHeld something runs on the screen that the person just looks at: that is use too
 */
export function watchUse(patience: number, isHeld: () => boolean, onidle: () => void): () => void {
  const channel = new BroadcastChannel('toward.use');
  const stop = new AbortController();
  const how = { capture: true, passive: true, signal: stop.signal };
  let usedAt = Date.now();
  let toldAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** A clock that was set back says nothing of how long it was. */
  const left = () => patience - Math.max(0, Date.now() - usedAt);
  const look = () => {
    clearTimeout(timer);
    if (left() <= 0 && isHeld()) usedAt = Date.now();
    if (left() <= 0) onidle();
    else timer = setTimeout(look, left());
  };
  const use = () => {
    // The first touch after a long rest comes too late.
    if (left() <= 0) return look();
    usedAt = Date.now();
    if (Math.abs(usedAt - toldAt) < TELL_EVERY) return;
    toldAt = usedAt;
    channel.postMessage('used');
  };

  for (const sign of SIGNS) addEventListener(sign, use, how);
  for (const back of ['pageshow', 'focus']) addEventListener(back, look, how);
  document.addEventListener('visibilitychange', look, how);
  channel.addEventListener('message', () => (usedAt = Date.now()));
  look();
  return () => {
    stop.abort();
    clearTimeout(timer);
    channel.close();
  };
}

/**
 * Calls back when the page goes out of sight, but for the choice of a file: on a phone that hides the
 * page too. Ends when the function returned is called.
 */
export function watchHiding(onhide: () => void): () => void {
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
  return () => stop.abort();
}
