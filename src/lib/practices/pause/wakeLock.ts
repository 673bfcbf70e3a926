/**
 * Keeps the screen from going dark, as far as the browser lets us. It lets go whenever the page goes
 * out of sight: on return the screen is held again. Ends when the function returned is called.
 */
export function keepAwake(): () => void {
  let isOver = false;
  let held: WakeLockSentinel | undefined;
  const hold = async () => {
    if (isOver || document.visibilityState !== 'visible' || (held && !held.released)) return;
    try {
      const lock = await navigator.wakeLock?.request('screen');
      const isHeld = held && !held.released;
      if (isOver || isHeld) await lock?.release();
      else held = lock;
    } catch {
      // Refused, for example to save power: the pause goes on all the same.
    }
  };
  void hold();
  document.addEventListener('visibilitychange', hold);
  return () => {
    isOver = true;
    document.removeEventListener('visibilitychange', hold);
    void held?.release().catch(() => undefined);
  };
}
