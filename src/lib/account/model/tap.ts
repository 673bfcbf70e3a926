import { ACT_MAX, RESPONSES, WHO, type Facts } from './entry.ts';

/*
 * A tap's code is what a button, a shortcut of the installed app or an early tap says in one word:
 * 'bid:partner:toward', 'act:helped'. It comes from outside and may say anything.
 */

const BIDS = WHO.flatMap((by) =>
  RESPONSES.map((response) => ({ kind: 'bid', by, response }) as const)
);

/** The code of a tap on the pad. Acts on the pad are the partner's: a code does not say whose. */
export function tapCode(facts: Extract<Facts, { kind: 'bid' | 'act' }>): string {
  return facts.kind === 'bid' ? `bid:${facts.by}:${facts.response}` : `act:${facts.act}`;
}

/** The facts that a code stands for; undefined where it stands for none. */
export function factsOfTap(code: string): Facts | undefined {
  if (!code.startsWith('act:')) return BIDS.find((bid) => tapCode(bid) === code);
  const act = code.slice('act:'.length).trim();
  return act && act.length <= ACT_MAX ? { kind: 'act', by: 'partner', act } : undefined;
}
