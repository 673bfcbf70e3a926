import { isFramed, lower, type Place, type Rule } from './rule.ts';

/** What is asked of someone, and not told of oneself, where a sentence begins with it. */
const STOPPED =
  'stop being|stop (?:text|messag)ing (?:her|him|them|your|other)|stop (?:ly|ignor|shout|yell|scream|nag|blam|critici[sz]|check|accus|interrupt|treat|talk|mak|act|pretend|avoid|walk|look|play|see|meet|flirt|complain|moan|judg|pressur|us|twist|hid|drink|smok|spend|compar|leav|tell|cancel|chang|stonewall|cheat)\\w*ing';
const ASKED = [
  STOPPED,
  'listen(?= to me| when| for|\\s*(?:[.!,]|$))|tell (?:me|us)(?! (?:all|everything) about)|(?:talk|speak|write) to me|answer (?:me|my|your|when)|apologi[sz]e|(?:call|text|message|ring|phone) me(?! crazy)|help(?= me| us| more| out| around|\\s*(?:[.!]|$))|(?:trust|respect|support|believe|ask|show|warn|thank|look at|wait for|leave) me|treat me',
  'let me (?:know|finish|speak|talk|explain|be|in|go)|do (?:the (?!right)|your|what I|as I|more(?: around| in| at home| for (?:me|us)|\\s*(?:[.!]|$)))|be (?:on time|home(?! (?:soon|by now|now|already))|honest|nicer|kinder|quieter|quiet|polite|faithful|serious|an adult|more \\w+|less \\w+)|come home (?:on time|when I|now|by|before)|put (?:your|the|down|away)\\b|turn (?:off|down) (?:that|your|the (?:tv|telly|television|music|game|computer|sound|volume))',
  'get (?:off (?:your|the|that)|a job|your act)|give me (?:space|time|an? (?:break|chance|straight|reason|answer)|your (?:password|phone)|more|some)|keep your|clean (?:up|your|the)|tidy|wash (?:up|the|your)|take (?:out the|the (?:bins?|rubbish|trash|dog|kids))|pick up (?:the|your|after)|pay (?:attention|me|your)|spend (?:less|more) time (?:with (?:me|the kids)|at home)|make (?:time for me|an effort|up your mind)',
  'grow up|change your|change(?=\\s*(?:[.!]|$))|try harder|hurry|calm down|sort (?:yourself|it|this|your)|man up|shut (?:up|the|your)|behave|admit (?:(?:that )?you\\b|it(?=\\s*(?:[.!]|$)))|quit \\w+ing|think (?:before|of me|about me)|remember (?:to|my)|explain (?:yourself|to me)|pull yourself|start (?:helping|listening|treating|telling|talking|doing|acting|pulling|taking|being|trying|caring|paying)'
].join('|');

/** What is done together is no order, nor what goes on as an offer. */
const SHARED =
  /\b(?:together|with you|both|each other|shall I|can I|could I|let's|I can't wait)\b/i;

