import { mayBeDanger } from '../danger.ts';
import { phrases } from '../matcher.ts';

/*
 * English, and short: it misses much. Each line is a pattern of whole words (matcher.ts). What is
 * added here is first added to the tables of the test, which hold both kinds.
 */

/** People whom one may fear; also to tell them from things. */
const PERSON =
  '(partner|husband|wife|boyfriend|girlfriend|fianc[eé]e?|spouse|ex|father|mother|dad|mum|mom|brother|sister|son|daughter|uncle|stepfather|stepdad|friend|roommate|neighbou?r|man|woman|guy|boy|girl|person)';
/** Who does something. */
const THEY = `(he|she|they|(my|his|her) ${PERSON})`;
/** That, and what may stand before the verb: "he always", "she has", "they've just", "he is". */
const THEY_DO = String.raw`${THEY}('s|'ve|'re|'d)?( (\w+ly|often|always|sometimes|just|even|still|once|also|again|then|has|have|had|been|is|are|was|were|keeps?|kept|starts?|started|tries|tried|to|will|would|who|drunkenly)){0,4}`;
/** Where a sentence, or a part of it, may be at its end. */
const END = String.raw`(?= ?($|[.,;:!?)"–—…]|-(?!\w)|(and|but|because|when|if|so|or|now|sometimes|again|every|since|last|this|after|for|any ?more|any longer|at (home|night|times|the moment)|in front|right now|today|yesterday|lately|too)\b))`;
/** "Afraid of her" and not "of her answer"; "of them" and not "of them leaving". */
const THEM = String.raw`((him|them)(?! (not |ever |never |all )?\w+ing\b)|her${END}|my ${PERSON}(${END}|(?= (will|would|might|could))))`;
const ME = '(me|us|my (child|children|kids?|son|daughter|baby|mother|mum|mom|dog|cat))';
const OURS = '(my|our|the) (child|children|kids?|son|daughter|baby|dog|cat)';
const AFRAID = '(afraid|scared|frightened|terrified|petrified)';
const NOT =
  "(won't|wont|will not|doesn't|doesnt|does not|don't|dont|do not|didn't|didnt|did not|wouldn't|wouldnt|would not|isn't|aren't|is not|are not|never|refuse[sd]? to|not)";
/** The same person. */
const SELF = '(myself|himself|herself|themsel(f|ves))';
const HARM = '(kill|hurt|harm|beat|hit|attack|strangle|choke|stab|shoot|rape|slap|punch|destroy)';
/** What nobody may keep a grown person from. */
const FREEDOM = String.raw`((leave|go|out|work)(?! (first|to bed|the table|in peace|on it|deeper|into|of (this|it)|for a run|alone|without|until|home alone|easily|through)\b)|(see|meet|visit|call|phone|contact|talk to|speak to|text|go out with) (my|our|any|anyone|anybody|other|others|people|friends|family|a doctor|the doctor|a therapist|the police|for help|men|women)|have (any |my own )?(friends|money|a job|a phone|my own|any)|my own money|any money|use my|spend (any |my )?(own )?money|study|get a job|wear|eat(?! the| his| her| their| it| nuts| meat| sugar| gluten)|take my (pills|medicine|medication))`;
/** Where one can get hurt with nobody's ill will. */
const ACCIDENT = String.raw`(cook|kitchen|garden|football|tennis|gym|sport|run|ski|climb|cycl|bike|bicycle|shav|train|danc|stairs|fell|fall|slip|tripp|tin|can|glass|paper|work(shop|out)|lift|yoga|match|practi[cs]e|hik|swim|skat|basketball|ice)\w*`;
/** What does something and is no person: "it", "the loneliness", "what they said". */
const THING = String.raw`(it|this|that|which|what (he|she|they|you|i|we) (said|did|wrote)|panic|fear|anger|rage|grief|shame|guilt|envy|worry|work|life|reality|(my|his|her|their) (words?|thoughts?|silence|tone|look|news|answer|message|joke|tie|heart|mind|cat|dog)|(the|an?) (?!(${PERSON}|day|night|time|moment|way|evening|morning|week|year|last|first|one|same|next|fact)\b)\w+|\w{3,}(ness|ousy|tion|ment))`;
const FILLER = String.raw`(\w+ly|really|just|has|have|had|is|are|was|will|would|can|could|may|might|also|still|always|never|often|then|to|of|in|from|about|on)`;

