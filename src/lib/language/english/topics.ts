import { fold, has, pattern } from '../matcher.ts';
import { not, pleasant, rowsOf, type Place, type Test } from '../rows.ts';

const THING = '(the|your|our|my|all the|that you|when you)';
const NEXT = '(you|us|me) (not )?to';
const BETWEEN = String.raw`([,;.]|\s{1,20}and)\s*(and )?`;
// Each goes no further than to where the next begins: what can be read in many ways takes for ever.
const DOING = String.raw`((?!\s{1,20}and\s*(and )?${NEXT} )[^,;.])+`;
const THAT = '((?!,? and that you .).)+';

const YOURS = pattern`\byour?\b`;
const aboutYou: Test = ({ text }) => has(fold(text), YOURS);
const HOW = pattern`\bthe way\b|\bhow\b`;
const aboutHow: Test = ({ text }) => has(fold(text), HOW);
const unpleasant: Test = ({ mood }) => mood === 'unpleasant';

const LOVE = pattern`\blove\b`;
const loving: Test = ({ found }) => has(fold(found), LOVE);
const YOU_DO = pattern`\byou(?!r? (could|can))`;
/** All that is said is the next thing, and it is not about the other. */
const alone: Test = ({ start, found }) => start === 0 && !has(fold(found), YOU_DO);

const OPENER = pattern`^[\s,.;!?–—-]*((and|but|so) )?(another thing( is)?|while \S+( are| am)? at it|on top of \S+( \S+)?(?=,)|besides|secondly|second|not to mention)?,?\s*(is |that )?`;

/** What comes on top is left out; where it is all, its opener. */
function withoutMore({ start, found }: Place) {
  if (start > 0) return '';
  const [opener] = fold(found).match(OPENER) ?? [''];
  return { start: 0, end: opener.length, instead: '' };
}

/** Several things at once. */
export const TOPICS = rowsOf('topics', [
  {
    find: pattern`(?<![\s,.;!?–—-])[\s,.;!?–—-]*\b((and|but|so) )?(another thing( is\b|(?=[,:]| you| your))|while (we're|we are|you're|you are|I'm|I am) at it|on top of (that|it all|all that|everything)(?=,| you| the| we| your| our| there)|besides,(?! I\b)|secondly|second,|not to mention (?=your|that you|the way you|how you)|don't get me started on|then there('s| is| are) (?=your|also|the way you|that))[\s\S]*`,
    unless: [pleasant, loving, alone],
    say: withoutMore
  },
  {
    parts: ['about'],
    find: pattern`^\s*(?<first>${THING} [^,]+),\s*(?=${THING} )(${THING} [^,]+,\s*)*(${THING} [^,]+)?\band ${THING} [^,]+$`,
    unless: [not(unpleasant), not(aboutYou), aboutHow],
    say: '{first}'
  },
  {
    parts: ['about'],
    find: pattern`^\s*(?<first>that you ${THAT})(,? and that you ${THAT}){2,}$`,
    unless: [not(unpleasant), not(aboutYou), aboutHow],
    say: '{first}'
  },
  {
    parts: ['wish'],
    find: pattern`^\s*(?<first>(you|us) (not )?to ${DOING})${BETWEEN}(${NEXT} ${DOING}${BETWEEN})+${NEXT} [^,;]+$`,
    say: '{first}'
  }
]);
