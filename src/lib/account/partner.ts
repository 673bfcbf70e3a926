import { account } from './account.svelte.ts';

/** A message that tells of the partner. */
export type PartnerWords = (inputs: { partner: string }) => string;

/**
 * What messages call the partner: the name that was given, or 'they', for which a message has words of
 * its own. Readable in runes. Never for what others may see: notifications, calendars, titles, files.
 */
export function partner(): string {
  return account.partner || 'they';
}
