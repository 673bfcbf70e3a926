import { anyOf } from '../matcher.ts';

/*
 * Words by which English sentences are told apart: words and stems, any of which may stand there.
 */

/** How one is when one was hurt: what "you make me …" says of the other. Fear is not among them: it is a matter for the safety page. */
export const BAD_FEELING = anyOf`
  angry|mad|furious|sad|upset|crazy|insane|sick|anxious|nervous|jealous|insecure|small|stupid|dumb
  guilty|worthless|invisible|unloved|unwanted|lonely|alone|miserable|unhappy|bad|ashamed|ill|awful
  terrible|horrible|depressed|ignored|cry|hate|doubt
  feel (like )?(nothing|a fool|an idiot|rubbish)|look (like )?(a fool|stupid|bad|ridiculous)
  like (I'm|I am|I was) (nothing|worthless|not enough|stupid|crazy|an? \w+)
  like (nothing|a fool|an idiot|rubbish|shit|crap|a child|a burden|a failure)|a fool|an idiot
  useless|ugly
`;

/**
 * What one complains of where it happens always. Only what is known to hurt stands here: said of
 * anything else, "you always" is praise, a habit or a fact.
 */
export const COMPLAINT = anyOf`
  forget|forgot|interrupt|cancel|critici[sz]|nag\b|nagging|whin(e|ing)|sulk|overreact|exaggerat
  cheat|dismiss|belittl|undermin|patroni[sz]|disappoint|refus|disappear|doubt(ing)? me
  ignor(e|es|ed|ing)( (me|us|my|what|how|when)\b|$)
  (so |too |running )?late\b(?! (on|because|at night))
  (yell|shout|scream)(ing)?( (at (me|us|the kids|each)|when|over)|$)
  (complain|moan)(ing)?( (about|when|that)|$)|judg(e|ing) (me|us)|lectur|mock(ing)? me|lie( to|$)
  lying|br(eak|eaking) (your|a|promises)|blam(e|ing) (me|us|everyone|others|someone)|twist
  assum(e|ing) (the worst|I|that I)|compar(e|ing) me|correct(ing)? me|pressur
  leav(e|ing) (your|everything|all the|things|dirty|it to me|it all|me (alone|behind|to|with|out|waiting|hanging)|the (dishes|mess|washing|cooking|work|kids|house|toilet|lid|lights? on|door))
  (have|having|want|need) to be right
  (have|need|want) to (win|argue|spoil|make it|make everything|start|control|ruin|have the last)
  want your (own )?way|get(ting)? your (own )?way
  get(ting)? (so )?(angry|mad|defensive|annoyed|cross|jealous|loud)\b|have an excuse
  get (what you want|away with)|get to (sleep in|rest|go out|decide|choose)
  pick(ing)? (a )?(fights?|on me)|start(ing)? (a |an )?(fights?|arguments?|drama|arguing)
  put(ting)? (me (down|last)|yourself first|(work|your \w+|everyone|everybody|others)( else)? (first|before)|it off|things off|pressure)
  (choos(e|ing)|pick(ing)?|prefer) [^,]*\b(over|before|instead of) (me|us)\b|choose (work|them)
  mak(e|es|ing) (me (feel )?(so |like )?(wait|pay|beg|choose|look|fight|shit|crap|${BAD_FEELING})|fun of|excuses|everything about|it about (you|yourself|her|him)|a scene|plans without|promises)
  turn(ing)? ((everything|it|things) (around|into|against)|your back)|walk(ing)? (away|out\b|off)
  run(ning)? (away|off)|talk(ing)? (over|down to)|cut(ting)? me|roll(ing)? your eyes
  look(ing)? (at your phone( (when|while)|$)|down on)|star(e|ing) at your|half.listen
  shut(ting)? (me|down)|let(ting)? me down|keep(ing)? me waiting|avoid(ing)? (me|talking|the)
  (on|glued to|check(ing)?|stuck to) (your|the|that) (\w+ )*(phone|computer|laptop|tablet|console|game|screen)
  gaming|out (with|drinking)|drunk|drinking|at work( when I|$)|work(ing)? late(?! on)
  (so |too )busy|busy$|with your (friends|mates|mother)|distracted
  (so )?(defensive|negative|moody|rude|unfair|distant)\b|so (angry|cold|critical|loud)|in a mood
  grumpy|angry (with|at) me|(mean|cold|cruel|unkind) to (me|us)
  bring(ing)? up( (my|old|the (past|same|money))|$)
  chang(e|ing) (the subject|our plans|plans|your mind)
  tell(ing)? me (what to|how to|off|I'm wrong|that I)|treat(ing)? me (like|as)
  tak(e|ing) (me for granted|their side|(your|her|his|their) (\w+'s )?side|it out on|over$|everything|ages|so long|so much)
  spend(ing)? (all|too|our|every)|find(ing)? (fault|something wrong|an excuse|excuses)
  mess(ing)? (up|everything|it)|do(ing)? (this|that)\b(?! (for|thing|with))|act(ing)? like
  say(ing)? (later|no$|you will|you'll|it's my)|say one thing
  play(ing)? (games|video|the victim|on your|that)|watch(ing)? (tv|telly|football)
  decid(e|ing)( (everything|for|without|what we|where we)|$)|sigh(ing)? (at|when)
  com(e|ing) home (so )?(late|drunk)|expect(ing)? (me|too|everything)|interrogat
  (ruin|spoil)(ing)? (everything|it\b|my|our|the)
  (help|listen|car(e|ing)|there|kind|nice|(make|ha(ve|ving)) time) (\w+ )?(everyone else|everybody else|other (people|women|men)|strangers)
`;