const FEAR = phrases`
  ${AFRAID} of ${THEM}
  ${AFRAID} of (him|her|them) (hurting|hitting|beating|killing|attacking|harming|following|finding|raping) (me|us|my)
  ${AFRAID} (of )?what (he|she|they|my ${PERSON})( will|'ll| would|'d| might| may| could| can| is going to) do(?! without| next weekend)
  ${AFRAID} (that )?i('ll| will| might|'m going to| am going to) (kill|hit|hurt my (child|children|kids?|baby|son|daughter))
  ${AFRAID} of (hurting|hitting) my (child|kids?|children|baby|son|daughter)
  ${AFRAID} of (his|her|their) (temper|rage|fists|violence|violent)
  ${AFRAID} (to (go|be|come|stay|sleep) (back )?(at )?home|at home|to be alone with (him|them|her${END})|to leave (him|them|her${END}))
  i fear(ed)? (${THEM}|what (he|she|they) (will|would|might|could) do|for my (life|safety))
  ${THEY} (\w+ly |often |always |sometimes |really )?(scares?|frightens?|terrif(y|ies)) me(?! (with|by) how)
  (don't|dont|do not|didn't|did not|doesn't|never|no longer|not) (really )?(feel |felt |be |am )?safe (at home|in my own|with (him|them|her${END}|my ${PERSON})|around)
  (don't|dont|do not|didn't|did not|never|no longer) (\w+ )?feel safe${END}
  (feel|felt|feeling|am|was) unsafe (at home|in my own|with|around|near)
  (feel|felt|feeling) unsafe${END}
  have to hide from ${THEM}
  (i'm|i am|we're|we are|i was|feel|felt) in danger(?! of)
  (fear|feared|fearing|afraid|scared) for my (life|safety)
`;

const THREATS = phrases`
  (not|won't|wouldn't) (hurt|harm|hit|kill) (me|us) (if|as long as|unless)
  ${THEY}('ll| will| would|'d) take (away )?(the|my|our) (kids|children)(?! to\b)
  ${THEY}('ll| will| would|'d) find me
  ${THEY_DO} threaten(s|ed|ing)? (me|us|to|that|suicide|with|my|our|the (kids|children))
  threat(en|ens|ened|ening) (me|us)
  (was|been|being|got) threatened
  (makes?|made|making|his|her|death) threats?
  (he|she|they|who|my ${PERSON})('ll|'d| will| would| might| could| may| can| is going to| are going to| was going to| were going to| is gonna| wants? to| wanted to| tried to| tries to|'s going to|'re going to|'s gonna) (\w+ly |even |just |also |then )?${HARM} ${ME}(?! (at|by)\b)
  (going to|and|gonna) (kill|beat|harm) ${ME}(?! at)
  (i'll|i will|i would|i'd|you'll|you will|you would) regret (it|this|leaving)
  (takes?|taking) (away )?(the|my|our) (children|kids|son|daughter|baby) (away|from me)
  never see (the|my|our) (children|kids|son|daughter|baby) again
  (pull(s|ed)|point(s|ed)|wav(es|ed)|h[eo]ld(s)?|threatens? with|came at (me|us) with) (a|the|his|her|their) (kitchen )?(gun|knife)
  ${THEY} (has|have|had) a gun${END}
`;

