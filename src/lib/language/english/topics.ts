import type { Rule } from './rule.ts';

/** Several things at once. */
export const TOPICS: readonly Rule[] = [
  {
    kind: 'topics',
    pattern:
      /[\s,.;!?–—-]*\b(?:(?:and|but|so) )?(?:another thing(?: is\b|(?=[,:]| you| your))|while (?:we're|we are|you're|you are|I'm|I am) at it|on top of (?:that|it all|all that|everything)(?=,| you| the| we| your| our| there)|besides,(?! I\b)|secondly|second,|not to mention (?=your|that you|the way you|how you)|don't get me started on|then there(?:'s| is| are) (?=your|also|the way you|that))[\s\S]*/gi,
    instead: ({ match, mood }) => {
      if (mood === 'pleasant' || /\blove\b/i.test(match[0])) return undefined;
      const isFirst = match.index === 0;
      if (isFirst && !/\byou(?!r? (?:could|can))/i.test(match[0])) return undefined;
      if (!isFirst) return '';
      const opener =
        /^[\s,.;!?–—-]*(?:(?:and|but|so) )?(?:another thing(?: is)?|while \S+(?: are| am)? at it|on top of \S+(?: \S+)?(?=,)|besides|secondly|second|not to mention)?,?\s*(?:is |that )?/i.exec(
          match[0]
        )?.[0] ?? '';
      return { start: 0, end: opener.length, instead: '' };
    }
  },
  {
    kind: 'topics',
    parts: ['about'],
    pattern:
      /^\s*(?<first>(?:the|your|our|my|all the|that you|when you) [^,]+),\s*(?:(?:the|your|our|my|all the|that you|when you) [^,]+,?\s*)+\band (?:the|your|our|my|all the|that you|when you) [^,]+$|^\s*(?<two>that you .+?)(?:,? and that you .+?){2,}$/gi,
    instead: ({ match, mood, text }) =>
      mood === 'unpleasant' && /\byou(?:r)?\b/i.test(text) && !/\bthe way\b|\bhow\b/i.test(text)
        ? (match.groups?.first ?? match.groups?.two ?? '')
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
