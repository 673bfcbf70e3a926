import { PERSON, SELF } from './danger.ts';

/*
 * What sounds like the words of danger and is none of it: things that "hit" us, play and idiom.
 */

/** Where one can get hurt with nobody's ill will. */
const ACCIDENT =
  '(?:cook|kitchen|garden|football|tennis|gym|sport|run|ski|climb|cycl|bike|bicycle|shav|train|danc|stairs|fell|fall|slip|tripp|tin|can|glass|paper|work(?:shop|out)|lift|yoga|match|practi[cs]e|hik|swim|skat|basketball|ice)\\w*';

/** What does something and is no person: "it", "the loneliness", "what they said". */
const THING = `(?:it|this|that|which|what (?:he|she|they|you|i|we) (?:said|did|wrote)|panic|fear|anger|rage|grief|shame|guilt|envy|worry|work|life|reality|(?:my|his|her|their) (?:words?|thoughts?|silence|tone|look|news|answer|message|joke|tie|heart|mind|cat|dog)|(?:the|an?) (?!(?:${PERSON}|day|night|time|moment|way|evening|morning|week|year|last|first|one|same|next|fact)\\b)\\w+|\\w{3,}(?:ness|ousy|tion|ment))`;
const FILLER =
  '(?:\\w+ly|really|just|has|have|had|is|are|was|will|would|can|could|may|might|also|still|always|never|often|then|to|of|in|from|about|on)';

/** What sounds alike and is none: it is taken out before a text is looked at. */
export const HARMLESS: readonly string[] = [
  // A thing, a thought or a pet does it, not a person.
  `${THING}(?: ${FILLER}){0,2} (?:hits?|grab(?:s|bed)|push(?:es|ed|ing)|chok(?:es?|ed|ing)|follow(?:s|ed|ing)|stalk(?:s|ed|ing)|track(?:s|ed)|scar(?:es|ed|ing)|kick(?:s|ed)|beats?|beating|hurts?|hurting|slap(?:s|ped)|punch(?:es|ed)|threaten(?:s|ed)|isolat(?:es|ed)|drag(?:s|ged)|kills?|killing|destroy(?:s|ed)?) (?:me|us)`,
  '(?<=^|[.,!?] )beats me(?=[.,!?]|$)|choked me up',
  // Play and idiom.
  "(?:don't|do not|not|never) push(?:ing)? me",
  'hit (?:me|them|him|her) (?:up|with (?:an?|the|some) (?:pillow|snowball|idea|news|question|truth|joke|good news))|threw (?:an? )?(?:pillow|snowball|ball|cushion) at me',
  "my (?:mum|mom|mother|boss|sister)(?:'ll| will| would| is going to| is gonna) kill me",
  "(?:never|not|n't) (?:\\w+ ){0,2}(?:mean|meant|want|wanting|wanted|wants|intend) to (?:hurt|scare|kill) (?:me|us|him|her|them)",
  '(?:career|social|political|commercial) suicide|suicide squad',
  'bruised (?:ego|pride|heart)s?|my (?:ego|pride|heart) (?:is|was) bruised',
  '(?:kill|killing) (?:myself|himself|herself|themselves) (?:at work|laughing|with laughter|over this|for (?:this|the|my) (?:job|work|exam))',
  `cut(?:ting)? (?:myself|himself|herself) (?:off|some slack|short|loose|a \\w+|on (?:a|an|the) \\w+)`,
  'hurt(?:ing)? (?:myself|himself|herself) (?:by|more|with (?:this|these|that|all|my (?:thoughts|thinking|worry|worries|jealousy|doubts|words|expectations)))',
  'die (?:of (?:shame|embarrassment|laughter|laughing|boredom|hunger|thirst)|laughing|old|in (?:his|her|their|your) arms)',
  `(?:hurt|hurting|cut|burn(?:ed|t)?|harm(?:ed)?|bruises?|bruised|broken \\w+|black eye)(?: ${SELF})?(?: (?:my \\w+|a bit|again|once|badly))?(?: (?:at|from|in|while|when|on|playing|during|by|as|after|doing|the|i|we|a|an|my)){0,3} ${ACCIDENT}`
];