const CONTROL = phrases`
  ${THEY} (has|have|got) my (passport|papers)
  (${THEY} (\w+ )?)?${NOT} (ever )?let(s|ting)? me ${FREEDOM}
  ${THEY} (\w+ )?${NOT} allow(s|ed|ing)? me(?! (to (pay|help|carry|cook)|in\b))
  (i'm|im|i am|i was|we are|we're) (not|never) allowed (to )?${FREEDOM}
  ${THEY} (\w+ )?(forbids?|forbade|forbidding|has forbidden) (me|us|it)
  forbidden (me|from|to (see|leave|call|go|work|meet|talk|speak))
  (ask|need|get|have) (for )?(his |her |their )?permission to (leave|go|see|spend|meet|work)
  ${THEY}('s| is| are|'re| was| were| gets?) (so |very |really |always )?controlling${END}
  ${THEY_DO} control(s|led|ling)? (all )?(me|us|my|our|the money|everything|who|what|where|when|how)
  ${THEY} (decides?|decided|tells? me|dictates?) (who|whom|where|when|what|whether|if) i (can|may|am allowed to|see|wear)
  (checks|reads|searches|goes through|looks through|tracks|monitors) my (phone|messages|texts|mail|mails|emails?|calls|location|whereabouts)(?! with me)
  ${THEY_DO} (check(ed|ing)?|read(ing)?|search(ed|ing)?|go(ing)? through|went through|look(ed|ing)? through|track(ed|ing)?|monitor(ed|ing)?|listen(s|ed) to|hack(s|ed)?) my (phone|messages|texts|mail|mails|emails?|calls|location|whereabouts|every move)(?! with me)
  ${THEY} (\w+ )?(demands?|demanded|wants?|wanted|insists on) (to know |all |having )?my passwords?
  (put|puts|hid|installed|placed) (\w+ ){0,3}(tracker|airtag|spyware|stalkerware|cameras?)
  (stalks|stalked|stalking|spies on|spied on|spying on|tracks|tracked|tracking) (me|us)(?! down)
  ${THEY_DO} follow(s|ed|ing)? me( (home|everywhere|wherever|down the street|outside|to (work|my|the)|in (his|her|their|the|a) car|when i (go|leave|drive))|${END})(?! like| into)
  lock(s|ed|ing)? (me|us) (in|out|up)(?! (by (mistake|accident)|accidentally))
  ${THEY_DO} block(s|ed|ing)? (the|my) (door|way|exit|path)
  ${THEY_DO} (keep|kept|stop|stopped|prevent|prevented)(s|ing)? me from (leaving|going|seeing (my|friends|anyone)|working|calling|talking to (my|anyone))
  ${THEY} (\w+ )?(takes?|took|taken|keeps?|kept|withholds?|withheld|hides?|hid|hidden|steals|stole|controls?) (away )?(all )?(of )?my (money|wages|pay|passport|papers|keys|phone|card)(?! (number|to (buy|get|pay|charge|the)|for me|worries|safe|problems|by (mistake|accident)|seriously|and (bought|paid|called)))
  (isolat(es?|ed|ing)|cuts?|cutting|keeps?|kept) me (off |away )?from (all )?my (own )?(friends|family|parents|sister|brother|mother)
`;

