import {
  begins,
  clause,
  isAsked,
  isFramed,
  simple,
  WARM,
  type Others,
  type Place,
  type Rule
} from './rule.ts';
import { BAD_FEELING, LABEL } from './words.ts';

const SAD_TIMES =
  /\b(?:cry|cried|sad|late|lost|can't|cannot|couldn't|miserable|angry|alone|missed|fail|failed|upset|suffer|ill|unhappy|miss|broke|hate|worse|ruined)\b/i;

const BOTH: Others = {
  impulse: 'This is hard for me, and I would like to talk about how it came about',
  about: 'how this went',
  see: 'this was not easy for you either'
};

const NOT_YET: Others = {
  impulse: 'I would like to understand what happened',
  about: 'not understanding what happened'
};

/** Said in passing, of what would have been glad to be done. */
const WOULD_HAVE = /\b(?:I|we)(?:'d| would) (?:have|gladly)\b/i;

const isJoy = (after: string) =>
  WARM.test(after) || /\b(?:fun|great|wonderful|delicious|amazing|so good)\b/i.test(after);

/** "How can you be so …" goes on with a hard word or a kind one. */
const isKindly = ({ match }: Place) => {
  const how = /\bbe so (\w+)/i.exec(match[0])?.[1];
  return how !== undefined && !begins(`${LABEL}|cruel|blind|cold`).test(`${how} to`);
};

/** Whose fault it is. */
export const BLAME: readonly Rule[] = [
  simple(
    'blame',
    /\b(?:(?:it|this|that|everything|all (?:of )?this|it all)(?:'s| is| was)(?: all| always| entirely| only| completely| totally| just)* your (?:own )?(?:damn |bloody )?fault|you(?:'re| are) (?:the one )?(?:who is )?to blame(?: for)?|I blame you|you(?:'re| are) the problem|you started (?:it|this|the fight)|you made me do (?:it|this|that))\b/gi,
    BOTH,
    ({ before }) =>
      isAsked(before) || /\b(?:none|nothing|neither|not|nobody|hardly)\b/i.test(before)
  ),
  {
    kind: 'blame',
    pattern: new RegExp(
      `\\byou(?:'re|'ve)?(?: are| were| have| had| always| just| really| constantly| keep| only)* (?<verb>make|made|making) me (?<feel>feel )?(?:(?:so|very|really|totally|absolutely|completely|always) )*(?<how>${BAD_FEELING})\\b`,
      'gi'
    ),
    instead: (place) => {
      const { verb = '', how = '' } = place.match.groups ?? {};
      if (
        isFramed(place.before) ||
        /^ (?:about|in love|laugh|with (?:worry|laughter)|(?:happy|good) tears|for (?:you|joy|more))/.test(
          place.after
        )
      )
        return undefined;
      if (place.part === 'impulse' && isAsked(place.before)) return undefined;
      const felt = iFelt(verb, how);
      if (place.part === 'impulse' && /^ (?:when|whenever|because|if|every)\b/.test(place.after))
        return felt;
      return clause(place, {
        impulse: felt,
        about: 'what happened',
        see: 'you did that'
      });
    }
  },
  simple(
    'blame',
    /\byou(?:'re| are| always| really| just)* (?:drive|drove|driving) me (?:crazy|mad|insane|nuts|up the wall)\b/gi,
    { impulse: 'I get upset', about: 'what happened' },
    ({ after, mood }) =>
      mood === 'pleasant' ||
      /^ (?:in (?:the best|a good|such a good)|with (?:love|desire|joy))/.test(after)
  ),
  {
    kind: 'blame',
    pattern:
      /\byou(?:'ve|'re)?(?: have| are| just| always| really)* (?:ruin|ruined|ruining|spoil|spoiled|spoilt|wreck|wrecked|destroy|destroyed|mess(?:ed)? up|destroying|wrecking|spoiling|screw(?:ed)? up) (?<what>everything|it all|it|us|christmas|thanksgiving|easter|(?:my|our|the) (?:\w+ )?(?:birthday|wedding|life|marriage|holiday|vacation|evening|night|party|day|trip|dinner|meal|weekend|christmas|surprise|mood|family|relationship|friendship|career|chances))(?= |[.,;!?]|$)|\byou(?:'ve| have| always| just)* (?:mess(?:ed)?|screw(?:ed)?|fuck(?:ed)?) (?<up>everything|it all|this|us) up\b/gi,
    instead: (place) => {
      const what = place.match.groups?.what ?? place.match.groups?.up ?? '';
      if (isFramed(place.before) || isAsked(place.before)) return undefined;
      const it = /^(?:everything|it all|it|us|this)$/i.test(what) ? 'this' : what;
      const how = `how ${it} ${/^you(?:'re| are)\b/i.test(place.match[0]) ? 'is going' : 'went'}`;
      return clause(place, { impulse: `I am sad about ${how}`, about: how });
    }
  },
  simple(
    'blame',
    /\b(?:look (?:at )?what you(?:'ve done(?=\s*(?:[.!]|$)| to (?:me|us))| made me do)|what(?:'s| is| the hell is) wrong with you|what(?:'s| is) your problem|how (?:could|can|dare) you(?: (?:do (?:this|that|it)|say (?:this|that|it)|be so \w+|treat me|forget|lie))?(?: like (?:this|that))?(?: to me)?|you did this to (?:me|us))(?=\s*[?!.,;]|$| to| like)/gi,
    NOT_YET,
    isKindly
  ),
  simple('blame', /\bthanks (?:a lot )?for (?:nothing|ruining|spoiling)\b/gi, {
    impulse: 'I had hoped for something else',
    about: 'what I had hoped for'
  }),
  simple(
    'blame',
    /\byou (?:really |just |have |'ve )*(?:let me down|disappointed me)\b/gi,
    {
      impulse: 'I was disappointed, as I had hoped for something else',
      about: 'what I had hoped for'
    },
    ({ before, after }) => isAsked(before) || /^ (?:gently|easy|softly)/.test(after)
  ),
  {
    kind: 'blame',
    pattern:
      /\byou (?<no>shouldn't|should not|should)(?: have|'ve) (?<verb>(?:told|called(?! it)|rung|phoned|texted|written|let me|asked|said|listened|helped|waited|known|thought|remembered|checked|apologi[sz]ed|stopped|warned|come (?:home|with|to)|picked|noticed|stood up|defended|answered|done (?:it|that|this|the|your|what)|paid|invited|trusted|left me|gone without|kept|cleaned|tidied)\b[^.!?;,]*)/gi,
    instead: (place) => {
      const { no = '', verb = '' } = place.match.groups ?? {};
      if (
        isFramed(place.before) ||
        place.mood === 'pleasant' ||
        isJoy(place.after) ||
        WOULD_HAVE.test(place.after)
      )
        return undefined;
      const had = `you had ${/^should$/i.test(no) ? '' : 'not '}${verb.trim()}`;
      return clause(place, { impulse: `I wish ${had}`, about: `wishing ${had}` });
    }
  },
  simple(
    'blame',
    new RegExp(
      `\\byou(?:'re| are| were) the (?:only )?reason (?:that |why )?(?:I (?:cry|hate|can't|suffer)|I(?:'m| am| feel)(?: so| always)* (?:${BAD_FEELING})|we (?:keep )?(?:fight|argu))\\w*`,
      'gi'
    ),
    BOTH
  ),
  {
    kind: 'blame',
    pattern: /\b(?:(?:all |just |only )*because of|thanks to) you\b/gi,
    instead: ({ before, after, mood, part }) => {
      const isSad = SAD_TIMES.test(before + after) && !WARM.test(before + after);
      if (mood === 'pleasant' || !isSad || /\b(?:not|never|no longer|less)\b/i.test(before + after))
        return undefined;
      return part === 'about' ? 'what happened' : 'because of what happened';
    }
  },
  simple('blame', /\bhow many times do I (?:have|need) to (?:tell|ask|say|remind|repeat)\b/gi, {
    impulse: 'This matters to me, so I would like to talk about it once more',
    about: 'having asked more than once'
  }),
  {
    kind: 'blame',
    parts: ['see'],
    pattern:
      /,?\s*\bbut (?:that's|that is|it's|it is|this is|there's|there is) (?:still )?(?:no|not an|not a) (?:excuse|reason)\b[^.!?]*/gi,
    instead: () => ''
  }
];

function iFelt(verb: string, how: string): string {
  const isPast = verb.toLowerCase() === 'made';
  const word = how.replace(/^feel /i, '');
  if (/^(?:cry|doubt|hate)$/.test(word)) return isPast ? 'I was hurt' : 'I am hurt';
  if (word.startsWith('look')) return isPast ? 'I was embarrassed' : 'I am embarrassed';
  return `${isPast ? 'I felt' : 'I feel'} ${word}`;
}
