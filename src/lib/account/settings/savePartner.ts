import { m } from '#i18n/paraglide/messages.js';
import { account } from '../account.svelte.ts';
import { partnerSetting } from '../model/partner.ts';
import { callPartner } from '../store/index.ts';
import type { Tell } from '#lib/ui/announcer.svelte.ts';

/**
 * Saves what the partner is called, says so and offers the undo. Resolves with whether it's saved.
 *
 * @param draft the key of its half-written form, which goes with it
 */
export async function savePartner(typed: string, tell: Tell, draft?: string): Promise<boolean> {
  const before = account.partner ?? '';
  const name = partnerSetting.read(typed);
  if (name === before) return true;
  return tell(
    name ? m.partner_saved({ name }) : m.partner_removed(),
    () => callPartner(before, name, draft),
    () => callPartner(name, before)
  );
}
