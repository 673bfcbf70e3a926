import { clause, isAsked, isFramed, lower, type Rule } from './rule.ts';
import { BAD_FEELING } from './words.ts';

/** A doubt that is told as one's own. */
const OWNED =
  /\b(?:afraid|fear|fears|worry|worried|worrying|scared|wonder|wondering|imagine|imagining|tell myself|telling myself|told myself|the thought|a thought|the story|seems|seemed|part of me|ask myself|asking myself|asked myself|my (?:mind|head) (?:says|tells)|sometimes (?:I )?(?:think|believe|feel)|doubt|as though|the idea|idea that|question)\b[^;]*$/i;

/** How it is for a while, which one can see. */
const FOR_NOW = /\b(?:right now|tonight|today|at the moment|then|yesterday)\b/i;

const GUESSED = /^,? (?:I (?:guess|suppose|imagine)|perhaps|maybe|is that|am I right)\b/i;
const FEEL_LIKE = /\bfe(?:el|els|lt|eling) (?:like|as if|that)\s*$/i;

const SURE =
  '(?: (?:even|really|actually|just|clearly|obviously|simply|probably|secretly|only|still|must))*';
const ABOUT_ME = '(?:me|us|my|mine|our|how I|what I|anything I|whether I|if I|that I|how we)\\b';

