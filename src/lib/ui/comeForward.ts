/**
 * Focuses and shows the heading of what has just appeared, so that it is read out and the keyboard
 * goes on from there.
 */
export function comeForward(heading: HTMLElement): void {
  heading.focus({ preventScroll: true });
  const section = heading.closest('section');
  const isAbove = (section?.getBoundingClientRect().top ?? 0) < 0;
  section?.scrollIntoView({ block: isAbove ? 'start' : 'nearest' });
}