/**
 * What one misses where it happens never. As above: "you never" and anything else is praise, or
 * tells what was.
 */
export const MISSED = anyOf`
  listen|apologi[sz]|admit|thank(ed)? me|appreciat|compliment|support(ed)? (me|us|my)
  defend(ed)? me|understand|understood|notic|cook|clean|tid(y|ied)|hoover|vacuum|initiat
  call(ed)?( (me|us|my|home|back|when|if|any)|$)
  (phone|ring|text|message|writ)(e|ed|ten)?( (me|us|my|back|when|if)|$)|answer(?! back)
  repl(y|ied)|help(ed)?(?! your)|car(e|ed)( (about|for|how|what|if|enough)|$)
  tr(y|ied)(?! to (change|fix|control|win|hurt))( to|$| with)
  ask(ed)? (me|how|what I|if I|whether I|about (me|my))(?!( \w+)? to)
  pick up (the phone|your|when|after)
  (say|said) (sorry|thank|hello|hi\b|please|anything (nice|kind)|something (nice|kind)|you love|I love|you are sorry|you're sorry)
  tell me\b(?! (off|to|what to|how to|I|that I|lies))|(talk|speak) to me
  talk about (us|your feelings|how (I|you) feel|(it|things|feelings|anything)( with me|$))|open up
  share (anything|your|how|how you)|spend (any |much |enough |real )?time|ha(ve|d) (any )?time
  make (any |the )?(time|effort|an effort)|make an effort
  think (of|about) (me|us|my|how|what I|anyone)|consider (me|my|how)
  tak(e|en) (my side|me (out|seriously|anywhere)|responsibility|an interest|my feelings|any)
  took (my side|me out)|(stand|stood|stick|stuck) up for me|back me up|respect(ed)? (me|my)
  trust(ed)? me|do (any|the|your|what (you|I)|something|enough|chores)
  put ((your|the|that) [^,]*(down|away|back|first)|(me|us|our \w+|my \w+) first)|show up
  come (home (on time|early|when)|with me|to bed with|to my|along)
  (be |been )?(there|here)( (for|when|with)|$)|home( (when|for|on|before)|$)|around( when|$)
  on time|on my side|happy with|satisfied|pleased|interested in (me|my|what)|free for|available
  proud of me|(say|be) sorry|nice to me|hug|kiss|cuddle|touch me|hold (me|my hand)|look (at me|up)
  want(ed)? (to (talk|go (?!to bed)|do|spend|come|see my|have sex|be with|hear|know how|cuddle|visit)|me\b(?! to))
  let me (finish|speak|talk|explain|choose|decide|be right|in\b)|keep (your|a) (word|promise)
  plan (any|dates)
  remember(ed)? (my|our|anything|what I|to (call|text|ask|take|put|do|tell|buy|close|turn))
  g(i|a)ve me (space|a (break|hug|chance|straight)|any|credit|attention)|pay (any )?attention
  show (me|any|interest|affection|your (feelings|love))|surprise me|follow through
  finish (what|any)|wash|empty|lift a finger|contribute
  stop (talking|nagging|complaining|critici[sz]|shouting|moaning)|take out
`;

