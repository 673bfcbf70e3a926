/**
 * The heading of what has just come takes the focus, so that it is read out and the keys go on
 * from there. It is in view then, also where what stands below it is taller than the screen.
 */
export function comeForward(heading: HTMLElement): void {
  heading.focus({ preventScroll: true });
  const section = heading.closest('section');
  const isAbove = (section?.getBoundingClientRect().top ?? 0) < 0;
  section?.scrollIntoView({ block: isAbove ? 'start' : 'nearest' });
}
