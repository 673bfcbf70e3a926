import { afterNavigate } from '$app/navigation';
import { takesFocus } from '#lib/ui/keepFocus.ts';

/**
 * Focuses the heading of each page that is gone to, or the part of it that the address names: a screen
 * reader reads it, and the keys go on from there. Whatever took the focus by itself keeps it. Call while
 * the layout is made.
 */
export function hearPages(): void {
  afterNavigate(({ from, to, type }) => {
    const isSamePage = from?.url.pathname === to?.url.pathname;
    if (type === 'enter' || isSamePage || document.activeElement !== document.body) return;
    const part = document.getElementById(to?.url.hash.slice(1) ?? '');
    const heading = document.querySelector<HTMLElement>('main h1');
    [part, heading].some((one) => one && takesFocus(one));
  });
}
