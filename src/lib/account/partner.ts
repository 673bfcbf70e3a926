import { account } from './account.svelte.ts';

/**
 * What messages call the partner: the name that was given, or 'they', for which a message has words of
 * its own. Readable in runes. Never for what others may see: notifications, calendars, titles, files.
 */
export function partner(): string {
  return account.partner || 'they';
}
