/** How long what has moved is not to be pressed, in milliseconds: a double tap is shorter. */
const SETTLING = 400;

/** How long after one has gone the next may come for the same finger, in milliseconds. */
const FOLLOWING = 2000;

/** When the last one went, in milliseconds since the page was opened. */
let goneAt = -Infinity;

/**
 * To be attached to what goes and makes room for the next, and moves others. For a moment no finger
 * presses anything on the page: it was on its way to what stood there before. The first to come holds
 * nobody up, nor are keys and screen readers held up ever.
 */
export function movesOthers(element: Element): () => void {
  const page = element.closest('main');
  const { pathname } = location;
  const settle = () => page?.animate({ pointerEvents: ['none', 'none'] }, SETTLING);
  if (performance.now() - goneAt < FOLLOWING) settle();
  return () => {
    // Where it goes with its whole page, another one has come.
    if (location.pathname !== pathname) return;
    goneAt = performance.now();
    settle();
  };
}
