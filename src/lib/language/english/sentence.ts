import type { GentlePart, Piece } from '../types.ts';
import { findIn } from './find.ts';
import { lower } from './place.ts';
import { WISHES } from './requests.ts';

/*
 * How the parts of a gentle request become an English sentence. It is needed to show what was
 * written before, so it doesn't wait for the hints.
 */

const asked = findIn(WISHES);

/** Words that lose their capital amid a sentence. */
const SMALL =
  /^(?:you|your|we|our|us|the|a|an|it|its|it's|this|that|these|those|there|when|whenever|because|how|what|to|my|me|if|not|no|more|less|some|time|being|having|please|could|would|can|will|about|after|before|since|as|at|in|on|for|with|work|last|yesterday|today|tonight|tomorrow|so|and|just|maybe|perhaps|seeing|hearing|going|help|they|he|she|all|both|one|each|every|quiet|coming|getting|you're|you've|you'd|we're|we've)\b/i;

/** Makes a part of the sentence ready: without what its opener says already, and with what is missing. */
export function pieceOf(part: Exclude<GentlePart, 'impulse'>, text: string): Piece {
  const plain = text
    .normalize()
    .replaceAll('’', "'")
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\s.,;:]+$/, '');
  const { opener, bare, whole } = OPENERS[part];
  const rest = plain.replace(opener, '');
  if (rest === plain && whole.test(plain)) return { joint: 'whole', text: ended(plain) };
  const small = joined(part, SMALL.test(rest) ? lower(rest) : rest);
  return { joint: bare.test(small) ? 'bare' : 'after', text: small };
}

/** With the small word that the opener asks for, where it is known to be missing. */
function joined(part: GentlePart, text: string): string {
  if (part === 'about') return TOLD.test(text) ? `because ${lower(text)}` : text;
  if (part !== 'wish') return text;
  const order = asked(part, text, undefined).find(({ start }) => start === 0);
  if (order?.instead.startsWith('you ')) return order.instead + text.slice(order.end);
  return !order && OWN_DEED.test(text) ? `to ${lower(text)}` : text;
}

/** Something told in a clause of its own: "you forgot". */
const TOLD =
  /^(?:(?:we|he|she|they|it) (?!(?:not )?\w+ing\b|and\b|both\b|all\b)|(?:you|nobody|my \w+|your \w+) (?:(?:just|only|never|always|still|often|rarely) )?(?:are|were|is|was|have|has|had|do|did|don't|doesn't|didn't|can't|won't|forgot|came|said|went|told|made|took|gave|broke|lost|spent|kept|\w+ed)\b|(?:you|we|they)'(?:re|ve)|it's)/i;
/** What one would do, or have done to oneself, as it stands after "I would like to". */
const OWN_DEED =
  /^(?:(?:go|make|do|take|spend|talk|start|put|get|keep|sit|eat|give|show|tell|have|try|find|see|meet|turn|change)\b(?=.*\b(?:together|with you|us|our|you)\b)|be (?:held|heard|seen|asked|told|hugged|kissed|loved)\b)(?!.*\b(?:me|my)\b)/i;

/** A question ends like one. */
function ended(text: string): string {
  return QUESTION.test(text) && !/[?!]$/.test(text) ? `${text}?` : text;
}

const QUESTION =
  /^(?:could|would|can|will|shall|may|might|how about|what if|what about|do you|are you)\b/i;
const NEVER = /(?!)/;
const OPENERS = {
  see: { opener: /^(?:I (?:can )?see why|why)\s+/i, bare: NEVER, whole: /^(?:I|I'm|I've)\s/ },
  about: {
    opener: /^about\s+/i,
    bare: /^(?:when|whenever|because|that|if|as|since|after|while)\b/,
    whole: /^(?:I|I'm) (?:feel|am|felt|was)?\b/
  },
  wish: {
    opener: /^I(?:'d| would)(?: really)? (?:like|love)\s+/i,
    bare: NEVER,
    whole:
      /^(?:please|could|would|can|will|shall|may|might|how about|what if|what about|let's|let us|do you|are you|I|I'd|I'm|we)\b/i
  }
} as const;
