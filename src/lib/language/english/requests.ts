import { anyOf, fold, has, pattern } from '../matcher.ts';
import { after, rowsOf } from '../rows.ts';
import { STOP } from './place.ts';

/*
 * What is asked of someone, and not told of oneself, where a sentence begins with it; and what a wish
 * is asked in, which the sentence needs too (sentence.ts).
 */

/** What someone is to stop. */
export const STOPPED = anyOf`
  stop being|stop (text|messag)ing (her|him|them|your|other)
  stop (ly|ignor|shout|yell|scream|nag|blam|critici[sz]|check|accus|interrupt|treat|talk|mak|act|pretend|avoid|walk|look|play|see|meet|flirt|complain|moan|judg|pressur|us|twist|hid|drink|smok|spend|compar|leav|tell|cancel|chang|stonewall|cheat)\w*ing
`;

export const ASKED = anyOf`
  ${STOPPED}
  listen(?= to me| when| for|\s*([.!,]|$))|tell (me|us)(?! (all|everything) about)
  (talk|speak|write) to me|answer (me|my|your|when)|apologi[sz]e
  (call|text|message|ring|phone) me(?! crazy)|help(?= me| us| more| out| around|${STOP})
  (trust|respect|support|believe|ask|show|warn|thank|look at|wait for|leave) me|treat me
  let me (know|finish|speak|talk|explain|be|in|go)
  do (the (?!right)|your|what I|as I|more( around| in| at home| for (me|us)|${STOP}))
  be (on time|home(?! (soon|by now|now|already))|honest|nicer|kinder|quieter|quiet|polite|faithful|serious|an adult|more \w+|less \w+)
  come home (on time|when I|now|by|before)|put (your|the|down|away)\b
  turn (off|down) (that|your|the (tv|telly|television|music|game|computer|sound|volume))
  get (off (your|the|that)|a job|your act)
  give me (space|time|an? (break|chance|straight|reason|answer)|your (password|phone)|more|some)
  keep your|clean (up|your|the)|tidy|wash (up|the|your)
  take (out the|the (bins?|rubbish|trash|dog|kids))|pick up (the|your|after)
  pay (attention|me|your)|spend (less|more) time (with (me|the kids)|at home)
  make (time for me|an effort|up your mind)|grow up|change your|change${STOP}|try harder
  hurry|calm down|sort (yourself|it|this|your)|man up|shut (up|the|your)|behave
  admit ((that )?you\b|it${STOP})|quit \w+ing|think (before|of me|about me)
  remember (to|my)|explain (yourself|to me)|pull yourself
  start (helping|listening|treating|telling|talking|doing|acting|pulling|taking|being|trying|caring|paying)
`;

/** What is done together is no order, nor what goes on as an offer. */
export const TOGETHER = pattern`\b(together|with you|both|each other|shall I|can I|could I|let's|I can't wait)\b`;

/** What in a wish is told and not asked. */
export const WISHES = rowsOf('order', [
  {
    parts: ['wish'],
    find: pattern`^\s*(and |that )?you( have to| must| need to| should| ought to| had better| are going to| will| better| have got to|'ve got to|'d better|'re going to|'ll)( just| finally| really)? (?=${ASKED})`,
    unless: [after(TOGETHER)],
    say: 'you to '
  },
  {
    parts: ['wish'],
    find: pattern`^\s*(?!(help|change)\W*$)(just )?(?<no>(don't|do not|never)( ever)? (?!worry|be (sad|afraid|scared|upset)|go to bed|know|want|mind|care|need|have|think|see|get|understand|feel|forget (that )?I))?(?<first>(?<=(don't|do not)( ever)? )\w+|(?=${ASKED}|hold me|hug me|kiss me|come with me|love me|give (us|it)|take me|touch me)(shut up|\w+))`,
    unless: [after(TOGETHER)],
    say: ({ words: { no, first = '' } }) =>
      has(fold(first), SHUT_UP)
        ? 'us to take a moment of quiet'
        : `you ${no ? 'not ' : ''}to ${first.toLowerCase()}`
  }
]);

const SHUT_UP = pattern`^shut up$`;