const FORCE = phrases`
  pillow over my (face|head)
  squeez(es?|ed|ing) my (throat|neck)
  said no (and|but) ${THEY} (\w+ )?did it anyway
  ${THEY_DO} forc(e|es|ed|ing) (me|us)(?! (to (laugh|smile|think|rest|slow|be honest|take a break|look at)|a smile))
  (i am|i'm|i was|been|being) forced (to (have sex|stay|sleep|give|do things)|into (sex|bed|it|marr))
  forc(es?|ed|ing) ${SELF} (up)?on
  ma(de|ke|kes|king) me (have sex|sleep with|strip|touch (him|her)|do (things|it) (that )?i)
  (pressur|coerc|guilt)(e|es|ed|ing|s) me (into|to have) (sex|bed|sleeping)
  (coerc(ed|es|ing)|against my will|without my consent)
  (didn't|did not|don't|do not) want (to have )?sex (\w+ ){0,4}(anyway|did it|kept|went on|forced|made)
  (hit|hits|hitting|hitted|slap|slaps|slapped|slapping|smacked|smacks|punch|punches|punched|punching|strangl(e|es|ed|ing)) (me|us)(?! (up|that|how|why|what)\b)
  (slapped|slaps|punched|punches|hit|hits|kicked|kicks|smacked|grabbed|grabs) my (face|head|stomach|throat|neck|hair|arm|wrists?|back)
  ${THEY_DO} punch(es|ed)? (the|a) (wall|door|hole)
  kick(s|ed|ing)? (me|us)(?! (out|off|under the table|the|a ball|into touch)\b)
  kick(s|ed)? me out of (the|our|my) (house|flat|home|apartment|car)
  chok(e|es|ed|ing) (me|us)(?! up)
  strangulation|strangled
  (hands?|fingers) (\w+ )?(a?round my (neck|throat)|on my throat)
  shov(e|es|ed|ing) (me|us)
  push(es|ed|ing)? (me|us)( (against|around|down|over|onto|hard|to the (floor|ground|wall)|into (the|a) (wall|door|table|street|corner)|off the|out of the (car|house|door|room|way))|${END})
  grab(s|bed|bing)? (me|us)(?! (an?|some|the|another|one|lunch|dinner|breakfast|coffee|tea|by the hand|for a|and (kissed|hugged|danced))\b)
  beat(s|ing)? (me|us)(?! (at|to|in|by|on|again at|every time at|playing|with (a|three|two))\b)
  (i|she|he|we) (was|were|am|got|get|gets|have been|has been) beaten(?! (at|in|to|on|again at)\b)
  (being forced|got hit)${END}
  beaten by (him|them|her(?! at)|my)
  (i|she|we) (was|got|get|have been|had been) (hit|slapped|punched|choked|kicked) (by (him|them|her|my)|again|in the)
  ${THEY_DO} (bit|bites|scratched|burned|burnt|burns) me(?! playfully)
  (threw|throws|throwing|thrown) me (against|down|onto|on the|to the|across|out of the|into (the|a) wall)
  (threw|throws|throwing|hurled|hurls) (an?|the|his|her|their|my|some)? ?(\w+ )?(glass|plate|cup|mug|bottle|phone|chair|shoe|book|lamp|vase|dish|dishes|pan|pot|remote|things|stuff|keys|knife|plates) at (me|us|my)
  (drag(s|ged|ging)) me (by|across|from|down|into the (room|house|car|bedroom)|out of (the|my) (car|house|flat|room))
  ${THEY_DO} dragged me${END}
  (held|holds|holding|pinned|pins|pinning) me (down|against)(?! to earth)
  ${THEY_DO} (twist(s|ed)? my (arm|wrist)(?! (to|into|a bit)\b)|pull(s|ed)? my hair|sp(a|i)ts? (at|on) me|smash(es|ed)? my (phone|things|stuff|laptop))
  ${THEY} (\w+ )?(hit|hits|beat|beats|kick|kicks|kicked|slaps|slapped|attack|attacks|attacked|hurts|hurt|shook|harm|harms|harmed) ${OURS}(?! at\b|'s)
  i (\w+ly |almost |nearly |have |just |even |once |really )?(hit|slapped|punched|kicked|choked|strangled|shoved) (${THEM}|my (son|daughter|kids?|child|children))(?! (up|out|off|with (a pillow|the (news|truth|question)))\b)
  i (pushed|shoved|threw) (him|her|them|my ${PERSON}) (against|down|to the (floor|ground|wall)|into the wall)
  i (threatened|want to hit|want to hurt|am going to hurt|want to kill|will kill|am going to kill|'m going to kill) (him|them|to (kill|hurt)|her${END}|my ${PERSON})
  rap(e|ed|es|ing|ist)
  (sexual|physical)(ly)? (assault|violen|abus|hurt|attack|harm|threaten)\w*
  (domestic|partner) (violence|abuse)
  assault(s|ed|ing)? (me|us|her|him|my)
  (was|been|got|being) assaulted
  ${THEY}('s|'re| is| are| was| were| gets?| got| becomes?| became| can be| can get| turns?| turned| has been)( \w+){0,2} (violent|abusive)
  abusive (relationship|partner|husband|wife|marriage|boyfriend|girlfriend)
  abus(es|ed|ing) (me|us|my (child|children|kids|son|daughter))
  (i|she|we)('m|'ve been| am| was| were| have been| had been| am being) (being )?abused
  (this|that|it)('s| is| was| may be| might be| feels like| counts as) (\w+ )?abuse(?! of)
`;

const INJURY = phrases`
  the bruises (are|were)
  bruises (on|all over|from (him|her|them|it))
  (have|had|got|has|with|see|saw|hide|hid|hiding|cover|covered|covering) (\w+ ){0,2}bruises?
  (my|his|her) (arm|arms|face|eye|neck|wrists?|ribs?|legs?|lip|back) (is|are|was|were) (\w+ )?bruised
  black eye
  (i|my (nose|lip|head|mouth|face|ear))('m| am| was| is| were) bleeding
  ${THEY_DO} (broke|breaks|broken|fractured|dislocated) my (arm|nose|ribs?|wrist|fingers?|jaw|hand|leg|tooth|teeth)
  broken (bone|rib|ribs|arm|nose|wrist|jaw)
`;

