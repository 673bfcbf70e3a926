import { fold, has, pattern } from '../matcher.ts';

/**
 * Words that say what someone did, as if they were feelings, and the names of feelings that may lie
 * behind them. Words that speak of danger are left alone.
 */
const VERDICTS: readonly (readonly [words: RegExp, feelings: readonly string[]])[] = [
  [
    pattern`^(ignored|unheard|not heard|unseen|invisible|overlooked|unnoticed)$`,
    ['lonely', 'sad', 'hurt']
  ],
  [
    pattern`^(abandoned|deserted|left|left out|excluded|left behind|dumped)$`,
    ['lonely', 'afraid', 'sad']
  ],
  [pattern`^(unwanted|unloved|pushed away|turned away)$`, ['hurt', 'sad', 'insecure']],
  [pattern`^(betrayed|cheated|cheated on|lied to|deceived|tricked)$`, ['hurt', 'shaken', 'angry']],
  [
    pattern`^(attacked|accused|blamed|judged|criticised|criticized|put down|insulted)$`,
    ['hurt', 'uneasy', 'angry']
  ],
  [
    pattern`^(used|exploited|taken for granted|unappreciated|not appreciated|undervalued)$`,
    ['sad', 'bitter', 'tired']
  ],
  [
    pattern`^(disrespected|belittled|patronised|patronized|humiliated|dismissed|mocked)$`,
    ['hurt', 'embarrassed', 'angry']
  ],
  [pattern`^(neglected|forgotten|uncared for)$`, ['lonely', 'sad', 'discouraged']],
  [pattern`^(misunderstood|not understood)$`, ['lonely', 'frustrated', 'discouraged']],
  [pattern`^(manipulated|played|provoked)$`, ['confused', 'uneasy', 'angry']],
  [
    pattern`^(pressured|pushed|cornered|nagged|bossed around|smothered|suffocated)$`,
    ['overwhelmed', 'restless', 'irritated']
  ],
  [pattern`^(let down|disappointed by you|stood up)$`, ['disappointed', 'sad', 'hurt']],
  [pattern`^(interrupted|cut off)$`, ['frustrated', 'annoyed', 'discouraged']]
];

/** Names the feelings that may lie behind a word; undefined where it is no verdict. */
export function behind(word: string): readonly string[] | undefined {
  const plain = fold(word.trim());
  return VERDICTS.find(([words]) => has(plain, words))?.[1];
}
