import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startIdle } from '#lib/lock/screen/autoLock.svelte.ts';
import { locking } from '#lib/lock/screen/locking.svelte.ts';
import { watchHiding, watchUse } from '#lib/lock/screen/watchUse.ts';
import { lock } from '#lib/lock/store/session.ts';
import { startAnew } from '../ground.ts';
import { keepRow, seal } from './key.ts';

describe('whether the app is used', () => {
  const MINUTE = 60_000;
  const DAY = 24 * 60 * MINUTE;

  let stop: () => void;
  let time = { device: 0, page: 0 };
  const clocks = { device: () => time.device, page: () => time.page };
  const onidle = vi.fn();
  /** So much later, the device's clock having been moved by the person as well. */
  const pass = (ms: number, moved = 0) => {
    time = { device: time.device + ms + moved, page: time.page + ms };
  };
  const look = () => dispatchEvent(new Event('focus'));
  const touch = () => dispatchEvent(new Event('pointerdown'));

  beforeEach(() => {
    time = { device: 40 * DAY, page: 500 };
    onidle.mockReset();
  });
  afterEach(() => stop());

  function watch(patience = MINUTE, isHeld = () => false): void {
    stop = watchUse(patience, isHeld, onidle, clocks);
  }

  test('idle after so long without use, also where the first touch comes too late', () => {
    watch();
    pass(MINUTE - 1);
    touch();
    pass(MINUTE - 1);
    look();
    expect(onidle).not.toHaveBeenCalled();
    pass(1);
    touch();
    expect(onidle).toHaveBeenCalledOnce();
  });

  test('a clock that was set back does not put it off', () => {
    watch();
    pass(MINUTE - 1, -DAY);
    look();
    expect(onidle).not.toHaveBeenCalled();
    pass(1);
    look();
    expect(onidle).toHaveBeenCalledOnce();
  });

  test('asleep, where the other clock stands still, it counts from where the clock was set back to', () => {
    watch();
    pass(0, -DAY);
    look();
    time.device += MINUTE;
    look();
    expect(onidle).toHaveBeenCalledOnce();
  });

  test('nobody needs to touch anything for it', async () => {
    const page = () => performance.now();
    stop = watchUse(40, () => false, onidle, { page, device: () => DAY - page() });
    await expect.poll(() => onidle.mock.calls.length).toBe(1);
  });

  test('use in another tab counts, by the clock of this one', async () => {
    watch();
    const [other, later] = [1, 2].map(() => new BroadcastChannel('toward.use'));
    // It was opened after the one that is watched, so it hears after that.
    const heard = new Promise((resolve) => later?.addEventListener('message', resolve));
    pass(MINUTE - 1, -DAY);
    other?.postMessage('used');
    await heard;
    pass(MINUTE - 1);
    look();
    expect(onidle).not.toHaveBeenCalled();
    pass(1);
    look();
    expect(onidle).toHaveBeenCalledOnce();
    other?.close();
    later?.close();
  });

  test('what is just looked at counts as use', () => {
    let isHeld = true;
    watch(MINUTE, () => isHeld);
    pass(MINUTE);
    look();
    isHeld = false;
    pass(MINUTE - 1);
    look();
    expect(onidle).not.toHaveBeenCalled();
    pass(1);
    look();
    expect(onidle).toHaveBeenCalledOnce();
  });

  /** Tells the page whether it is in sight. */
  function show(state: DocumentVisibilityState): void {
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
    document.dispatchEvent(new Event('visibilitychange'));
  }

  test('out of sight it calls back; at once only where the page may have gone before', () => {
    const onhide = vi.fn();
    show('hidden');
    watchHiding(onhide)();
    expect(onhide).not.toHaveBeenCalled();
    watchHiding(onhide, true)();
    expect(onhide).toHaveBeenCalledOnce();
    stop = watchHiding(onhide);
    show('visible');
    expect(onhide).toHaveBeenCalledOnce();
    show('hidden');
    expect(onhide).toHaveBeenCalledTimes(2);
    vi.restoreAllMocks();
  });
});

describe('the lock by itself', () => {
  beforeEach(async () => {
    await startAnew();
    await seal();
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  });

  /** That it locks out of sight, as it is kept. */
  const keepHiding = () => keepRow({ rules: { idleMinutes: null, onHide: true } });

  const isLocked = () => lock.current === 'locked';
  const hide = () => document.dispatchEvent(new Event('visibilitychange'));

  test('a page that went out of sight before the rule was known locks at once', async () => {
    await keepHiding();
    const stop = await startIdle(locking, true);
    await expect.poll(isLocked).toBe(true);
    stop();
  });

  test('one that was never in sight locks only once it goes out of it', async () => {
    await keepHiding();
    locking.hidesSoon = true;
    const stop = await startIdle(locking, false);
    // The rule is known.
    await expect.poll(() => locking.hidesSoon).toBe(false);
    expect(locking.isOpen).toBe(true);
    hide();
    await expect.poll(isLocked).toBe(true);
    stop();
  });

  test('where it was just chosen it holds before it is written', async () => {
    const stop = await startIdle(locking, false);
    locking.hidesSoon = true;
    await expect.poll(() => hide() && isLocked()).toBe(true);
    locking.hidesSoon = false;
    stop();
  });
});