const claims: readonly { readonly pattern: RegExp; readonly isFineToSee?: true }[] = [
  {
    pattern: new RegExp(
      `\\byou(?: ${'(?:clearly|obviously|just|simply|really)'})?(?: do not| don't| did not| didn't| never)${SURE} care(?:d)?(?: (?:about|for) (?=${ABOUT_ME})| (?=(?:how|what|if|whether|that) I\\b)| at all| any ?more| enough|(?=\\s*(?:[.,;!?]|$)))[^.,;!?]*`,
      'gi'
    )
  },
  {
    pattern: new RegExp(
      `\\byou(?: clearly| obviously| just| simply)?(?: do not| don't| didn't| did not|'ve never| have never)${SURE} (?:(?:love|loved) (?:me|us)(?! (?:less|any less|because|only|for|like))|respect me|appreciate (?:me|us|anything I|what I)|want me(?! to)|need me(?! to)|miss(?:ed)? me(?! when)|like me(?! (?:\\w+ing|to|in|when)\\b)|give a (?:damn|shit|fuck)|find me (?:attractive|interesting|beautiful)|want to (?:be with me|spend time with me|understand|see me|be here with me))[^.,;!?]*`,
      'gi'
    )
  },
  {
    pattern: new RegExp(
      `\\byou (?:could not|couldn't|could) care less(?: (?:(?:about|if|whether|what|how) (?:${ABOUT_ME})|how I\\b)[^.,;!?]*|(?=\\s*(?:[.,;!?]|$)))`,
      'gi'
    )
  },
  {
    pattern: new RegExp(
      `\\byou(?:'re|'ve)?(?: are| were| have been)?${SURE} (?:trying|out|wanting|want|wanted) to (?:hurt me|punish|annoy|humiliate|provoke|avoid me|get rid of|make me (?:feel )?(?:${BAD_FEELING}|look)|get back at|win (?:this|against)|start a fight|upset me|leave me(?=\\s*(?:[.,;!?]|$)| for| alone)|break up|be with someone else|see me (?:fail|suffer)|replace me)[^.,;!?]*`,
      'gi'
    )
  },
  {
    pattern:
      /\byou (?:clearly |obviously |just )?(?:did|are doing|were doing|do) (?:it|this|that) (?:(?:on purpose|deliberately)(?! (?:to (?:make me laugh|help|surprise)|so I))|just to (?:hurt|annoy|spite|upset|punish) me)\b|\byou(?:'re| are) doing (?:it|this|that) (?:on purpose|deliberately|(?:just )?to (?:hurt|annoy|spite|upset|punish) me)\b|\byou (?:deliberately|intentionally) [^.,;!?]+/gi
  },
  {
    pattern:
      /\byou(?:'ve| have)? only (?:ever )?(?:care|cared|think|thought) (?:about|of) (?:yourself|your|work|money|sex|winning)\b[^.,;!?]*|\byou (?:clearly |obviously )?care more about (?!me\b|us\b)[^.,;!?]*? than (?:about )?(?:me|us)\b/gi
  },
  {
    isFineToSee: true,
    pattern: new RegExp(
      `\\byou(?: must| probably| obviously| clearly| just| secretly| really| always)* (?:think|thought|believe) (?:that )?(?:I'm|I am|I was|we are|we're) (?:(?:an?|so|just|too|such|some|your) )*(?:stupid|idiot|crazy|weak|worthless|boring|ugly|fat|nothing|burden|not good enough|needy|lazy|useless|dumb|annoying|a joke|mad|insane|pathetic|the problem|a bad|not enough)\\b(?! (?:for|to|about|in)\\b)[^.,;!?]*`,
      'gi'
    )
  },
  {
    pattern:
      /\byou(?: secretly| really| obviously| clearly| just| must)* hate (?:me|us|my (?:family|friends|mother|mum|mom|father|dad|parents|sister|brother|kids|body)|being with me|spending time with me|living with me)\b(?! (?:in|when|for|to|with)\b)[^.,;!?]*/gi
  },
  {
    isFineToSee: true,
    pattern:
      /\byou(?:'d| would| clearly would| obviously would) (?:much )?rather (?:be with (?:her|him|your|someone|anyone|them)\b[^.,;!?]*|(?:be|spend|talk|sleep|go)[^.,;!?]* than (?:with |to )?(?:me|us)\b)/gi
  },
  {
    pattern:
      /\byou(?:'ve| have)? (?:stopped|given up) (?:loving (?:me|us)|caring(?= (?:about (?:me|us|our|how|what I))|\s*(?:[.,;!?]|$))|wanting me|trying(?=\s*(?:[.,;!?]|$)))[^.,;!?]*/gi
  },
  {
    pattern:
      /\byou know (?:exactly|very well|perfectly well|damn well|full well) (?:what you|that (?:it|this)|how (?:much )?(?:it|this|that) (?:hurts|hurt|upsets|annoys))\b[^.,;!?]*/gi
  },
  {
    pattern:
      /\bI know (?:exactly |perfectly well |very well )?what you(?:'re| are) thinking(?=\s*(?:[.!]|$))/gi
  },
  {
    pattern:
      /\bI (?:just )?know (?:that )?(?<sure>you(?:'re| are) (?:cheating|lying|seeing (?:someone|somebody|him|her)|having an affair|hiding something)\b[^.,;!?]*)/gi
  },
  {
    pattern:
      /\byou(?:'re| are)(?: just| clearly| obviously| probably| already)* (?:(?:bored|fed up) (?:with|of)|tired of|sick of|ashamed of) (?:me|us)(?=\s*(?:[.,;!?]|$)| (?:and|already|now|any)\b)[^.,;!?]*|\byou(?: just| clearly| obviously)* love (?!me\b|us\b)[^.,;!?]+ more than (?:me|us)\b|\byou think you(?:'re| are) (?:so much )?better than (?:me|us)\b|\byou(?:'re| are) only with me (?:for|because)\b[^.,;!?]*|\byou wish you(?:'d| had) never (?:met|married) (?:me|us)\b|\byou(?: just)? want me to (?:feel (?:bad|guilty|small|stupid|worthless)|suffer|fail|leave)\b[^.,;!?]*|\byou(?: clearly| obviously| just)* prefer [^.,;!?]+ to (?:me|us|being with me)\b|\byou(?: just| really| clearly| obviously)* (?:enjoy|like) (?:seeing|watching|making) me (?:suffer|cry|upset|sad|angry|miserable|struggle|fail|small|jealous|wait)\b[^.,;!?]*/gi
  },
  {
    isFineToSee: true,
    pattern:
      /\byou (?:don't|do not) even (?:want to (?:be (?:here|with me)|talk to me|try|know)|like me|miss me|notice me|see me|try)\b[^.,;!?]*/gi
  }
];

/** What only the other can know. A doubt that is told as one's own is left alone. */
export const MINDS: readonly Rule[] = claims.map(({ pattern, isFineToSee }) => ({
  kind: 'mind',
  pattern,
  instead: (place) => {
    const { before, after, part, mood, match } = place;
    const isOwned =
      isFramed(before.replace(FEEL_LIKE, '')) || OWNED.test(before) || GUESSED.test(after);
    if (isOwned || isAsked(before) || mood === 'pleasant') return undefined;
    if (part === 'see' && (isFineToSee || FOR_NOW.test(match[0]))) return undefined;
    const claim = lower(
      (match.groups?.sure ?? match[0])
        .replace(
          / (?:obviously|clearly|even|simply|just|really|actually|probably|secretly|must)\b/gi,
          ''
        )
        .trim()
    );
    const isReading = claim.startsWith('i know');
    return clause(place, {
      impulse: isReading
        ? 'I would like to know what you are thinking'
        : `I am afraid that ${claim}`,
      about: isReading ? 'not knowing what you are thinking' : `the thought that ${claim}`,
      wish: 'to tell you what I am afraid of'
    });
  }
}));
