/**
 * Locks at the moment in which src/early.js lets go of the page: its memory may outlive it, in the
 * browser's cache of pages to go back to.
 */
export async function lockOnLeaving(): Promise<void> {
  const { dropKey } = await import('../store/keyExchange.ts');
  addEventListener('toward:leave', dropKey);
}
