import { ACT_MAX, RESPONSES, WHO, type Facts } from './entry.ts';

/*
 * A tap's code is what a button, a shortcut of the installed app or an early tap says in one word:
 * 'bid:partner:toward', 'act:helped'. It comes from outside and may say anything.
 */

/** The code of a tap on the pad. */
export function tapCode(facts: Extract<Facts, { kind: 'bid' | 'act' }>): string {
  return facts.kind === 'bid' ? `bid:${facts.by}:${facts.response}` : `act:${facts.act}`;
}

/** The facts that a code stands for; undefined where it stands for none. */
export function factsOfTap(code: string): Facts | undefined {
  const [kind, first = '', second] = code.split(':');
  if (kind === 'act') {
    const act = code.slice('act:'.length).trim();
    return act && act.length <= ACT_MAX ? { kind, by: 'partner', act } : undefined;
  }
  const by = WHO.find((who) => who === first);
  const response = RESPONSES.find((known) => known === second);
  return kind === 'bid' && by && response ? { kind, by, response } : undefined;
}
