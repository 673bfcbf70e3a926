import { dropKey } from '../store/keyExchange.ts';

/**
 * Locks the app when src/early.js hides the page on a quick exit: the page's memory may live on in
 * the browser's cache of pages to go back to.
 */
export function lockOnLeaving(): void {
  addEventListener('toward:leave', () => void dropKey());
}
