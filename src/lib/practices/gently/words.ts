import { plain } from '#i18n/isolated.ts';
import { m } from '#i18n/paraglide/messages.js';
import { partner } from '#lib/account/partner.ts';
import { getLocale } from '#i18n/paraglide/runtime.js';
import { isFeeling, type Feeling, type FeelingGroup } from './model/feelings.ts';
import type { HintKind, Piece } from '#lib/language/index.ts';
import { capitalised, sentencesOf } from '#lib/language/sentences.ts';
import type { RequestAnswer, RequestFacts } from './record.ts';
import { formatList } from '#lib/ui/format.ts';

const { pieceOf } = sentencesOf(getLocale());

const FEELING: Record<Feeling, () => string> = {
  sad: m.gently_feeling_sad,
  hurt: m.gently_feeling_hurt,
  lonely: m.gently_feeling_lonely,
  disappointed: m.gently_feeling_disappointed,
  discouraged: m.gently_feeling_discouraged,
  empty: m.gently_feeling_empty,
  homesick: m.gently_feeling_homesick,
  afraid: m.gently_feeling_afraid,
  worried: m.gently_feeling_worried,
  anxious: m.gently_feeling_anxious,
  insecure: m.gently_feeling_insecure,
  uneasy: m.gently_feeling_uneasy,
  nervous: m.gently_feeling_nervous,
  jealous: m.gently_feeling_jealous,
  shaken: m.gently_feeling_shaken,
  disconnected: m.gently_feeling_disconnected,
  distant: m.gently_feeling_distant,
  unimportant: m.gently_feeling_unimportant,
  rejected: m.gently_feeling_rejected,
  angry: m.gently_feeling_angry,
  annoyed: m.gently_feeling_annoyed,
  frustrated: m.gently_feeling_frustrated,
  irritated: m.gently_feeling_irritated,
  furious: m.gently_feeling_furious,
  impatient: m.gently_feeling_impatient,
  bitter: m.gently_feeling_bitter,
  tired: m.gently_feeling_tired,
  exhausted: m.gently_feeling_exhausted,
  overwhelmed: m.gently_feeling_overwhelmed,
  stressed: m.gently_feeling_stressed,
  restless: m.gently_feeling_restless,
  numb: m.gently_feeling_numb,
  confused: m.gently_feeling_confused,
  torn: m.gently_feeling_torn,
  helpless: m.gently_feeling_helpless,
  embarrassed: m.gently_feeling_embarrassed,
  ashamed: m.gently_feeling_ashamed,
  guilty: m.gently_feeling_guilty,
  sorry: m.gently_feeling_sorry,
  loved: m.gently_feeling_loved,
  close: m.gently_feeling_close,
  tender: m.gently_feeling_tender,
  warm: m.gently_feeling_warm,
  touched: m.gently_feeling_touched,
  grateful: m.gently_feeling_grateful,
  trusting: m.gently_feeling_trusting,
  calm: m.gently_feeling_calm,
  safe: m.gently_feeling_safe,
  relieved: m.gently_feeling_relieved,
  content: m.gently_feeling_content,
  'at ease': m.gently_feeling_at_ease,
  rested: m.gently_feeling_rested,
  happy: m.gently_feeling_happy,
  glad: m.gently_feeling_glad,
  cheerful: m.gently_feeling_cheerful,
  amused: m.gently_feeling_amused,
  proud: m.gently_feeling_proud,
  delighted: m.gently_feeling_delighted,
  hopeful: m.gently_feeling_hopeful,
  curious: m.gently_feeling_curious,
  excited: m.gently_feeling_excited,
  inspired: m.gently_feeling_inspired,
  encouraged: m.gently_feeling_encouraged,
  confident: m.gently_feeling_confident,
  playful: m.gently_feeling_playful
};

const GROUP: Record<FeelingGroup['name'], () => string> = {
  sad: m.gently_group_sad,
  afraid: m.gently_group_afraid,
  apart: m.gently_group_apart,
  angry: m.gently_group_angry,
  worn: m.gently_group_worn,
  unsure: m.gently_group_unsure,
  close: m.gently_group_close,
  calm: m.gently_group_calm,
  glad: m.gently_group_glad,
  alive: m.gently_group_alive
};

const HINT: Record<HintKind, (inputs: { partner: string }) => string> = {
  always: m.gently_hint_always,
  blame: m.gently_hint_blame,
  label: m.gently_hint_label,
  mind: m.gently_hint_mind,
  topics: m.gently_hint_topics,
  order: m.gently_hint_order
};

/** A feeling as a person reads it: by its name, or in the user's own words. */
export function feelingWords(feeling: string): string {
  return isFeeling(feeling) ? FEELING[feeling]() : feeling;
}

/** What a group of feelings is called. */
export function groupWords(name: FeelingGroup['name']): string {
  return GROUP[name]();
}

/** Why something may be hard to hear. */
export function hintWords(kind: HintKind): string {
  return HINT[kind]({ partner: partner() });
}

/** How a request was met. */
export function requestAnswerWords(answer: RequestAnswer | undefined): string {
  if (answer === 'met') return m.gently_answer_met({ partner: partner() });
  if (answer === 'missed') return m.gently_answer_missed({ partner: partner() });
  return answer ? m.gently_answer_unsaid() : m.gently_answer_open();
}

/** What is announced once it's told how a request was met. */
export function requestSaidWords(answer: RequestAnswer): string {
  if (answer === 'met') return m.gently_said_met({ partner: partner() });
  return answer === 'missed' ? m.gently_said_missed() : m.gently_said_unsaid();
}

/** The whole sentence, of the parts that are there. */
export function requestWords(facts: RequestFacts): string {
  const { feelings, about, see, wish } = facts;
  const parts = [
    said(see, pieceOf('see', see), (see) => m.gently_say_see({ see })),
    feltWords(feelings, about),
    said(wish, pieceOf('wish', wish), (wish) => m.gently_say_wish({ wish }))
  ];
  return parts.filter((part) => part !== '').join(' ');
}

function feltWords(names: readonly string[], written: string): string {
  const piece = pieceOf('about', written);
  if (names.length === 0) {
    // On its own it needs no word that joins it to a feeling.
    const alone = piece.joint === 'bare' ? { ...piece, text: written.trim() } : piece;
    return said(written, alone, (about) => m.gently_say_about({ about }));
  }
  const feelings = formatList(names.map(feelingWords));
  if (piece.text === '') return ended(m.gently_say_feel({ feelings }));
  if (piece.joint === 'whole')
    return `${ended(m.gently_say_feel({ feelings }))} ${ended(piece.text)}`;
  const about = piece.text;
  const words =
    piece.joint === 'bare'
      ? m.gently_say_feel_when({ feelings, about })
      : m.gently_say_feel_about({ feelings, about });
  return ended(words);
}

/** A part with its opener, or as it stands. */
function said(written: string, { joint, text }: Piece, opened: (text: string) => string): string {
  if (written.trim() === '') return '';
  return ended(joint === 'whole' ? text : opened(text));
}

/** With one sign at its end, whichever the user has written. */
function ended(text: string): string {
  const sentence = capitalised(plain(text)).replace(/([?!…]|(?<!\.)\.|\.{3})\.$/, '$1');
  return /[.?!…]$/.test(sentence) ? sentence : `${sentence}.`;
}
