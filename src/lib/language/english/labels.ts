import {
  clause,
  isAsked,
  isFramed,
  simple,
  WARM,
  type Instead,
  type Place,
  type Rule
} from './rule.ts';
import { FAULTS, INSULTING, LABEL, LABELS, NAMES } from './words.ts';

const LABEL_FILLERS =
  '(?:(?:always|so|such|very|too much|much|really|just|too|quite|simply|totally|completely|being|a|an|the|bit|little|kind|of|sort|nothing|but|most|absolute|absolutely|complete|total|utterly|fucking|bloody|damn|again|still|sometimes|often|getting|becoming|acting|behaving|an absolute) )*';

function needBehind(label: string): string {
  const found = LABELS.find(({ words }) => new RegExp(`^(?:${words})`, 'i').test(`${label} to `));
  return found?.need ?? 'what happened and how it was for me';
}

const isFondly = ({ after, mood }: Place) =>
  mood === 'pleasant' ||
  WARM.test(after) ||
  /\b(?:so am I|so do I|me too|like me)\b/i.test(after) ||
  /\b(?:I|we) (?:\w+ )?(?:love|adore|like)\b/i.test(after);

/** With what it comes from or goes with, it is seen from their side already. */
const HAS_REASON = /^\s*\w/;

function named(place: Place, need: string): Instead {
  const rest = /^\s+((?:when|whenever|because|if)\s[^.!?\n]*)/.exec(place.after)?.[1];
  const impulse = rest ? `I find it hard ${rest}` : `I would like to talk about ${need}`;
  return clause(place, { impulse, about: need, wish: `us to talk about ${need}` });
}

/** Names for the other, instead of what happened. */
export const LABELLING: readonly Rule[] = [
  {
    kind: 'label',
    pattern: new RegExp(
      `\\b(?:you(?:'re|'ve been| are| were| have been| being| can be| can get| act(?:ed|ing)?| behav(?:e|ed|ing)| sound)|(?:you (?:not )?to )?(?:stop|quit) (?:being|acting|behaving)|(?<!I )don't be) ${LABEL_FILLERS}(?<label>${LABEL}|(?<=(?:don't|stop) \\w* ?(?:so|too) )(?:sensitive|emotional|needy|jealous))(?![\\w-])|\\bhow (?:very |incredibly )?(?<how>${LABEL}) you(?:'re| are| were| can be)\\b`,
      'gi'
    ),
    instead: (place) => {
      const { before } = place;
      if (isFramed(before) || isFondly(place) || isAsked(before)) return undefined;
      if (place.part === 'see' && HAS_REASON.test(place.after)) return undefined;
      const { label, how } = place.match.groups ?? {};
      return named(place, needBehind(label ?? how ?? ''));
    }
  },
  {
    kind: 'label',
    pattern:
      /\byou(?:'re| are) (?:becoming |turning into |exactly |just )*(?:just )?like your (?:mother|father|mum|mom|dad|brother|sister|ex|parents)\b/gi,
    instead: (place) =>
      isFramed(place.before) ||
      isFondly(place) ||
      WARM.test(place.after) ||
      /\b(?:so |very )?(?:kind|good|patient|generous|strong|funny|brave)\b/.test(place.after)
        ? undefined
        : named(place, 'what happened and how it was for me')
  },
  {
    kind: 'label',
    pattern: new RegExp(
      `\\b(?:you (?:(?:${INSULTING}),? )*(?:${NAMES})|you (?:(?:${INSULTING}),? )+(?:person|man|woman|thing|child|boy|girl|one))(?![\\w-])`,
      'gi'
    ),
    instead: (place) =>
      isFramed(place.before) || isAsked(place.before) || isFondly(place)
        ? undefined
        : named(place, 'what happened and how it was for me')
  },
  {
    kind: 'label',
    pattern: new RegExp(
      `\\byour (?:(?:constant|endless|damn|bloody|fucking|stupid|own|sheer) )*(?:${FAULTS})\\b`,
      'gi'
    ),
    instead: (place) =>
      isFramed(place.before) || isFondly(place)
        ? undefined
        : place.part === 'about'
          ? faultAbout(place)
          : named(place, needBehind(faultOf(place.match[0])))
  },
  {
    kind: 'label',
    pattern:
      /\byour (?<insult>(?:stupid|bloody|fucking|damn|idiotic|ridiculous|pathetic) )(?=(?:\w+ )?(?:phones?|games?|computer|laptop|console|tablet|job|work|friends?|mates?|football|car|hobby|club|rules?|excuses|opinions?|ideas?|jokes?|mother|mum|mom|family|show|series|plans?|dog|cat|list|face)\b)/gi,
    instead: ({ match, before, after, mood }) => {
      if (mood === 'pleasant' || isFramed(before) || WARM.test(after)) return undefined;
      const start = match.index + 'your '.length;
      return { start, end: match.index + match[0].length, instead: '' };
    }
  },
  simple(
    'label',
    /\b(?:I (?:really |fucking )?hate you|fuck you|screw you|go to hell|fuck off|piss off|get lost|damn you)(?= |[.,;!?]|$)/gi,
    {
      impulse: 'I am very angry right now',
      about: 'what happened'
    },
    ({ before, after }) =>
      /\bthink\b/.test(before) || /^ for (?:being so (?:funny|good|pretty|cute))/.test(after)
  )
];

const FAULT_WORDS: readonly (readonly [RegExp, string])[] = [
  [/selfish|egoism|thoughtless/i, 'selfish'],
  [/lazi/i, 'lazy'],
  [/careless/i, 'careless'],
  [/need|paranoia/i, 'needy'],
  [/child|immatur|tantrum/i, 'childish'],
  [/arrogan|stubborn/i, 'stubborn'],
  [/cold/i, 'heartless'],
  [/rude/i, 'rude'],
  [/lies|lying/i, 'a liar'],
  [/mood|hyster|drama/i, 'dramatic']
];

/** In the middle of a clause, only what fits before anything. */
function faultAbout({ match, after }: Place): string {
  return /^\s+\w/.test(after) ? 'what happened' : needBehind(faultOf(match[0]));
}

function faultOf(words: string): string {
  return FAULT_WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? '';
}
