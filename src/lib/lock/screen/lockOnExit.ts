import { dropKey } from '../store/keyExchange.ts';

/**
 * Locks at the moment in which src/early.js lets go of the page: its memory may outlive it, in the
 * browser's cache of pages to go back to.
 */
export function lockOnLeaving(): void {
  addEventListener('toward:leave', () => void dropKey());
}
