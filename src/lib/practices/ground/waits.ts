import { m } from '#i18n/paraglide/messages.js';

/** Wins of somebody who didn't act on the urge for reassurance, as they're saved. */
export const waits = (): readonly string[] => [
  m.ground_win_waited(),
  m.ground_win_not_again(),
  m.ground_win_phone()
];