const SELF_HARM = phrases`
  kms
  (kill|killing|harm|harming|hang|hanging|poison|shoot) ${SELF}
  harmed myself
  (hurt|burn|burned|burnt) myself on purpose
  i('ve| have) (been|started) cutting${END}
  (hurt|hurting|cut|cutting) (myself)
  (will|'ll|would|'d|wants? to|going to|threatens? to|threatened to|tried to|tries to) (hurt|cut|harm|kill) ${SELF}
  self-? ?(harm|injur)\w*
  suicid(e|al)
  (end|ending|ended) (my|his|her|their) (own )?li(fe|ves)
  (take|takes|taking|took) (my|his|her|their) own li(fe|ves)
  (take|taking) my life${END}
  (wanna|want|wanted|wants|wish|rather|ready|going) (to )?(be dead|die${END}|disappear for (good|ever))
  (wish|if) (that )?i (was|were) (dead|not alive)
  wish (that )?i (was never|were never|had never been) born
  wish (that )?i (wasn't|weren't|was not|were not) (alive|born|here any ?more)
  (don't|dont|do not|didn't|did not|no longer|never) (\w+ )?want to (live( like this)?|be alive|exist|wake up|go on living)( tomorrow)?${END}
  (don't|dont|do not|no longer) want to be here any ?(more|longer)
  (no reason|nothing|no will|tired of|point in) (to live|left to live|to live for|living|being alive)
  i (can't|cant|cannot|can not) go on (living|any ?more|any longer)
  (isn't|not|no longer) worth living
  better off (dead|if i (was|were) (dead|gone))
  (everyone|everybody|they|they all|world|kids|children|family|he|she)('d| would)?( all)? (be|is|are|were) better off without me(?! \w+ing)
  (end|ending) it all(?! (on|with)\b)
  want(ed)? (it all|everything) to (end|stop)
  (take|took|taking|swallow|swallowed) (all|too many|a lot of) (of )?(my |the |these )?(pills|tablets|sleeping pills)
  overdos(e|ed|ing)(?! (of|on)\b)
  (jump|jumping) (off|from|in front of) (a|the) (bridge|roof|building|balcony|train)
  (drive|driving|crash) (\w+ ){0,3}into (a|the) tree
`;

/** What sounds alike and is none: things, thoughts and pets that "hit" us, play and idiom. */
const SPARED = phrases`
  ${THING}( ${FILLER}){0,2} (hits?|grab(s|bed)|push(es|ed|ing)|chok(es?|ed|ing)|follow(s|ed|ing)|stalk(s|ed|ing)|track(s|ed)|scar(es|ed|ing)|kick(s|ed)|beats?|beating|hurts?|hurting|slap(s|ped)|punch(es|ed)|threaten(s|ed)|isolat(es|ed)|drag(s|ged)|kills?|killing|destroy(s|ed)?) (me|us)
  (?<=^|[.,!?] )beats me(?=[.,!?]|$)|choked me up
  (don't|do not|not|never) push(ing)? me
  hit (me|them|him|her) (up|with (an?|the|some) (pillow|snowball|idea|news|question|truth|joke|good news))|threw (an? )?(pillow|snowball|ball|cushion) at me
  my (mum|mom|mother|boss|sister)('ll| will| would| is going to| is gonna) kill me
  (never|not|n't) (\w+ ){0,2}(mean|meant|want|wanting|wanted|wants|intend) to (hurt|scare|kill) (me|us|him|her|them)
  (career|social|political|commercial) suicide|suicide squad
  bruised (ego|pride|heart)s?|my (ego|pride|heart) (is|was) bruised
  (kill|killing) (myself|himself|herself|themselves) (at work|laughing|with laughter|over this|for (this|the|my) (job|work|exam))
  cut(ting)? (myself|himself|herself) (off|some slack|short|loose|a \w+|on (a|an|the) \w+)
  hurt(ing)? (myself|himself|herself) (by|more|with (this|these|that|all|my (thoughts|thinking|worry|worries|jealousy|doubts|words|expectations)))
  die (of (shame|embarrassment|laughter|laughing|boredom|hunger|thirst)|laughing|old|in (his|her|their|your) arms)
  (hurt|hurting|cut|burn(ed|t)?|harm(ed)?|bruises?|bruised|broken \w+|black eye)( ${SELF})?( (my \w+|a bit|again|once|badly))?( (at|from|in|while|when|on|playing|during|by|as|after|doing|the|i|we|a|an|my)){0,3} ${ACCIDENT}
`;

const WORDS = {
  found: [...FEAR, ...THREATS, ...CONTROL, ...FORCE, ...INJURY, ...SELF_HARM],
  spared: SPARED
};

/**
 * Tells whether a text may speak of fear of a person, threats, control, force, injury or self-harm,
 * by a short list of English words.
 */
export function speaksOfDanger(text: string): boolean {
  return mayBeDanger(text, WORDS);
}
