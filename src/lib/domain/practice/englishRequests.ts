import { isFramed, type Rule } from './englishRule.ts';

/** Several things at once. */
export const TOPICS: readonly Rule[] = [
  {
    kind: 'topics',
    pattern:
      /[\s,.;!?–—-]*\b(?:(?:and|but|so) )?(?:another thing(?: is)?|while (?:we're|we are|you're|you are|I'm|I am) at it|on top of (?:that|it all|all that|everything)(?=,| you| the| we| your| our| there)|besides,|secondly|second,|not to mention (?=your|that you|the way you|how you)|don't get me started on|then there(?:'s| is| are) (?=your|also|the way you|that))[\s\S]*/gi,
    instead: ({ match, mood }) => {
      if (mood === 'pleasant') return undefined;
      const isFirst = match.index === 0;
      if (!isFirst) return '';
      const opener =
        /^[\s,.;!?–—-]*(?:and another thing|another thing is|while \S+(?: are| am)? at it|[^,]*?),?\s*(?:is |that )?/i.exec(
          match[0]
        )?.[0] ?? '';
      return { start: 0, end: opener.length, instead: '' };
    }
  },
  {
    kind: 'topics',
    parts: ['about'],
    pattern:
      /^\s*(?<first>(?:the|your|our|my|all the|that you|when you) [^,]+),\s*(?:(?:the|your|our|my|all the|that you|when you) [^,]+,?\s*)+\band (?:the|your|our|my|all the|that you|when you) [^,]+$/gi,
    instead: ({ match, mood, text }) =>
      mood === 'unpleasant' && /\byou(?:r)?\b/i.test(text) && !/\bthe way\b|\bhow\b/i.test(text)
        ? (match.groups?.first ?? '')
        : undefined
  },
  {
    kind: 'topics',
    parts: ['wish'],
    pattern:
      /^\s*(?<first>(?:you|us) (?:not )?to [^,;.]+?)(?:[,;.]|\s+and)\s*(?:and )?(?:(?:you|us|me) (?:not )?to [^,;.]+?(?:[,;.]|\s+and)\s*(?:and )?)+(?:you|us|me) (?:not )?to [^,;]+$/gi,
    instead: ({ match }) => match.groups?.first
  }
];

const BIDDING =
  "come|stop|don't|do not|never|be|listen|tell|give|put|let|clean (?:up|your|the)|get|take|make|go|do|keep|bring|answer|remember|admit|quit|apologi[sz]e|say|leave (?:me|my|your)|(?:show|call|text|hug|kiss|help|hold|love|trust|respect|pick|ring|phone|meet|ask|write|message|warn|support|treat|look at) (?:me|us)|talk to me|spend (?:time|more)|wait for|start \\w+ing|pay attention|try to|look at|turn off|switch off|hurry|grow up|think before|wash|tidy|calm down|shut|just \\w+";

/** An order instead of a request. */
export const ORDERS: readonly Rule[] = [
  {
    kind: 'order',
    parts: ['wish'],
    pattern:
      /^\s*(?:and |that )?you (?:have to|must|need to|should|ought to|had better|are going to|will|better|have got to)(?: just| finally| really)? (?!have\b|know\b|see that\b|be (?:aware|so)\b)(?=\w)/gi,
    instead: () => 'you to '
  },
  {
    kind: 'order',
    parts: ['wish'],
    pattern: /^\s*you(?:'ve got to|'d better|'re going to|'ll)(?: just| finally| really)? (?=\w)/gi,
    instead: () => 'you to '
  },
  {
    kind: 'order',
    parts: ['wish'],
    pattern: new RegExp(
      `^\\s*(?=(?:${BIDDING})\\b)(?!let's\\b|just (?:a|the|to|you|us|one|some|ten|five|me)\\b|(?:come|be|go|do|keep|try|look|start|get|make)ing\\b)(?<no>(?:don't|do not|never|just) )?(?<first>\\w+)`,
      'gi'
    ),
    instead: ({ match }) => {
      const { no = '', first = '' } = match.groups ?? {};
      const not = /^(?:don't|do not|never)/i.test(no) ? 'not ' : '';
      return `you ${not}to ${first.toLowerCase()}`;
    }
  },
  {
    kind: 'order',
    parts: ['wish', 'impulse'],
    pattern:
      /[,.;–—-]?\s*\b(?:or else\b|(?:or|otherwise) (?:I'm|I am|I will|I'll|it's|it is|we're|we are) (?:going to |getting |so )?(?:leave|leaving|gone|done|over|out|finished|through|breaking up|break up|moving out|move out|divorce|filing)\b(?! (?:without|at|early|for|the|it|with)\b))[^.!?]*/gi,
    instead: () => ''
  },
  {
    kind: 'order',
    parts: ['wish'],
    pattern:
      /^\s*you (?:not to|to never|to not) (?:see|talk to|speak to|meet|go out with|text|write to|call) (?:him|her|them|your \w+|other \w+|anyone|any \w+)[^.!?]*|^\s*you to (?:stop|quit) (?:seeing|talking to|meeting|texting|messaging|going out with) (?:him|her|them|your (?:friends?|family|mother|sister|brother|colleagues?|mates?|ex)|other \w+|anyone|any \w+)[^.!?]*|^\s*you to (?:obey|do (?:as|what|whatever|everything) I (?:say|tell|want)|(?:give up|drop|quit) your (?:friends?|job|hobby|family|sport)|ask (?:me )?(?:for )?(?:my )?permission|ask me (?:first )?before you (?:go|leave|see|meet|talk|speak))[^.!?]*/gi,
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
    pattern:
      /(?<=(?:^|[.!?\n]\s*)(?:and |but |so |now |then |well,? )?)you(?: have to| must| need to| should| ought to| had better|'d better| better|'ve got to| have got to)(?<soft>(?: just| finally| really| start to)*) (?!have\b|(?:work|know|see|try|hear|taste|meet|rest|eat|sleep|feel|get up|go (?:now|to (?:work|sleep|bed|the doctor|school)|soon|home)|leave (?:now|soon|at)|think (?:I|that I)|miss|look after yourself|take care of yourself|relax|be (?:so |very )?(?:home|back|done|fine|okay|ok|able|safe|tired|exhausted|proud|hungry|freezing|cold|joking|kidding|careful|there|worried|stressed|happy|glad)|come (?:and see|visit)|read|watch|visit|go and see|be (?:there|here|at|in))\b)(?<what>[^.!?\n]+)/gi,
    instead: ({ match, before }) =>
      isFramed(before) ? undefined : `I would like you to ${match.groups?.what ?? ''}`
  },
  {
    kind: 'order',
    parts: ['impulse'],
    pattern:
      /(?<=(?:^|[.!?\n]\s*|, )(?:and |but |so |now |just |please )?)stop (?!worrying|apologi[sz]ing|blaming yourself|beating yourself|being so hard|saying sorry|crying|doubting yourself|by\b|me if|at\b|for\b|there|it,? you're)(?<what>\w+ing\b[^.!?\n]*)/gi,
    instead: ({ match }) => `I would like you to stop ${match.groups?.what ?? ''}`
  },
  {
    kind: 'order',
    parts: ['impulse'],
    pattern: /(?:\bjust )?\bshut up\b/gi,
    instead: ({ before }) =>
      isFramed(before) || /\b(?:not|I'll|to|I should|never) $/.test(before)
        ? undefined
        : 'I need a moment of quiet'
  },
  {
    kind: 'order',
    parts: ['impulse'],
    pattern: /(?<=(?:^|[.!?\n]\s*)(?:and |but |so |now |just |please )?)leave me alone\b/gi,
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
    pattern: /\bdon't you (?:dare|ever)(?: even)? (?<what>[^.!?\n]+)/gi,
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
