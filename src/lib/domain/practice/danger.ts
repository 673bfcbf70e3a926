/*
 * Words that may speak of fear, threats, control, force, injury or self-harm. They lead to an offer
 * of the safety page and to nothing else: no judgement, no record, nothing sent. The list is short
 * and English; it misses much, and an offer that was not needed does no harm.
 */

/** Someone who does something, as it is written. */
const THEY = '(?:he|she|they|partner|husband|wife|boyfriend|girlfriend|ex)';
const ME = '(?:me|my (?:child|children|kids?|son|daughter|dog|cat))';
/** After "it hit me": a thought, not a hand. */
const NOT_A_THOUGHT = '(?! (?:that|how|when|why|hard|all|then|today|like))';

const PATTERNS = [
  // fear of a person
  `(?:afraid|scared|frightened|terrified) of (?:him|her|them|my (?:partner|husband|wife|boyfriend|girlfriend|ex))\\b`,
  `(?:afraid|scared|frightened|terrified) (?:of )?what (?:he|she|they) (?:will|would|might|may|could) do`,
  `(?:afraid|scared|terrified|not safe|unsafe) (?:to (?:go|be) (?:home|at home)|at home)`,
  `(?:i|we) (?:don['’]?t|do not) feel safe`,
  `(?:fear|feared) for my life`,
  // threats
  `threat(?:s|en|ens|ened|ening)?\\b`,
  `(?:will|would|['’]ll|going to|gonna|wants? to|said) (?:\\w+ ){0,3}(?:kill|hurt|beat|destroy) ${ME}`,
  // control
  `${THEY} (?:\\w+ )?(?:won['’]?t|doesn['’]?t|don['’]?t|didn['’]?t|wouldn['’]?t|will not|does not|do not|never) (?:\\w+ )?lets? me\\b(?! down)`,
  `(?:i['’]?m|i am|i was|we are) not allowed to`,
  `(?:forbids?|forbade|forbidden) (?:me|from)`,
  `(?:checks?|checked|reads?|goes through|went through|searches|searched) my (?:phone|messages|mail|emails?)`,
  `(?:tracks?|tracked|tracking|stalks?|stalked|stalking|follows|followed|spies on|spied on) me\\b(?! (?:in|to|into|out|up|down|back) the)`,
  `locked (?:me|us) (?:in|out|up)`,
  `${THEY} (?:\\w+ )?(?:controls?|controlled|took|takes|keeps|withholds?) (?:all )?my (?:money|card|passport|keys|wages|pay)`,
  // force
  `forc(?:e|es|ed|ing) (?:me|us|himself on|herself on|themselves on)`,
  `(?:made|makes|making) me have sex`,
  `(?:hit|hits|hitting) me\\b${NOT_A_THOUGHT}`,
  `(?:slap(?:s|ped|ping)?|punch(?:es|ed|ing)?|kick(?:s|ed|ing)?|chok(?:e|es|ed|ing)|strangl(?:e|es|ed|ing)|shov(?:e|es|ed|ing)|push(?:es|ed|ing)?|grab(?:s|bed|bing)?|beat(?:s|ing)?) (?:me|us)\\b(?! (?:to|into|away from|in touch|at (?:chess|cards|tennis)))`,
  `(?:rap(?:e|ed|es)|assault(?:ed|s)?)\\b`,
  `(?:threw|throws|throwing) (?:\\w+ ){1,4}at me\\b`,
  `${THEY} (?:hurt|hurts|beat|beats|attacked|attacks) (?:me physically|my (?:child|children|kids?|son|daughter))`,
  // injury
  `\\b(?:bruis(?:e|es|ed)|black eye|broken (?:bone|rib|arm|nose|wrist)|bleeding)\\b`,
  // self-harm
  `(?:kill|harm|hurt|cut|hang) (?:myself|himself|herself|themself|themselves)`,
  `suicid(?:e|al)`,
  `(?:end|ending|take|taking) (?:my|his|her|their) (?:own )?life`,
  `(?:want|wanted|wish) to (?:die|be dead|disappear for good)`,
  `(?:don['’]?t|do not|didn['’]?t) want to (?:live|be alive|wake up|exist)`,
  `better off (?:dead|without me)`,
  `end it all`
];

const DANGER = new RegExp(PATTERNS.map((pattern) => `(?:${pattern})`).join('|'), 'i');

/**
 * Whether a text may speak of fear of a person, threats, control, force, injury or self-harm, by
 * a short list of English words.
 */
export function speaksOfDanger(text: string): boolean {
  return DANGER.test(text.replace(/\s+/g, ' '));
}
