// Inline in every page, before anything else runs. It sets what must not flash, and keeps the taps
// that come before the app can answer them; routes/pad.svelte.ts takes them over.
(() => {
  const root = document.documentElement;
  let isLocked = false;
  try {
    // The prerendered page stays unseen until the app knows (app.css). Safety is never locked.
    isLocked = localStorage.getItem('toward.locked') !== null;
    if (isLocked && !/\/safety\/?$/.test(location.pathname)) root.dataset.locked = '';
    const stored = JSON.parse(localStorage.getItem('toward.preferences') || '{}');
    if (stored.theme === 'light' || stored.theme === 'dark') root.dataset.theme = stored.theme;
    if (stored.welcomed === true) root.dataset.welcomed = '';
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
})();
