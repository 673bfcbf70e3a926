import { m } from '#i18n/paraglide/messages.js';

/**
 * How far back the balance can be shown, in weeks; Infinity is all of it. The full name begins with the
 * short one, which is what the eye sees.
 */
export const RANGES = [
  { weeks: 4, short: m.range_4, name: m.range_4_name },
  { weeks: 12, short: m.range_12, name: m.range_12_name },
  { weeks: 26, short: m.range_26, name: m.range_26_name },
  { weeks: 52, short: m.range_52, name: m.range_52_name },
  { weeks: Infinity, short: m.range_all, name: m.range_all_name }
] as const;
