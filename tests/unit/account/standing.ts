import { accountDays, NOTHING } from '#lib/account/model/balance.ts';

/** Where the account stands at the end of the last of these days. */
export function standingOf(...days: Parameters<typeof accountDays>) {
  return [...accountDays(...days)].at(-1) ?? NOTHING;
}
