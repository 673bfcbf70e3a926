import { resolve } from '$app/paths';
import { clearKeys, whatIsLeft, type Remains } from './store/erase.ts';

/** The scope of this app's service worker. */
export const scope = () => new URL(resolve('/'), location.href).href;

/** Looks up in the browser what is left of the app. */
export function left(): Promise<Remains> {
  return whatIsLeft(scope());
}

/**
 * Keeps Kit from storing the scroll position whenever the page is hidden: nothing may be stored here.
 * Returns a function that ends this.
 */
export function keepNoKeys(): () => void {
  addEventListener('visibilitychange', clearKeys);
  addEventListener('pagehide', clearKeys);
  return () => {
    removeEventListener('visibilitychange', clearKeys);
    removeEventListener('pagehide', clearKeys);
  };
}
