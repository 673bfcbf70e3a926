import { m } from '#i18n/paraglide/messages.js';
import type { Weakness } from '../model/weakPassphrase.ts';

const WORDS: Record<Weakness, () => string> = {
  blank: m.passphrase_blank,
  short: m.data_passphrase_short,
  repeated: m.passphrase_repeated,
  common: m.passphrase_common
};

/** Why a passphrase is not taken; empty where it is. What knows the common ones is loaded for this. */
export async function weakWords(passphrase: string): Promise<string> {
  const { weaknessOf } = await import('../model/weakPassphrase.ts');
  const weakness = weaknessOf(passphrase);
  return weakness ? WORDS[weakness]() : '';
}
