import { m } from '#i18n/paraglide/messages.js';
import { partner } from '#lib/account/partner.ts';
import type { Pattern } from './record.ts';

/** One screen of a thought record. */
export interface Question {
  readonly id: 'thought' | 'evidence' | 'explanations' | 'friend' | 'balanced' | 'after';
  readonly part: string;
  readonly question: string;
  readonly why?: string;
  readonly hints: readonly string[];
}

const thought = (): Question => ({
  id: 'thought',
  part: m.thinking_notice(),
  question: m.thinking_thought(),
  why: m.thinking_thought_why(),
  hints: [
    m.thinking_thought_hint_one(),
    m.thinking_thought_hint_question(),
    m.thinking_thought_hint_example()
  ]
});

const evidence = (): Question => ({
  id: 'evidence',
  part: m.thinking_challenge(),
  question: m.thinking_thought_evidence(),
  why: m.thinking_evidence_why(),
  hints: [
    m.thinking_evidence_hint_camera(),
    m.thinking_for_hint_words({ partner: partner() }),
    m.thinking_against_hint_before(),
    m.thinking_evidence_hint_log()
  ]
});

const explanations = (): Question => ({
  id: 'explanations',
  part: m.thinking_challenge(),
  question: m.thinking_explanations(),
  why: m.thinking_explanations_why(),
  hints: [
    m.thinking_explanations_hint_day(),
    m.thinking_explanations_hint_ask({ partner: partner() })
  ]
});

const friend = (): Question => ({
  id: 'friend',
  part: m.thinking_challenge(),
  question: m.thinking_friend_thought(),
  why: m.thinking_friend_why(),
  hints: [
    m.thinking_friend_hint_voice(),
    m.thinking_friend_hint_both(),
    m.thinking_friend_hint_later()
  ]
});

const balanced = (): Question => ({
  id: 'balanced',
  part: m.thinking_reframe(),
  question: m.thinking_balanced(),
  why: m.thinking_balanced_why(),
  hints: [m.thinking_balanced_hint_start(), m.thinking_balanced_hint_example()]
});

const after = (): Question => ({
  id: 'after',
  part: m.thinking_reframe(),
  question: m.thinking_after(),
  hints: [m.thinking_after_hint_little(), m.thinking_before_hint_gut()]
});

/** The screens of a thought record in their order: four, or the long form. */
export function thoughtQuestions(isLong: boolean): Question[] {
  return isLong
    ? [thought(), evidence(), explanations(), friend(), balanced(), after()]
    : [thought(), evidence(), balanced(), after()];
}

const PATTERN_TEXTS: Record<Pattern, { readonly name: () => string; readonly what: () => string }> =
  {
    'mind-reading': { name: m.thinking_pattern_minds, what: m.thinking_pattern_minds_what },
    'all-or-nothing': { name: m.thinking_pattern_all, what: m.thinking_pattern_all_what },
    testing: { name: m.thinking_pattern_testing, what: m.thinking_pattern_testing_what },
    hinting: { name: m.thinking_pattern_hinting, what: m.thinking_pattern_hinting_what }
  };

/** What a pattern is called: 'Mind-reading'. */
export function patternName(pattern: Pattern): string {
  return PATTERN_TEXTS[pattern].name();
}

/** What a pattern is, in a line. */
export function patternWhat(pattern: Pattern): string {
  return PATTERN_TEXTS[pattern].what();
}
