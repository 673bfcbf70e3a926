import { m } from '#i18n/paraglide/messages.js';
import { partner, type PartnerWords } from '#lib/account/partner.ts';
import { isPrompt, type Prompt, type PromptGroup } from './model/disclosure.ts';

const QUESTIONS: Record<Prompt, PartnerWords> = {
  uneasy_plans: m.openness_uneasy_plans,
  uneasy_person: m.openness_uneasy_person,
  uneasy_message: m.openness_uneasy_message,
  uneasy_mood: m.openness_uneasy_mood,
  uneasy_change: m.openness_uneasy_change,
  held_feeling: m.openness_held_feeling,
  held_mistake: m.openness_held_mistake,
  held_wish: m.openness_held_wish,
  held_worry: m.openness_held_worry,
  held_thanks: m.openness_held_thanks,
  reassure_when: m.openness_reassure_when,
  reassure_love: m.openness_reassure_love,
  reassure_plans: m.openness_reassure_plans,
  reassure_after_argument: m.openness_reassure_after_argument,
  reassure_ask: m.openness_reassure_ask
};

const GROUPS: Record<PromptGroup, PartnerWords> = {
  uneasy: m.openness_uneasy,
  held: m.openness_held,
  reassure: m.openness_reassure
};

/** The question that a prompt asks; what a note without one is called. */
export function questionWords(prompt: string): string {
  return isPrompt(prompt) ? QUESTIONS[prompt]({ partner: partner() }) : m.openness_question();
}

/** What a group of prompts is about. */
export function groupWords(group: PromptGroup): string {
  return GROUPS[group]({ partner: partner() });
}
