/** How long the page ignores fingers after a move, in milliseconds: longer than a double tap. */
const SETTLING = 400;

/** How soon after one card has gone the next counts as its successor, in milliseconds. */
const FOLLOWING = 2000;

/** When the last card went, in milliseconds since the page was opened. */
let goneAt = -Infinity;

/**
 * Makes the page ignore fingers for a moment when the element goes, or comes in the place of another:
 * a finger may be on its way to what was there before. The first card of a page holds nobody up;
 * keys and screen readers are never held up.
 */
export function movesOthers(element: Element): () => void {
  const page = element.closest('main');
  const { pathname } = location;
  const settle = () => page?.animate({ pointerEvents: ['none', 'none'] }, SETTLING);
  if (performance.now() - goneAt < FOLLOWING) settle();
  return () => {
    // The whole page has gone: nothing moved under the finger.
    if (location.pathname !== pathname) return;
    goneAt = performance.now();
    settle();
  };
}
