import { fold, has, pattern } from '../matcher.ts';
import type { PromiseHint } from '../types.ts';

/*
 * What makes an English promise hard to check. Rather silent than wrong.
 */

const ENDLESS = pattern`\b(never|always|forever|for ever|from now on|every (single )?(time|day|night|morning|evening)|each (day|time)|no matter what|for the rest of|all the time|any ?more|ever again)\b`;
const A_NUMBER = pattern`\b(tonight|today|tomorrow|(this|next) (week|weekend|morning|evening|afternoon))\b|for (a|one|two|three|four|five|six|seven|\d+) (days?|weeks?)\b|\buntil\b`;
const VAGUE = pattern`\b((try|trying|aim|attempt) (harder|to|my best|our best)|be (a )?(much |more |a bit |a little )?(better|nicer|kinder|patient|attentive|open|present|romantic|careful|considerate|understanding|loving|calmer|good|there for (you|me|us))|do (better|my best|our best|their best|more|less)|(help|listen|talk|care|call|write|text|cook|clean|be around|be home|go out) more( often)?|more often|less often|work on (my|our|their|his|her|it|myself|being)|change (my|their|his|her) (ways|behaviou?r|attitude)|improve (my|our|their)|improve$|make (more of )?an effort|spend (more|less) time|pay more attention|appreciate \w+ more|get better at|stop being|worry less|argue less|fight less)\b`;
const SEVERAL = pattern`^(?!(on|at|in|by|before|after|when|if|this|next|tomorrow|tonight|today|from|until|every|for|during|once)\b)[^,;]+[,;] [^,;]+,? (and|then) \w+ \w+|\b(and also|and then also)\b|\bas well as (?!(I|we|you|he|she|they|it|possible)\b)|^([^.]+\. ){2}|^1[.)]`;

/** Tells why a promise may be hard to check; undefined where nothing speaks against it. */
export function promiseHint(text: string): PromiseHint | undefined {
  const plain = fold(text.normalize());
  if (has(plain, ENDLESS) && !has(plain, A_NUMBER)) return 'endless';
  if (has(plain, VAGUE)) return 'vague';
  return has(plain, SEVERAL) ? 'several' : undefined;
}
