import type { Danger, Leads } from '#lib/language/index.ts';
import type { PauseFacts } from './record.ts';

/** Where a pause can lead on to. */
export type NextStep = 'safety' | 'fear' | 'thought' | 'gently' | 'questions';

/** Chooses the one step to offer after a pause, by what was written in it. */
export function nextStep({ feeling, because }: PauseFacts, rules: Danger & Leads): NextStep {
  if (rules.speaksOfDanger(`${feeling} ${because}`)) return 'safety';
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
