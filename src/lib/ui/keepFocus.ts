/** Where no element had the focus. */
const NOWHERE = () => undefined;

/**
 * Remembers an element and all that holds it. The function returned focuses it, or where it's gone
 * the nearest that is still there: the keyboard and a screen reader go on from that place.
 */
export function wayBackTo(element: Element | null): () => void {
  const path: HTMLElement[] = [];
  for (let one = element; one && one !== document.body; one = one.parentElement) {
    if (one instanceof HTMLElement) path.push(one);
  }
  return () => path.some(takesFocus);
}

/**
 * Keeps the focus from falling to the body where what had it goes, is disabled or becomes inert. A
 * change of the page is left to the router.
 */
export function keepFocus(): void {
  let last: Element | undefined;
  let pathname = '';
  let goBack: () => void = NOWHERE;
  let isChecking = false;

  function remember({ target }: Event) {
    last = target as Element;
    ({ pathname } = location);
    goBack = wayBackTo(last);
  }

  function forget() {
    last = undefined;
    goBack = NOWHERE;
  }

  function check() {
    isChecking = false;
    const { activeElement } = document;
    const isLost = !activeElement || [document.body, last].includes(activeElement);
    if (!last || !isLost || isThere(last)) return;
    const isSamePage = pathname === location.pathname;
    const back = goBack;
    forget();
    if (isSamePage) back();
  }

  // A frame later, whoever knows a better place has given the focus to it.
  function checkSoon() {
    if (!last || isChecking) return;
    isChecking = true;
    requestAnimationFrame(check);
  }

  // What has lost the focus and is still there was left on purpose.
  function forgetLeft({ target, relatedTarget }: FocusEvent) {
    if (relatedTarget) return;
    requestAnimationFrame(() => {
      const isLeft = last === target && last !== document.activeElement;
      if (isLeft && last && isThere(last)) forget();
    });
  }

  document.addEventListener('focusin', remember);
  document.addEventListener('focusout', forgetLeft);
  // Whoever presses elsewhere has left what had the focus, whether or not that takes it.
  document.addEventListener('pointerdown', ({ target }) => {
    if (!last?.contains(target as Node)) forget();
  });
  new MutationObserver(checkSoon).observe(document.body, {
    subtree: true,
    childList: true,
    attributeFilter: ['class', 'disabled', 'hidden', 'inert']
  });
}

function isThere(element: Element): boolean {
  // Not checkVisibility(), which Safari has only from 17.4 on.
  const isSeen =
    element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible';
  return isSeen && !element.matches(':disabled, [inert], [inert] *');
}

/** Focuses an element, also one that the keys don't lead to. Returns whether it has the focus. */
export function takesFocus(element: HTMLElement): boolean {
  if (!isThere(element)) return false;
  element.focus({ preventScroll: true });
  if (document.activeElement === element) return true;
  if (element.hasAttribute('tabindex')) return false;
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
  const release = () => {
    // A window that loses the focus leaves it to the element, and gives it back.
    if (document.activeElement === element) return;
    element.removeAttribute('tabindex');
    element.removeEventListener('blur', release);
  };
  element.addEventListener('blur', release);
  release();
  return document.activeElement === element;
}
