import { account } from '#lib/account/account.svelte.ts';
import { statementWords } from '#lib/account/weeks/words.ts';
import { preferences } from '#lib/store/preferences.ts';
import { today } from '#lib/time/clock.ts';
import type { Day } from '#lib/time/day.ts';

/** What the log says of the week that begins on a day, in a line; empty where it says nothing, or the numbers are hidden. */
export function weekLine(start: Day | undefined): string {
  const statement = account.statements?.find(({ week }) => week.start === start);
  return statement && !preferences.current.hideNumber ? statementWords(statement, today()) : '';
}
