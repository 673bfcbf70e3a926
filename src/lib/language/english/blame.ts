import { fold, has, pattern } from '../matcher.ts';
import {
  after,
  around,
  before,
  both,
  not,
  pleasant,
  rowsOf,
  within,
  type Instead,
  type Place,
  type Test
} from '../rows.ts';
import { asked, clause, framed, warm, WARM, type Others } from './place.ts';
import { BAD_FEELING, LABEL } from './words.ts';

const SHARED: Others = {
  impulse: 'This is hard for me, and I’d like to talk about how it came about',
  about: 'how this went',
  see: 'this wasn’t easy for you either'
};

const WITH_ME = pattern`^ (when|whenever|because|if|every)\b`;

/** "You make me …" is said as what I feel. */
function felt(place: Place): Instead {
  const { verb = '', how = '' } = place.words;
  const was = fold(verb) === 'made';
  const word = how.replace(/^feel /i, '');
  const feeling = /^(?:cry|doubt|hate)$/.test(word)
    ? 'hurt'
    : word.startsWith('look') && 'embarrassed';
  const mine = feeling
    ? `I ${was ? 'was' : 'am'} ${feeling}`
    : `I ${was ? 'felt' : 'feel'} ${word}`;
  if (place.part === 'impulse' && has(place.after, WITH_ME)) return mine;
  return clause({ impulse: mine, about: 'what happened', see: 'you did that' })(place);
}

/** "How can you be so …" goes on with a hard word or a kind one. */
const kindly: Test = ({ words }) => !!words.how && !has(`${fold(words.how)} to`, UNKIND);
const UNKIND = pattern`^(${LABEL}|cruel|blind|cold)`;

/** "You ruined …" */
function sad(place: Place): Instead {
  const what = fold(place.words.what ?? '');
  const it = /^(?:everything|it all|it|us|this)$/.test(what) ? 'this' : place.words.what;
  const how = `how ${it} ${has(fold(place.found), BEING) ? 'is going' : 'went'}`;
  return clause({ impulse: `I’m sad about ${how}`, about: how })(place);
}
const BEING = pattern`^you('re| are)\b`;

function wished(place: Place): Instead {
  const { no = '', verb = '' } = place.words;
  const had = `you had ${fold(no) === 'should' ? '' : 'not '}${verb.trim()}`;
  return clause({ impulse: `I wish ${had}`, about: `wishing ${had}` })(place);
}

