import { newEntry, type Entry } from '#lib/account/model/entry.ts';
import type { Stamp } from '#lib/time/day.ts';
import { disclosureRecord, type Disclosure } from '../record.ts';

/** What the prompts are about: what may make them uneasy, what I hold back, what I can reassure them of. */
export type PromptGroup = keyof typeof PROMPTS;

/** The names of the built-in prompts. Their words are in the message files. */
export const PROMPTS = {
  uneasy: ['uneasy_plans', 'uneasy_person', 'uneasy_message', 'uneasy_mood', 'uneasy_change'],
  held: ['held_feeling', 'held_mistake', 'held_wish', 'held_worry', 'held_thanks'],
  reassure: [
    'reassure_when',
    'reassure_love',
    'reassure_plans',
    'reassure_after_argument',
    'reassure_ask'
  ]
} as const;

/** The name of a built-in prompt. */
export type Prompt = (typeof PROMPTS)[PromptGroup][number];

/** In the order in which they are offered. */
export const PROMPT_GROUPS = ['uneasy', 'held', 'reassure'] as const satisfies PromptGroup[];

/** Whether the app has words for a prompt of that name. */
export function isPrompt(name: string): name is Prompt {
  return groupOf(name) !== undefined;
}

/** The group that a prompt belongs to; undefined for a note without one. */
export function groupOf(name: string): PromptGroup | undefined {
  return PROMPT_GROUPS.find((group) => (PROMPTS[group] as readonly string[]).includes(name));
}

/** The next prompt of the same group, from its last one to its first. */
export function nextPrompt(name: string): string {
  const group = groupOf(name);
  if (!group) return name;
  const prompts: readonly string[] = PROMPTS[group];
  return prompts[(prompts.indexOf(name) + 1) % prompts.length] ?? name;
}

/** The note and the act that goes on the log with it: the one is to be written with the other. */
interface Opened {
  readonly disclosure: Disclosure;
  readonly entry: Entry;
}

/** The note, done, with an act of mine of that name on the log: one for each note, under its id. */
export function logDisclosure(
  record: Disclosure,
  act: string,
  { now, zone }: Pick<Stamp, 'now' | 'zone'>
): Opened {
  const disclosure = disclosureRecord.amend(record, { isDone: true }, now);
  const entry = newEntry({ kind: 'act', by: 'me', act }, { id: record.id, now, zone });
  return { disclosure, entry };
}
