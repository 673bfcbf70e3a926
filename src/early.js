// Inline in every page, before anything else runs. It sets what must not flash, keeps the taps that
// come before the app can answer them (account/log/pad.svelte.ts takes them over), holds back the
// browser's offer to install (shell/installOffer.svelte.ts does), and lets go of the page at once where
// the person leaves.
(() => {
  const root = document.documentElement;
  /** What this device is told (store/preferences.ts); throws without storage. */
  const preferences = () => JSON.parse(localStorage.getItem('toward.preferences') || '{}');
  let isLocked = false;
  try {
    // The prerendered page stays unseen until the app knows (app.css). Safety is never locked.
    isLocked = localStorage.getItem('toward.locked') !== null;
    const mayHide = !/\/safety\/?$/.test(location.pathname);
    if (isLocked && mayHide) root.dataset.locked = '';
    const stored = preferences();
    if (stored.forTwo === true && mayHide) root.dataset.locked = '';
    if (stored.theme === 'light' || stored.theme === 'dark') root.dataset.theme = stored.theme;
    if (stored.welcomed === true) root.dataset.welcomed = '';
    if (stored.covered === true) root.dataset.covered = '';
    if (stored.ownActs === true) root.dataset.ownActs = '';
  } catch {
    // Without storage the page looks as it does at first.
  }
  /** @type {EarlyTap[]} */
  const taps = [];
  /** @param {MouseEvent} event */
  const keep = (event) => {
    const button = event.target instanceof Element && event.target.closest('[data-tap]');
    if (button instanceof HTMLElement) taps.push({ tap: button.dataset.tap, at: Date.now() });
  };
  window.stopEarlyTaps = () => {
    removeEventListener('click', keep);
    return taps.splice(0);
  };
  if (!isLocked) addEventListener('click', keep);

  // The browser's own offer to install the app, which would lie over the pad.
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    window.installEvent = event;
  });

  const [arrival] = performance.getEntriesByType('navigation');
  // By an address, a link or an icon it is opened anew.
  const isAgain = arrival && 'type' in arrival && /back|reload/.test(String(arrival.type));

  // What a shortcut asks for is taken out of the address at once, and asked once.
  const query = new URLSearchParams(location.search);
  const asked = query.get('s') ?? query.get('tap');
  if (asked !== null) history.replaceState(history.state, '', location.origin + location.pathname);
  /** @type {EarlyTap | undefined} */
  let shortcut = asked && !isAgain ? { tap: asked, at: Date.now() } : undefined;
  window.takeShortcut = () => {
    const taken = shortcut;
    shortcut = undefined;
    return taken;
  };

  const left = 'toward.left';
  const manifest = document.querySelector('link[rel="manifest"]');
  // Now, since the link is relative and moving about in the app changes the address.
  const away = new URL('measures/', manifest instanceof HTMLLinkElement ? manifest.href : '/');
  /** @type {BroadcastChannel | undefined} */
  let tabs;
  try {
    tabs = new BroadcastChannel('toward.lock');
    tabs.onmessage = ({ data }) => {
      if (data.what === 'leave') vanish();
    };
  } catch {
    // Where it may store nothing, a browser may refuse this too: other tabs show nothing of anyone's.
  }

  /** Shows nothing from here on, locks, and gives this page's place in the history to another one. */
  const vanish = () => {
    root.hidden = true;
    document.title = root.dataset.away ?? '';
    try {
      sessionStorage.setItem(left, '');
    } catch {
      // Without storage the way back shows the app.
    }
    dispatchEvent(new Event('toward:leave'));
    location.replace(away);
  };
  const leave = () => {
    vanish();
    tabs?.postMessage({ what: 'lock' });
    tabs?.postMessage({ what: 'leave' });
  };

  const isLeft = () => {
    try {
      return sessionStorage.getItem(left) !== null;
    } catch {
      return false;
    }
  };
  // Back, forward and reload show nothing.
  if (isAgain && isLeft()) vanish();
  else if (isLeft()) sessionStorage.removeItem(left);
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted && isLeft()) vanish();
  });

  addEventListener(
    'click',
    (event) => {
      if (!(event.target instanceof Element && event.target.closest('[data-leave]'))) return;
      event.stopImmediatePropagation();
      leave();
    },
    true
  );

  // Shift three times within two seconds and nothing else between, where that was chosen: screen
  // readers and Sticky Keys press it too.
  const isChosen = () => {
    try {
      return preferences().shiftExit === true;
    } catch {
      return false;
    }
  };
  /** @type {number[]} */
  let presses = [];
  let isBare = false;
  const spoil = () => {
    presses = [];
    isBare = false;
  };
  addEventListener('pointerdown', spoil, true);
  addEventListener('wheel', spoil, { capture: true, passive: true });
  /** @param {KeyboardEvent} event */
  const isAlone = ({ key, target, isComposing, ctrlKey, altKey, metaKey }) =>
    key === 'Shift' &&
    !(ctrlKey || altKey || metaKey || isComposing) &&
    !(target instanceof Element && target.closest('input, textarea, select, [contenteditable]'));
  addEventListener(
    'keydown',
    (event) => {
      if (isAlone(event)) isBare = true;
      else spoil();
    },
    true
  );
  addEventListener(
    'keyup',
    ({ key, timeStamp }) => {
      if (key !== 'Shift' || !isBare) return;
      presses = [...presses.filter((at) => timeStamp - at < 2000), timeStamp];
      isBare = false;
      if (presses.length === 3 && isChosen()) leave();
    },
    true
  );
})();
