import { fold, has, pattern, without } from '../matcher.ts';
import { after, before, both, pleasant, rowsOf, within, type Place, type Test } from '../rows.ts';
import { asked, clause, END, FRAMES, lower } from './place.ts';
import { BAD_FEELING } from './words.ts';

/** A doubt that is told as one's own. */
const owned = before(
  pattern`\b(afraid|fear|fears|worry|worried|worrying|scared|wonder|wondering|imagine|imagining|tell myself|telling myself|told myself|the thought|a thought|the story|seems|seemed|part of me|ask myself|asking myself|asked myself|my (mind|head) (says|tells)|sometimes (I )?(think|believe|feel)|doubt|as though|the idea|idea that|question)\b[^;]{0,300}$`
);
const guessed = after(pattern`^,? (I (guess|suppose|imagine)|perhaps|maybe|is that|am I right)\b`);

/** "I feel like" owns nothing. */
const FEEL_LIKE = pattern`\bfe(el|els|lt|eling) (like|as if|that)\s*$`;
const reported: Test = ({ before }) => {
  const rest = without(before, FEEL_LIKE);
  return FRAMES.some((frame) => has(rest, frame));
};

/** How it is for a while, which one can see. */
const FOR_NOW = pattern`\b(right now|tonight|today|at the moment|then|yesterday)\b`;
const forNow: Test = ({ found }) => has(fold(found), FOR_NOW);

const SURE =
  '( (even|really|actually|just|clearly|obviously|simply|probably|secretly|only|still|must))*';
const ABOUT_ME = String.raw`(me|us|my|mine|our|how I|what I|anything I|whether I|if I|that I|how we)\b`;
const TO_HURT = '(hurt|annoy|spite|upset|punish) me';
const REST = '[^.,;!?]*';

const CLAIMS = [
  pattern`\byou( (clearly|obviously|just|simply|really))?( do not| don't| did not| didn't| never)${SURE} care(d)?( (about|for) (?=${ABOUT_ME})| (?=(how|what|if|whether|that) I\b)| at all| any ?more| enough|${END})${REST}`,
  pattern`\byou( clearly| obviously| just| simply)?( do not| don't| didn't| did not|'ve never| have never)${SURE} ((love|loved) (me|us)(?! (less|any less|because|only|for|like))|respect me|appreciate (me|us|anything I|what I)|want me(?! to)|need me(?! to)|miss(ed)? me(?! when)|like me(?! (\w+ing|to|in|when)\b)|give a (damn|shit|fuck)|find me (attractive|interesting|beautiful)|want to (be with me|spend time with me|understand|see me|be here with me))${REST}`,
  pattern`\byou (could not|couldn't|could) care less( ((about|if|whether|what|how) (${ABOUT_ME})|how I\b)${REST}|${END})`,
  pattern`\byou('re|'ve)?( are| were| have been)?${SURE} (trying|out|wanting|want|wanted) to (hurt me|punish|annoy|humiliate|provoke|avoid me|get rid of|make me (feel )?(${BAD_FEELING}|look)|get back at|win (this|against)|start a fight|upset me|leave me(?=\s*([.,;!?]|$)| for| alone)|break up|be with someone else|see me (fail|suffer)|replace me)${REST}`,
  pattern`\byou (clearly |obviously |just )?(did|are doing|were doing|do) (it|this|that) ((on purpose|deliberately)(?! (to (make me laugh|help|surprise)|so I))|just to ${TO_HURT})\b`,
  pattern`\byou('re| are) doing (it|this|that) (on purpose|deliberately|(just )?to ${TO_HURT})\b`,
  pattern`\byou (deliberately|intentionally) [^.,;!?]+`,
  pattern`\byou('ve| have)? only (ever )?(care|cared|think|thought) (about|of) (yourself|your|work|money|sex|winning)\b${REST}`,
  pattern`\byou (clearly |obviously )?care more about (?!me\b|us\b)[^.,;!?]*? than (about )?(me|us)\b`,
  pattern`\byou( secretly| really| obviously| clearly| just| must)* hate (me|us|my (family|friends|mother|mum|mom|father|dad|parents|sister|brother|kids|body)|being with me|spending time with me|living with me)\b(?! (in|when|for|to|with)\b)${REST}`,
  pattern`\byou('ve| have)? (stopped|given up) (loving (me|us)|caring(?= (about (me|us|our|how|what I))|\s*([.,;!?]|$))|wanting me|trying${END})${REST}`,
  pattern`\byou know (exactly|very well|perfectly well|damn well|full well) (what you|that (it|this)|how (much )?(it|this|that) (hurts|hurt|upsets|annoys))\b${REST}`,
  pattern`\bI know (exactly |perfectly well |very well )?what you('re| are) thinking(?=\s*([.!]|$))`,
  pattern`\bI (just )?know (that )?(?<sure>you('re| are) (cheating|lying|seeing (someone|somebody|him|her)|having an affair|hiding something)\b${REST})`,
  pattern`\byou('re| are)( just| clearly| obviously| probably| already)* ((bored|fed up) (with|of)|tired of|sick of|ashamed of) (me|us)(?=\s*([.,;!?]|$)| (and|already|now|any)\b)${REST}`,
  pattern`\byou( just| clearly| obviously)* love (?!me\b|us\b)[^.,;!?]+ more than (me|us)\b`,
  pattern`\byou think you('re| are) (so much )?better than (me|us)\b`,
  pattern`\byou('re| are) only with me (for|because)\b${REST}`,
  pattern`\byou wish you('d| had) never (met|married) (me|us)\b`,
  pattern`\byou( just)? want me to (feel (bad|guilty|small|stupid|worthless)|suffer|fail|leave)\b${REST}`,
  pattern`\byou( clearly| obviously| just)* prefer [^.,;!?]+ to (me|us|being with me)\b`,
  pattern`\byou( just| really| clearly| obviously)* (enjoy|like) (seeing|watching|making) me (suffer|cry|upset|sad|angry|miserable|struggle|fail|small|jealous|wait)\b${REST}`
];

