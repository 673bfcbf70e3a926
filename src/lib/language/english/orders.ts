import { pattern, without } from '../matcher.ts';
import { after, before, rowsOf, word, type Row, type Test } from '../rows.ts';
import { framed, lower, STOP } from './place.ts';
import { ASKED, STOPPED, TOGETHER } from './requests.ts';

/** The beginning of a sentence. */
const BEGUN = String.raw`(?<=(^|[.!?\n]\s{0,20})(and |but |so |now |then |well,? ){0,5})`;
const TO_MUST = "(to|have to|must|need to|should|better|'d better)";
const AT_ONCE =
  "(immediately|this instant|at once|no excuses|end of story|and that's final|no matter what|without (any )?(discussion|arguing|argument)|and no arguing)";
const NEEDS = 'us to talk about what each of us needs here';

const endsInQuestion: Test = ({ text, end }) => text[end] === '?';
/** What makes an order a request, or a word among friends. */
const softened = word(
  'what',
  pattern`\b(please|love|darling|honey|babe|sweetheart|together|with me|I can't breathe)\b`
);
const AGAIN = pattern` (ever )?again\b`;
const SWEARING = pattern`\b(stupid|bloody|fucking|damn) `;
const asking: Row['say'] = ({ words }) =>
  `I’d like you to ${lower(without(words.what ?? '', SWEARING))}`;

/** An order instead of a request. */
export const ORDERS = rowsOf('order', [
  {
    parts: ['wish', 'impulse'],
    find: pattern`[,.;–—-]?\s{0,20}\b((?<=\w[,.;–—-]?\s{0,20})or else(?! (we|I could|it|you could|they))\b|(or|otherwise) (I'm|I am|I will|I'll|it's|it is|we're|we are) (going to |getting |so )?(leave|leaving|gone|done|over|out|finished|through|breaking up|break up|moving out|move out|divorce|filing|changing the locks)\b(?! (without|at|early|for|the|it|with)\b))[^.!?]*`,
    say: ''
  },
  {
    parts: ['wish'],
    find: pattern`^\s*you (not to|to never|to not) (see|talk to|speak to|meet|go out with|text|write to|call) (him|her|them|your \w+|other \w+|anyone|any \w+)[^.!?]*`,
    say: NEEDS
  },
  {
    parts: ['wish'],
    find: pattern`^\s*you ${TO_MUST} ((stop|quit) (seeing|talking to|meeting|texting|messaging|going out with) (him|her|them|your (friends?|family|mother|sister|brother|colleagues?|mates?|ex)|other \w+|anyone|any \w+)|obey|(call|text|message|update) me every (hour|half hour|\w+ minutes)|do (as|what|whatever|everything) I (say|tell|want)|(give up|drop|quit) your (friends?|job|hobby|family|sport)|ask (me )?(for )?(my )?permission|tell me (every hour|all the time|always) where|(send|share|give) (me )?your (location|password)|show me your (phone|messages)|ask me (first )?before you (go|leave|see|meet|talk|speak))[^.!?]*`,
    say: NEEDS
  },
  {
    parts: ['wish'],
    find: pattern`(?=,?\s{1,20}${AT_ONCE}${STOP})(?<=\byou (not )?to [^.!?]*),?\s{1,20}${AT_ONCE}`,
    say: ''
  },
  {
    parts: ['impulse'],
    find: pattern`${BEGUN}you( have to| must| need to| should| ought to| had better|'d better| better|'ve got to| have got to)( just| finally| really)* (?<what>${ASKED}[^.!?\n]*)`,
    unless: [framed, after(TOGETHER), word('what', TOGETHER)],
    say: asking
  },
  {
    parts: ['impulse'],
    find: pattern`(${BEGUN}|(?<=, ))(just )?(?<what>(${STOPPED}|listen to me(?=\s*([.!]|$)| when)|tell me (the truth|where you (are|were)|who (she|he|that|it) )|answer (me|my|your)\b(?! honestly)|(get off|put down|put away|turn off) (your|that|the (phone|game|tv|telly|computer))|put (your|that|the) \w+ (down|away)|do (the|your) (dishes|washing|share|bit|part|laundry)|clean up (your|after)|look at me when)[^.!?\n]*)`,
    unless: [softened, endsInQuestion],
    say: asking
  },
  {
    parts: ['impulse'],
    find: pattern`${BEGUN}(just )?(calm down|relax|get over it|chill out)${STOP}`,
    say: 'I’d like us to talk when we’re both calm'
  },
  {
    parts: ['impulse'],
    find: pattern`${BEGUN}(just )?grow up${STOP}`,
    say: 'I’d like to talk about how we talk when it’s hard'
  },
  {
    parts: ['impulse'],
    find: pattern`\bif you ([^.!?;\n]{1,200}?,? (then )?(we're (over|through|finished)|it's over( between us)?|I'm leaving you|I'm gone)|(ever |don't )[^.!?;\n]{1,200}?,? (then )?(we're done|I'm done|I'm leaving)|[^.!?;\n]{1,200}? (again|tonight),? (then )?(we're done|I'm done|I'm leaving))${STOP}`,
    unless: [framed],
    say: `I’d like ${NEEDS}`
  },
  {
    parts: ['impulse'],
    find: pattern`(\bjust )?\bshut up(( for once| now| already)?(?=\s*([.!]|$)|, you\b)| (?<listen>and listen( to me)?)\b)`,
    unless: [framed, before(pattern`\b(not|I'll|to|I should|never) $`)],
    say: ({ words }) => (words.listen ? 'I’d like you to listen to me' : 'I need a moment of quiet')
  },
  {
    parts: ['impulse'],
    find: pattern`(?<=(^|[.!?\n]\s{0,20})(and |but |so |now |just |please )?)(leave me alone|go away|get out)${STOP}`,
    say: 'I need some time for myself'
  },
  {
    parts: ['impulse'],
    find: pattern`(?<=(^|[.!?\n]\s{0,20})(just )?)do (what|as) (I (say|tell you)|you're told)\b`,
    say: 'I’d like us to find a way that works for both of us'
  },
  {
    parts: ['impulse'],
    find: pattern`(?<=(^|[.!?\n]\s{0,20})(just |and |so |please )?)(\bdon't you (dare|ever)( even)?|don't(?= ((talk|speak) to me like|walk away|ignore me|lie to me|interrupt me)\b)) (?<what>[^.!?\n]+)`,
    say: ({ words }) => `I’d like you not to ${without(words.what ?? '', AGAIN)}`
  },
  {
    parts: ['impulse', 'wish'],
    find: pattern`\bI (expect|demand|insist that|insist|order|command)( that)? you to (?!be (tired|late|busy|home soon))`,
    unless: [framed],
    say: ({ part }) => (part === 'wish' ? 'you to ' : 'I’d like you to ')
  },
  {
    parts: ['impulse', 'wish'],
    find: pattern`\b(you('re| are) not allowed to|I forbid you to|I (won't|will not|don't|do not) (let|allow) you( to)?|you may not) [^.!?\n]+`,
    unless: [framed],
    say: ({ part }) => (part === 'wish' ? NEEDS : `I’d like ${NEEDS}`)
  }
]);
