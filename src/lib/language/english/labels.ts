import { fold, has, pattern } from '../matcher.ts';
import { after, before, both, pleasant, rowsOf, within, type Place } from '../rows.ts';
import { asked, clause, framed, warm } from './place.ts';
import { FAULTS, INSULTING, LABEL, LABELS, NAMES } from './words.ts';

const NEEDS = LABELS.map(({ words, need }) => ({ label: pattern`^${words}`, need }));
const ANY_NEED = 'what happened and how it was for me';

const needBehind = (label: string) =>
  NEEDS.find((known) => has(`${fold(label)} to `, known.label))?.need ?? ANY_NEED;

const fond = [
  pleasant,
  warm,
  after(pattern`\b(so am I|so do I|me too|like me)\b`, pattern`\b(I|we) (\w+ )?(love|adore|like)\b`)
];

const REASON = /^\s+(?:when|whenever|because|if)\s/;

function asNeed(place: Place, need: string) {
  const after = place.text.slice(place.end, place.end + place.after.length);
  const impulse = REASON.test(place.after)
    ? `I find it hard ${after.trimStart()}`
    : `I’d like to talk about ${need}`;
  return clause({ impulse, about: need, wish: `us to talk about ${need}` })(place);
}

const GOES_ON = pattern`^\s+\w`;

const asAnyNeed = (place: Place) => asNeed(place, ANY_NEED);

/** The label that a fault goes with. */
const FAULTY = [
  [/selfish|egoism|thoughtless/, 'selfish'],
  [/lazi/, 'lazy'],
  [/careless/, 'careless'],
  [/need|paranoia/, 'needy'],
  [/child|immatur|tantrum/, 'childish'],
  [/arrogan|stubborn/, 'stubborn'],
  [/cold/, 'heartless'],
  [/rude/, 'rude'],
  [/lies|lying/, 'a liar'],
  [/mood|hyster|drama/, 'dramatic']
] as const;

function asFault(place: Place) {
  const words = fold(place.found);
  const need = needBehind(FAULTY.find(([fault]) => fault.test(words))?.[1] ?? '');
  if (place.part !== 'about') return asNeed(place, need);
  // In the middle of a clause, only what fits before anything.
  return has(place.after, GOES_ON) ? 'what happened' : need;
}

/** Names for the other, instead of what happened. */
export const LABELLING = rowsOf('label', [
  {
    find: pattern`\b((you('re|'ve been| are| were| have been| being| can be| can get| act(ed|ing)?| behav(e|ed|ing)| sound)|(you (not )?to )?(stop|quit) (being|acting|behaving)|(?<!I )don't be) ((always|so|such|very|too much|much|really|just|too|quite|simply|totally|completely|being|a|an|the|bit|little|kind|of|sort|nothing|but|most|absolute|absolutely|complete|total|utterly|fucking|bloody|damn|again|still|sometimes|often|getting|becoming|acting|behaving|an absolute) )*(?<label>${LABEL}|(?<=(don't|stop) \w* ?(so|too) )(sensitive|emotional|needy|jealous))(?![\w-])|how (very |incredibly )?(?<how>${LABEL}) you('re| are| were| can be)\b)`,
    // With what it comes from or goes with, it is seen from their side already.
    unless: [framed, ...fond, asked, both(within('see'), after(pattern`^\s*\w`))],
    say: (place) => asNeed(place, needBehind(place.words.label || (place.words.how ?? '')))
  },
  {
    find: pattern`\byou('re| are) (becoming |turning into |exactly |just )*(just )?like your (mother|father|mum|mom|dad|brother|sister|ex|parents)\b`,
    unless: [
      framed,
      ...fond,
      after(pattern`\b(so |very )?(kind|good|patient|generous|strong|funny|brave)\b`)
    ],
    say: asAnyNeed
  },
  {
    find: pattern`\byou ((${INSULTING},? )*${NAMES}|(${INSULTING},? )+(person|man|woman|thing|child|boy|girl|one))(?![\w-])`,
    unless: [framed, asked, ...fond],
    say: asAnyNeed
  },
  {
    find: pattern`\byour ((constant|endless|damn|bloody|fucking|stupid|own|sheer) )*${FAULTS}\b`,
    unless: [framed, ...fond],
    say: asFault
  },
  {
    find: pattern`\byour (?<here>(stupid|bloody|fucking|damn|idiotic|ridiculous|pathetic) )(?=(\w+ )?(phones?|games?|computer|laptop|console|tablet|job|work|friends?|mates?|football|car|hobby|club|rules?|excuses|opinions?|ideas?|jokes?|mother|mum|mom|family|show|series|plans?|dog|cat|list|face)\b)`,
    unless: [pleasant, framed, warm],
    say: ''
  },
  {
    find: pattern`\b(I (really |fucking )?hate you|fuck you|screw you|go to hell|fuck off|piss off|get lost|damn you)(?= |[.,;!?]|$)`,
    unless: [
      framed,
      before(pattern`\bthink\b`),
      after(pattern`^ for (being so (funny|good|pretty|cute))`)
    ],
    say: clause({ impulse: 'I’m very angry right now', about: 'what happened' })
  }
]);
