import { m } from '#i18n/paraglide/messages.js';
import type { Turn } from '../store/tables.ts';
import type { CodeFault } from '../model/recoveryCode.ts';
import { formatAmount } from '#lib/ui/format.ts';

const CODE_FAULTS: Record<CodeFault, () => string> = {
  character: m.lock_code_character,
  length: m.lock_code_length,
  slip: m.lock_code_slip
};

/** Tells what's wrong with a recovery code as it was typed. */
export function codeWords(fault: CodeFault): string {
  return CODE_FAULTS[fault]();
}

/** Tells why the lock didn't open. {@link waitWords} tells how long to wait. */
export function refusalWords(
  refusal: 'wrong' | 'wait' | 'none',
  by: 'passphrase' | 'recovery' | 'passkey'
): string {
  if (refusal === 'wait') return '';
  if (refusal === 'none') return m.lock_passkey_none();
  return by === 'recovery' ? m.lock_code_wrong() : m.lock_wrong();
}

const CUTS: Record<Turn, () => string> = {
  on: m.lock_cut_on,
  off: m.lock_cut_off,
  key: m.lock_cut_key
};

/** Tells what was interrupted, and that nothing was changed. */
export function cutWords(turn: Turn): string {
  return CUTS[turn]();
}

/** Tells how long to wait for the next try, given in milliseconds. */
export function waitWords(left: number): string {
  const count = Math.ceil(left / 1000);
  return m.lock_wait({ count, shown: formatAmount(count) });
}
