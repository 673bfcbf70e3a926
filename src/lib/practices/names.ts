import { m } from '#i18n/paraglide/messages.js';
import type { PracticeTable } from './registry.ts';

/** What the list of each practice is called. */
export const LIST_NAMES: Record<PracticeTable, () => string> = {
  groundings: m.practice_pause,
  questions: m.practice_questions,
  thoughts: m.practice_thought,
  fears: m.practice_fear,
  requests: m.practice_gently,
  apologies: m.practice_making_up,
  promises: m.practice_promises,
  agreements: m.practice_agreements,
  disclosures: m.practice_openness,
  sharedTimes: m.practice_together,
  checkIns: m.practice_check_in,
  goals: m.archive_goals,
  wins: m.archive_wins,
  sentences: m.archive_sentences
};
