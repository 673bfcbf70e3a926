import { m } from '#i18n/paraglide/messages.js';

const FAULTS = {
  full: m.fault_full,
  outdated: m.fault_outdated,
  erased: m.fault_erased,
  lost: m.fault_lost,
  gone: m.fault_gone,
  changed: m.fault_changed,
  locked: m.fault_locked,
  damaged: m.fault_damaged,
  unloaded: m.fault_unloaded,
  unavailable: m.fault_unavailable,
  failed: m.fault_failed
};

/** Why something could not be read or written, and what helps. */
export function faultWords(fault: keyof typeof FAULTS): string {
  return FAULTS[fault]();
}
