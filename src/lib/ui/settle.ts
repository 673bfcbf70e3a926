/** How long what has moved is not to be pressed, in milliseconds: a double tap is shorter. */
const SETTLING = 400;

/**
 * To be attached to what comes and goes among other things, and moves them. For a moment no finger
 * presses anything on the page: it was on its way to what stood there before. Keys and screen
 * readers are not held up.
 */
export function movesOthers(element: Element): () => void {
  const page = element.closest('main');
  const { pathname } = location;
  const settle = () => page?.animate({ pointerEvents: ['none', 'none'] }, SETTLING);
  settle();
  return () => {
    // Where it goes with its whole page, another one has come.
    if (location.pathname === pathname) settle();
  };
}
