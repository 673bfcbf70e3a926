import { createSubscriber, MediaQuery } from 'svelte/reactivity';

const isDark = new MediaQuery('prefers-color-scheme: dark');
const isForced = new MediaQuery('forced-colors: active');
const isStill = new MediaQuery('prefers-reduced-motion: reduce');

const followTheme = createSubscriber((update) => {
  const observer = new MutationObserver(update);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
});

/**
 * Runs an effect again whenever the colours may have changed: for what is drawn, and so does not
 * follow the style sheet by itself.
 */
export function followColours(): void {
  followTheme();
  void isDark.current;
  void isForced.current;
}

/** Whether the reader has asked for less motion. Readable in runes. */
export function wantsStillness(): boolean {
  return isStill.current;
}
