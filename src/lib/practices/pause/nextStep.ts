import type { Danger, Leads } from '#lib/language/index.ts';
import { pauseRecord, type PauseFacts } from './record.ts';

/** Where a pause can lead on to. */
export type NextStep = 'safety' | 'fear' | 'thought' | 'gently' | 'questions';

/** Chooses the one step to offer after a pause, by what was written in it. */
export function nextStep(pause: PauseFacts, rules: Danger & Leads): NextStep {
  const { feeling, because } = pause;
  // "afraid" and "of what they might do" say more together.
  const texts = [...pauseRecord.words(pause), `${feeling} ${because}`];
  if (texts.some(rules.speaksOfDanger)) return 'safety';
  switch (rules.leadOf(because)) {
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