/** Claims that are granted in seeing why. */
const FINE_TO_SEE = [
  pattern`\byou( must| probably| obviously| clearly| just| secretly| really| always)* (think|thought|believe) (that )?(I'm|I am|I was|we are|we're) ((an?|so|just|too|such|some|your) )*(stupid|idiot|crazy|weak|worthless|boring|ugly|fat|nothing|burden|not good enough|needy|lazy|useless|dumb|annoying|a joke|mad|insane|pathetic|the problem|a bad|not enough)\b(?! (for|to|about|in)\b)${REST}`,
  pattern`\byou('d| would| clearly would| obviously would) (much )?rather (be with (her|him|your|someone|anyone|them)\b${REST}|(be|spend|talk|sleep|go)${REST} than (with |to )?(me|us)\b)`,
  pattern`\byou (don't|do not) even (want to (be (here|with me)|talk to me|try|know)|like me|miss me|notice me|see me|try)\b${REST}`
];

const SURELY = pattern` (obviously|clearly|even|simply|just|really|actually|probably|secretly|must)\b`;

function asFear(place: Place) {
  const claim = lower(without(place.words.sure || place.found, SURELY).trim());
  const wish = 'to tell you what I’m afraid of';
  if (!claim.startsWith('i know'))
    return clause({
      impulse: `I’m afraid that ${claim}`,
      about: `the thought that ${claim}`,
      wish
    })(place);
  const thinking = 'what you are thinking';
  return clause({
    impulse: `I’d like to know ${thinking}`,
    about: `not knowing ${thinking}`,
    wish
  })(place);
}

const unless = [pleasant, reported, owned, guessed, asked];

/** What only the other can know. A doubt that is told as one's own is left alone. */
export const MINDS = rowsOf('mind', [
  ...CLAIMS.map((find) => ({
    find,
    unless: [...unless, both(within('see'), forNow)],
    say: asFear
  })),
  ...FINE_TO_SEE.map((find) => ({ find, unless: [...unless, within('see')], say: asFear }))
]);
