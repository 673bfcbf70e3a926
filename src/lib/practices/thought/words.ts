import { m } from '#i18n/paraglide/messages.js';
import { partner } from '#lib/account/partner.ts';
import type { ThoughtFacts } from './record.ts';

/** One question of a thought record, and what it answers. */
interface Question {
  readonly id: keyof ThoughtFacts;
  readonly question: string;
  readonly why?: string;
  readonly hints: readonly string[];
}

/** The questions of a thought record in their order, with the part of the way that each belongs to. */
export function thoughtQuestions(): (Question & { readonly part: string })[] {
  return [
    ...of(m.thinking_notice(), notice()),
    ...of(m.thinking_challenge(), challenge()),
    ...of(m.thinking_reframe(), reframe())
  ];
}

const of = (part: string, questions: readonly Question[]) =>
  questions.map((question) => ({ ...question, part }));

function notice(): Question[] {
  return [
    {
      id: 'trigger',
      question: m.practice_trigger(),
      hints: [m.thinking_trigger_hint_seen(), m.thinking_trigger_hint_small()]
    },
    {
      id: 'thought',
      question: m.thinking_thought(),
      why: m.thinking_thought_why(),
      hints: [
        m.thinking_thought_hint_one(),
        m.thinking_thought_hint_question(),
        m.thinking_thought_hint_example()
      ]
    },
    {
      id: 'before',
      question: m.thinking_before(),
      hints: [m.thinking_before_hint_gut(), m.thinking_before_hint_feel()]
    }
  ];
}

function challenge(): Question[] {
  return [
    {
      id: 'evidenceFor',
      question: m.thinking_thought_for(),
      why: m.thinking_for_why(),
      hints: [m.thinking_for_hint_words({ partner: partner() }), m.thinking_evidence_hint_camera()]
    },
    {
      id: 'evidenceAgainst',
      question: m.thinking_thought_against(),
      why: m.thinking_against_why(),
      hints: [m.thinking_against_hint_before(), m.thinking_evidence_hint_log()]
    },
    {
      id: 'explanations',
      question: m.thinking_explanations(),
      why: m.thinking_explanations_why(),
      hints: [
        m.thinking_explanations_hint_day(),
        m.thinking_explanations_hint_ask({ partner: partner() })
      ]
    },
    {
      id: 'mySide',
      question: m.thinking_my_side(),
      hints: [m.thinking_my_side_hint_late(), m.thinking_my_side_hint_meant()]
    },
    {
      id: 'friend',
      question: m.thinking_friend_thought(),
      why: m.thinking_friend_why(),
      hints: [
        m.thinking_friend_hint_voice(),
        m.thinking_friend_hint_both(),
        m.thinking_friend_hint_later()
      ]
    }
  ];
}

function reframe(): Question[] {
  return [
    {
      id: 'balanced',
      question: m.thinking_balanced(),
      why: m.thinking_balanced_why(),
      hints: [m.thinking_balanced_hint_start(), m.thinking_balanced_hint_example()]
    },
    {
      id: 'after',
      question: m.thinking_after(),
      hints: [m.thinking_after_hint_little(), m.thinking_before_hint_gut()]
    }
  ];
}