/** What stands in place of a name for someone: needs behind each group of names. */
export const LABELS = [
  {
    words: anyOf`
      (bad|terrible|lousy|awful|useless|rubbish|horrible|crap) (\w+ )?(person|partner|husband|wife|boyfriend|girlfriend|mother|father|mum|mom|dad|parent|friend|lover|listener|human being)
      stupid|dumb|an idiot|idiotic|a moron|a fool|brainless|an ass(hole)?|an arsehole|a loser
      worthless|a failure|a disgrace|a joke|a monster(?! (in|at|on|of))
      weak(?! (after|from|in|with))|a coward|a waste of (time|space)|ignorant|clueless|toxic
      pathetic|evil|scum|trash|ugly|fat(?! with)|a nightmare|a disappointment|the worst
    `,
    need: 'what happened and how it was for me'
  },
  {
    words: anyOf`
      lazy|useless|a slob|slob|messy|a pig|good for nothing
    `,
    need: 'how we share the work'
  },
  {
    words: anyOf`
      selfish|egoist(ic)?|self-centred|self-centered|egocentric|inconsiderate|thoughtless
      an egoist|narcissist|narcissistic
    `,
    need: 'how there can be room for both of us'
  },
  {
    words: anyOf`
      heartless|insensitive|uncaring|unloving|cold-hearted|emotionless
      cold(?= (to|towards?|with)\b)
    `,
    need: 'how much warmth I have been missing'
  },
  {
    words: anyOf`
      careless|irresponsible|unreliable|untrustworthy|a flake|flaky|hopeless
    `,
    need: 'what we agreed on and what came of it'
  },
  {
    words: anyOf`
      immature|childish|infantile|such a child|like a child|such a baby|a big baby|like a baby
      a brat|spoiled|spoilt
    `,
    need: 'how we talk when it’s hard'
  },
  {
    words: anyOf`
      rude(?! to (the|a|that|him|her|them|my|your|his|our)\b)
      mean(?! (at|a lot|the world|so much|everything|well|it|more))|nasty|horrible|vile|awful
      terrible|a (jerk|bully|bitch|bastard|dick|prick)|disgusting|aggressive
    `,
    need: 'the tone between us'
  },
  {
    words: anyOf`
      a liar|liar|dishonest|a cheat(er)?|two-faced|fake|a hypocrite|hypocritical|a fraud
      manipulative
    `,
    need: 'what I was told and what I found out'
  },
  {
    words: anyOf`
      needy|clingy|jealous freak|paranoid|possessive|too needy|too jealous
    `,
    need: 'how much closeness each of us needs'
  },
  {
    words: anyOf`
      dramatic|a drama queen|oversensitive|over-sensitive|hypersensitive
      too (sensitive|emotional|demanding)|hysterical
      crazy(?! (about|for|in love|busy|good|talented|smart|funny))|insane|mental|a psycho|psycho
      unhinged|nuts|moody|overreacting|ridiculous
    `,
    need: 'how strongly each of us feels about this'
  },
  {
    words: anyOf`
      stubborn|impossible(?! (not )?to\b)|pig-headed|arrogant|a know-it-all|a know-all|bossy
      a control freak|difficult to live with|unreasonable|unfair|unbearable|insufferable
      high and mighty|full of yourself
    `,
    need: 'how we can both be heard'
  },
  { words: anyOf`ungrateful|entitled`, need: 'a thank-you that I missed' },
  {
    words: anyOf`
      boring|dull|a bore|no fun|a killjoy|a party pooper
    `,
    need: 'something new for us to try'
  }
];

/** All of the labels. */
export const LABEL = LABELS.map(({ words }) => words).join('|');

/** Names that are called out: "you idiot". */
export const NAMES = anyOf`
  idiot|jerk|moron|bitch|bastard|asshole|arsehole|dick|prick|liar|coward|loser|psycho|pig|slob
  fool|hypocrite|monster|brat|cow|narcissist|creep|scumbag|piece of (shit|crap|work)
  waste of space|egoist|drama queen|control freak|git|twat|wanker|prat|pillock
`;

/** What makes a name out of a word: "you selfish person". */
export const INSULTING = anyOf`
  selfish|stupid|lazy|pathetic|ungrateful|arrogant|useless|worthless|heartless|fucking|bloody|damn
  little|disgusting|absolute|complete|total|childish|cold-hearted|lying|cheating|dumb|ignorant
  spoiled|spoilt|mean|nasty|horrible|inconsiderate
`;

/** Qualities with which someone is blamed: "your laziness". */
export const FAULTS = anyOf`
  selfishness|laziness|stupidity|arrogance|ignorance|rudeness|neediness|childishness|immaturity
  carelessness|thoughtlessness|stubbornness|moodiness|coldness|egoism|paranoia
  (constant|endless) (lying|nagging|complaining|moaning|criticism|sulking)
  (selfish|childish|lazy|rude|stupid|disgusting|pathetic) (behaviou?r|attitude|ways)|hysterics
  drama queen behaviou?r|temper tantrums?|tantrums|bullshit|crap
  lies(?= (about|and|hurt|are|when|to)\b|[.,;!?]|$)
`;
