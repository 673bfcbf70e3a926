import type { Danger, Leads } from '#lib/language/index.ts';
import { pauseRecord, type PauseFacts } from './record.ts';

/** Where a pause can lead on to. */
export type NextStep = 'safety' | 'fear' | 'thought' | 'gently' | 'questions';

/** A feeling and its because, as one sentence: "afraid" and "of what they might do" say more together. */
export const feltIn = ({ feeling, because }: PauseFacts) => `${feeling} ${because}`;

/** Whether anything that was written in a pause speaks of danger. */
export function speaksOfDanger(pause: PauseFacts, rules: Danger): boolean {
  return [...pauseRecord.words(pause), feltIn(pause)].some(rules.speaksOfDanger);
}

/** Chooses the one step to offer after a pause, by what was written in it. */
export function nextStep(pause: PauseFacts, rules: Danger & Leads): NextStep {
  if (speaksOfDanger(pause, rules)) return 'safety';
  switch (rules.leadOf(feltIn(pause)) ?? rules.leadOf(pause.unsent ?? '')) {
    case 'future':
      return 'fear';
    case 'mind':
      return 'thought';
    case 'wish':
      return 'gently';
    default:
      return 'questions';
  }
}