/** Whose fault it is. */
export const BLAME = rowsOf('blame', [
  {
    find: pattern`\b((it|this|that|everything|all (of )?this|it all)('s| is| was)( all| always| entirely| only| completely| totally| just)* your (own )?(damn |bloody )?fault|you('re| are) (the one )?(who is )?to blame( for)?|I blame you|you('re| are) the problem|you started (it|this|the fight)|you made me do (it|this|that))\b`,
    unless: [framed, asked, before(pattern`\b(none|nothing|neither|not|nobody|hardly)\b`)],
    say: clause(SHARED)
  },
  {
    find: pattern`\byou('re|'ve)?( are| were| have| had| always| just| really| constantly| keep| only)* (?<verb>make|made|making) me (feel )?((so|very|really|totally|absolutely|completely|always) )*(?<how>${BAD_FEELING})\b`,
    unless: [
      framed,
      after(
        pattern`^ (about|in love|laugh|with (worry|laughter)|(happy|good) tears|for (you|joy|more))`
      ),
      both(within('impulse'), asked)
    ],
    say: felt
  },
  {
    find: pattern`\byou('re| are| always| really| just)* (drive|drove|driving) me (crazy|mad|insane|nuts|up the wall)\b`,
    unless: [
      framed,
      pleasant,
      after(pattern`^ (in (the best|a good|such a good)|with (love|desire|joy))`)
    ],
    say: clause({ impulse: 'I get upset', about: 'what happened' })
  },
  {
    find: pattern`\byou('ve|'re)?( have| are| just| always| really)* (ruin|ruined|ruining|spoil|spoiled|spoilt|wreck|wrecked|destroy|destroyed|mess(ed)? up|destroying|wrecking|spoiling|screw(ed)? up) (?<what>everything|it all|it|us|christmas|thanksgiving|easter|(my|our|the) (\w+ )?(birthday|wedding|life|marriage|holiday|vacation|evening|night|party|day|trip|dinner|meal|weekend|christmas|surprise|mood|family|relationship|friendship|career|chances))(?= |[.,;!?]|$)`,
    unless: [framed, asked],
    say: sad
  },
  {
    find: pattern`\byou('ve| have| always| just)* (mess(ed)?|screw(ed)?|fuck(ed)?) (?<what>everything|it all|this|us) up\b`,
    unless: [framed, asked],
    say: sad
  },
  {
    find: pattern`\b(look (at )?what you('ve done(?=\s*([.!]|$)| to (me|us))| made me do)|what('s| is| the hell is) wrong with you|what('s| is) your problem|how (could|can|dare) you( (do (this|that|it)|say (this|that|it)|be so (?<how>\w+)|treat me|forget|lie))?( like (this|that))?( to me)?|you did this to (me|us))(?=\s*[?!.,;]|$| to| like)`,
    unless: [framed, kindly],
    say: clause({
      impulse: 'I’d like to understand what happened',
      about: 'not understanding what happened'
    })
  },
  {
    find: pattern`\bthanks (a lot )?for (nothing|ruining|spoiling)\b`,
    unless: [framed],
    say: clause({
      impulse: 'I had hoped for something else',
      about: 'what I had hoped for'
    })
  },
  {
    find: pattern`\byou (really |just |have |'ve )*(let me down|disappointed me)\b`,
    unless: [framed, asked, after(pattern`^ (gently|easy|softly)`)],
    say: clause({
      impulse: 'I was disappointed, as I had hoped for something else',
      about: 'what I had hoped for'
    })
  },
  {
    find: pattern`\byou (?<no>shouldn't|should not|should)( have|'ve) (?<verb>(told|called(?! it)|rung|phoned|texted|written|let me|asked|said|listened|helped|waited|known|thought|remembered|checked|apologi[sz]ed|stopped|warned|come (home|with|to)|picked|noticed|stood up|defended|answered|done (it|that|this|the|your|what)|paid|invited|trusted|left me|gone without|kept|cleaned|tidied)\b[^.!?;,]*)`,
    unless: [
      framed,
      pleasant,
      warm,
      after(
        pattern`\b(fun|great|wonderful|delicious|amazing|so good)\b`,
        pattern`\b(I|we)('d| would) (have|gladly)\b`
      )
    ],
    say: wished
  },
  {
    find: pattern`\byou('re| are| were) the (only )?reason (that |why )?(I (cry|hate|can't|suffer)|I('m| am| feel)( so| always)* ${BAD_FEELING}|we (keep )?(fight|argu))\w*`,
    unless: [framed],
    say: clause(SHARED)
  },
  {
    find: pattern`\b((all |just |only )*because of|thanks to) you\b`,
    unless: [
      pleasant,
      not(
        around(
          pattern`\b(cry|cried|sad|late|lost|can't|cannot|couldn't|miserable|angry|alone|missed|fail|failed|upset|suffer|ill|unhappy|miss|broke|hate|worse|ruined)\b`
        )
      ),
      around(WARM, pattern`\b(not|never|no longer|less)\b`)
    ],
    say: ({ part }) => (part === 'about' ? 'what happened' : 'because of what happened')
  },
  {
    find: pattern`\bhow many times do I (have|need) to (tell|ask|say|remind|repeat)\b`,
    unless: [framed],
    say: clause({
      impulse: 'This matters to me, so I’d like to talk about it once more',
      about: 'having asked more than once'
    })
  },
  {
    parts: ['see'],
    find: pattern`,?\s{0,20}\bbut (that's|that is|it's|it is|this is|there's|there is) (still )?(no|not an|not a) (excuse|reason)\b[^.!?]*`,
    say: ''
  }
]);
