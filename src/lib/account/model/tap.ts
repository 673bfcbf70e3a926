import { ACT_MAX, RESPONSES, WHO, type Facts } from './entry.ts';

/*
 * A tap's code is what a button, a shortcut of the installed app or an early tap says in one word:
 * 'bid:partner:toward', 'act:helped', 'mine:helped', 'repair'. It comes from outside and may say anything.
 */

const BIDS = WHO.flatMap((by) =>
  RESPONSES.map((response) => ({ kind: 'bid', by, response }) as const)
);

/** Making up, whoever began. */
export const MADE_UP = { kind: 'repair' } as const;

/** What a tap on the pad logs. */
export type TapFacts = Extract<Facts, { kind: 'bid' | 'act' | 'repair' }>;

/** The code of a tap on the pad. */
export function tapCode(facts: TapFacts): string {
  if (facts.kind === 'bid') return `bid:${facts.by}:${facts.response}`;
  if (facts.kind === 'repair') return facts.kind;
  return `${facts.by === 'me' ? 'mine' : 'act'}:${facts.act}`;
}

/** The facts that a code stands for; undefined where it stands for none. */
export function factsOfTap(code: string): Facts | undefined {
  if (code === MADE_UP.kind) return MADE_UP;
  const [, whose, words = ''] = /^(act|mine):(.*)$/su.exec(code) ?? [];
  if (!whose) return BIDS.find((bid) => tapCode(bid) === code);
  const act = words.trim();
  const by = whose === 'mine' ? 'me' : 'partner';
  return act && act.length <= ACT_MAX ? { kind: 'act', by, act } : undefined;
}

/** What the shortcuts of the installed app log, in the order of the manifest. */
const SHORTCUTS = ['bid:partner:toward', 'bid:partner:away', 'bid:me:toward'];

/**
 * The number in a shortcut's address on this device. It names nothing, and nobody guesses it.
 *
 * @param key the device's, a UUID
 * @param place the number that the manifest has in the place of it, from 1 on
 */
export function shortcutNumber(key: string, place: number): string {
  return String(BigInt(`0x${key.replaceAll('-', '')}`) + BigInt(place));
}

/** A tap that an address asks for, and whether the address can only be a shortcut of this device. */
interface AskedTap {
  readonly facts: Facts;
  readonly isOwn: boolean;
}

/**
 * The tap that an address asks for: by its number, as the manifest has it or made with this device's
 * key, or by a tap's code, as in the addresses of older versions.
 */
export function askedTap(asked: string, key: string | undefined): AskedTap | undefined {
  const place = SHORTCUTS.findIndex(
    (_, index) => key !== undefined && shortcutNumber(key, index + 1) === asked
  );
  const facts = factsOfTap(SHORTCUTS[place] ?? SHORTCUTS[Number(asked) - 1] ?? asked);
  return facts && { facts, isOwn: place >= 0 };
}