/** The beginning of a sentence. */
const BEGUN = '(?<=(?:^|[.!?\\n]\\s*)(?:and |but |so |now |then |well,? )*)';
/** What makes an order a request, or a word among friends. */
const SOFTENER =
  /\b(?:please|love|darling|honey|babe|sweetheart|together|with me|I can't breathe)\b/i;

const isQuestion = ({ text, match }: Place) => text[match.index + match[0].length] === '?';
const SWEARING = /\b(?:stupid|bloody|fucking|damn) /gi;
const asking = (what: string) => `I would like you to ${lower(what.replace(SWEARING, ''))}`;

/** An order instead of a request. */
export const ORDERS: readonly Rule[] = [
  {
    kind: 'order',
    parts: ['wish'],
    pattern: new RegExp(
      `^\\s*(?:and |that )?you(?: have to| must| need to| should| ought to| had better| are going to| will| better| have got to|'ve got to|'d better|'re going to|'ll)(?: just| finally| really)? (?=${ASKED})`,
      'gi'
    ),
    instead: ({ after }) => (SHARED.test(after) ? undefined : 'you to ')
  },
  {
    kind: 'order',
    parts: ['wish'],
    pattern: new RegExp(
      `^\\s*(?!(?:help|change)\\W*$)(?:just )?(?<no>(?:don't|do not|never)(?: ever)? (?!worry|be (?:sad|afraid|scared|upset)|go to bed|know|want|mind|care|need|have|think|see|get|understand|feel|forget (?:that )?I))?(?<first>(?<=(?:don't|do not)(?: ever)? )\\w+|(?=${ASKED}|hold me|hug me|kiss me|come with me|love me|give (?:us|it)|take me|touch me)(?:shut up|\\w+))`,
      'gi'
    ),
    instead: ({ match, after }) => {
      const { no = '', first = '' } = match.groups ?? {};
      if (SHARED.test(after)) return undefined;
      if (/^shut up$/i.test(first)) return 'us to take a moment of quiet';
      return `you ${no ? 'not ' : ''}to ${first.toLowerCase()}`;
    }
  },
  {
    kind: 'order',
    parts: ['wish', 'impulse'],
    pattern:
      /[,.;–—-]?\s*\b(?:(?<=\w[,.;–—-]?\s*)or else(?! (?:we|I could|it|you could|they))\b|(?:or|otherwise) (?:I'm|I am|I will|I'll|it's|it is|we're|we are) (?:going to |getting |so )?(?:leave|leaving|gone|done|over|out|finished|through|breaking up|break up|moving out|move out|divorce|filing|changing the locks)\b(?! (?:without|at|early|for|the|it|with)\b))[^.!?]*/gi,
    instead: () => ''
  },
  {
    kind: 'order',
    parts: ['wish'],
    pattern:
      /^\s*you (?:not to|to never|to not) (?:see|talk to|speak to|meet|go out with|text|write to|call) (?:him|her|them|your \w+|other \w+|anyone|any \w+)[^.!?]*|^\s*you (?:to|have to|must|need to|should|better|'d better) (?:stop|quit) (?:seeing|talking to|meeting|texting|messaging|going out with) (?:him|her|them|your (?:friends?|family|mother|sister|brother|colleagues?|mates?|ex)|other \w+|anyone|any \w+)[^.!?]*|^\s*you (?:to|have to|must|need to|should|better|'d better) (?:obey|(?:call|text|message|update) me every (?:hour|half hour|\w+ minutes)|do (?:as|what|whatever|everything) I (?:say|tell|want)|(?:give up|drop|quit) your (?:friends?|job|hobby|family|sport)|ask (?:me )?(?:for )?(?:my )?permission|tell me (?:every hour|all the time|always) where|(?:send|share|give) (?:me )?your (?:location|password)|show me your (?:phone|messages)|ask me (?:first )?before you (?:go|leave|see|meet|talk|speak))[^.!?]*/gi,
    instead: () => 'us to talk about what each of us needs here'
  },
  {
    kind: 'order',
    parts: ['wish'],
    pattern:
      /(?<=\byou (?:not )?to [^.!?]*),?\s+(?:immediately|this instant|at once|no excuses|end of story|and that's final|no matter what|without (?:any )?(?:discussion|arguing|argument)|and no arguing)(?=\s*(?:[.!]|$))/gi,
    instead: () => ''
  },
  {
    kind: 'order',
    parts: ['impulse'],
    pattern: new RegExp(
      `${BEGUN}you(?: have to| must| need to| should| ought to| had better|'d better| better|'ve got to| have got to)(?: just| finally| really)* (?<what>(?:${ASKED})[^.!?\\n]*)`,
      'gi'
    ),
    instead: ({ match, before, after }) =>
      isFramed(before) || SHARED.test(match[0] + after)
        ? undefined
        : asking(match.groups?.what ?? '')
  },
  {
    kind: 'order',
    parts: ['impulse'],
    pattern: new RegExp(
      `(?:${BEGUN}|(?<=, ))(?:just )?(?<what>(?:${STOPPED}|listen to me(?=\\s*(?:[.!]|$)| when)|tell me (?:the truth|where you (?:are|were)|who (?:she|he|that|it) )|answer (?:me|my|your)\\b(?! honestly)|(?:get off|put down|put away|turn off) (?:your|that|the (?:phone|game|tv|telly|computer))|put (?:your|that|the) \\w+ (?:down|away)|do (?:the|your) (?:dishes|washing|share|bit|part|laundry)|clean up (?:your|after)|look at me when)[^.!?\\n]*)`,
      'gi'
    ),
    instead: (place) => {
      const what = place.match.groups?.what ?? '';
      return SOFTENER.test(what) || isQuestion(place) ? undefined : asking(what);
    }
  },
  {
    kind: 'order',
    parts: ['impulse'],
    pattern: new RegExp(
      `${BEGUN}(?:just )?(?:(?<calm>calm down|relax|get over it|chill out)|(?<grow>grow up))(?=\\s*(?:[.!]|$))`,
      'gi'
    ),
    instead: ({ match }) =>
      match.groups?.grow
        ? 'I would like to talk about how we talk when it is hard'
        : 'I would like us to talk when we are both calm'
  },
  {
    kind: 'order',
    parts: ['impulse'],
    pattern:
      /\bif you [^.!?;\n]+?,? (?:then )?(?:we're (?:over|through|finished)|it's over(?: between us)?|I'm leaving you|I'm gone)(?=\s*(?:[.!]|$))|\bif you (?:ever |don't )[^.!?;\n]+?,? (?:then )?(?:we're done|I'm done|I'm leaving)(?=\s*(?:[.!]|$))|\bif you [^.!?;\n]+? (?:again|tonight),? (?:then )?(?:we're done|I'm done|I'm leaving)(?=\s*(?:[.!]|$))/gi,
    instead: ({ before }) =>
      isFramed(before) ? undefined : 'I would like us to talk about what each of us needs here'
  },
  {
    kind: 'order',
    parts: ['impulse'],
    pattern:
      /(?:\bjust )?\bshut up(?:(?: for once| now| already)?(?=\s*(?:[.!]|$)|, you\b)| (?<listen>and listen(?: to me)?)\b)/gi,
    instead: ({ before, match }) => {
      if (isFramed(before) || /\b(?:not|I'll|to|I should|never) $/.test(before)) return undefined;
      return match.groups?.listen ? 'I would like you to listen to me' : 'I need a moment of quiet';
    }
  },
  {
    kind: 'order',
    parts: ['impulse'],
    pattern:
      /(?<=(?:^|[.!?\n]\s*)(?:and |but |so |now |just |please )?)(?:leave me alone|go away|get out)(?=\s*(?:[.!]|$))/gi,
    instead: () => 'I need some time for myself'
  },
  {
    kind: 'order',
    parts: ['impulse'],
    pattern: /(?<=(?:^|[.!?\n]\s*)(?:just )?)do (?:what|as) (?:I (?:say|tell you)|you're told)\b/gi,
    instead: () => 'I would like us to find a way that works for both of us'
  },
  {
    kind: 'order',
    parts: ['impulse'],
    pattern:
      /(?<=(?:^|[.!?\n]\s*)(?:just |and |so |please )?)(?:\bdon't you (?:dare|ever)(?: even)?|don't(?= (?:(?:talk|speak) to me like|walk away|ignore me|lie to me|interrupt me)\b)) (?<what>[^.!?\n]+)/gi,
    instead: ({ match }) =>
      `I would like you not to ${(match.groups?.what ?? '').replace(/ (?:ever )?again\b/i, '')}`
  },
  {
    kind: 'order',
    parts: ['impulse', 'wish'],
    pattern:
      /\bI (?:expect|demand|insist that|insist|order|command)(?: that)? you to (?!be (?:tired|late|busy|home soon))/gi,
    instead: ({ part, before }) =>
      isFramed(before) ? undefined : part === 'wish' ? 'you to ' : 'I would like you to '
  },
  {
    kind: 'order',
    parts: ['impulse', 'wish'],
    pattern:
      /\b(?:you(?:'re| are) not allowed to|I forbid you to|I (?:won't|will not|don't|do not) (?:let|allow) you(?: to)?|you may not) (?<what>[^.!?\n]+)/gi,
    instead: ({ part, before }) =>
      isFramed(before)
        ? undefined
        : part === 'wish'
          ? 'us to talk about what each of us needs here'
          : 'I would like us to talk about what each of us needs here'
  }
];
