import type { Feeling } from './feelings.ts';

/*
 * Words by which English sentences are told apart (english.ts). Each list is the inside of a
 * regular expression: words and stems, any of which may stand there.
 */

const any = (...words: readonly string[]) => words.join('|');

/** How one is when one was hurt: what "you make me …" says of the other. Fear is not among them: it is a matter for the safety page. */
export const BAD_FEELING = any(
  'angry|mad|furious|sad|upset|crazy|insane|sick|anxious|nervous|jealous|insecure|small|stupid|dumb',
  'guilty|worthless|invisible|unloved|unwanted|lonely|alone|miserable|unhappy|bad|ashamed|ill|awful',
  'terrible|horrible|depressed|ignored|cry|hate|doubt|feel (?:like )?(?:nothing|a fool|an idiot|rubbish)',
  "look (?:like )?(?:a fool|stupid|bad|ridiculous)|like (?:I'm|I am|I was) (?:nothing|worthless|not enough|stupid|crazy|an? \\w+)|like (?:nothing|a fool|an idiot|rubbish|a child|a burden|a failure)|a fool|an idiot|useless|ugly"
);

/** What is done for someone: said to happen always it is praise, never a complaint. */
export const CARE = any(
  'make(?:s|ing)? (?:me|us|everyone|them|him|her|people) (?:\\w+ ){0,2}(?:laugh|smile|happy|feel (?:\\w+ )?(?:good|better|safe|loved|special|welcome|at home|wanted|seen|heard|calm|beautiful|proud|warm|alive|understood))',
  'ma(?:ke|king)s? (?:me|us)? ?(?:a |the best |such |my |our |an )?(?:\\w+ )?(?:tea|coffee|breakfast|dinner|lunch|soup|pancakes|effort|time|room|sure|space|cake|food|bed)',
  'help|listen|car(?:e|es|ed|ing)\\b|tr(?:y|ies|ied|ying)|know|knew|remember|support|bring|brought|cook|wait|call|phone|ring|text|writ|wrote|ask',
  'tell(?:ing)? (?:me|us) (?:the truth|you love|how much|how you|about|everything|when|what)|told me|talk to me|talked to me|speak to me',
  'sa(?:y|id|ying) (?:thank|sorry|yes|good|hello|goodbye|goodnight|hi|please|the (?:right|kindest|nicest|sweetest)|you love|something|anything|nice|sweet|kind|I love)',
  'find(?:ing)? (?:time for (?:me|us)|a way|the right|something|the time|the words|room|joy)|found (?:time|a way|the right|something)',
  'giv|gave|shar|show|hold|held|hug|kiss|smil|laugh|cheer|encourag|believ|trust|forgiv|forgave|understand|understood|respect|lov|thank|notic|welcom',
  'think(?:ing)? (?:of|about) (?:me|us|others|other people|everyone|ahead|the)|thought of me|thoughtful|apologi[sz]',
  'pick(?:s|ed|ing)? (?:me|us|the kids|them|her|him) up|driv|drove|walk(?:s|ed|ing)? (?:me|with)|stand|stood|stay|clean|cuddl|comfort|tidy|tidied|wash|vacuum|hoover|shop',
  'keep(?:s|ing)? (?:me (?:company|warm|safe|going|grounded|calm|posted)|your (?:word|promises?|cool)|a |us |calm|in touch)|kept your',
  'ha(?:ve|s|d|ving) (?:my back|time for (?:me|us)|(?:a |such |so much )?(?:smile|kind|good|nice|fun|great|lovely|wonderful|joy)|something (?:nice|kind|good)|an ear|a kind|the best|good|patience|a hug|my|our backs|beautiful|room|been (?:there|so|good|kind|my|a|honest|the|supportive|gentle|patient))',
  'be(?:en|ing)? (?:\\w+ )?(?:there|here|kind|patient|good|lovely|honest|generous|gentle|supportive|my|on my side|the one|a (?:good|great|kind|gentle|wonderful|rock|safe)|sweet|fair|open|proud|welcome|loving|happy|ready|careful|calm|brave|strong|beautiful|thoughtful|considerate|on time|interested|affectionate|romantic|close|together)',
  'there for|there when|here for|here when|so (?:very )?(?:kind|patient|good|lovely|generous|gentle|supportive|sweet|thoughtful|caring|brave|calm|funny|strong|proud|careful|helpful|warm)|(?:very |really )?(?:kind|patient|good|lovely|generous|gentle|supportive|sweet|thoughtful|honest|welcome|funny|brave|calm|beautiful|my|ready|the (?:first|one|best)|on my side|on time|happy to|fair|open|considerate|helpful|polite|there|here|by my side|careful|warm|full of|cheerful)',
  'surpris|com(?:e|es|ing) (?:back|with me|home (?:to me|with|early|smiling|happy)|when|to (?:me|see|my|our|every))|came (?:back|with|when)|see(?:s|ing)? (?:the good|the best|me|both|my)|saw the',
  'look(?:s|ing)? (?:after|so|for|beautiful|good|lovely|great|handsome|gorgeous|pretty|amazing|out|at me with|forward|on the bright)|smell|sound so',
  'tak(?:e|es|ing) (?:care|(?:such )?good care|(?:the )?time|me (?:seriously|out|to|with|as)|my side|us|an interest|over when|the kids)|took (?:care|the time|me|my side)',
  'put(?:s|ting)? (?:me|us|others|family|your family|our family|the kids|people|everyone)(?: \\w+)? (?:first|at ease)|do(?:es|ing)? (?:your|the) (?:best|right|share|part|dishes|laundry|cooking|shopping|ironing|washing)|do so much|did your best|do (?:it|this|that) with',
  'sav|treat(?:s|ed|ing)? (?:me|us|people|others|everyone) (?:so )?(?:well|with|kindly|right|like (?:a (?:queen|king|princess)|an equal))|mean(?:t|s)? (?:well|so much|the world|a lot|good)|feel like home|has? my|leav(?:e|ing) (?:the (?:last|best|biggest|light)|room for|space for)|leav(?:e|ing) (?:me|us) (?:\\w+ ){0,2}(?:notes?|messages?|flowers|room|the last)|left me (?:\\w+ )?notes?|let(?:s|ting)? me (?:choose|know|finish|sleep|go first|have|be)|plan|invit|includ|answer|repl(?:y|ies)|reach|check(?:s|ing)? (?:in|on)|want(?:ed)? (?:the best|to help|to (?:be with|spend time with|hear|know))|wanted|dreamed|greet|wish(?:es)? me|carr(?:y|ies)|lift|calm|lighten|brighten|cover|fix|offer|teach|taught|send|sent|buy(?:s|ing)? me|bought me|choos(?:e|ing) (?:me|us|the perfect|such)|admit|appreciat|compliment|touch|hear me|pay(?:s|ing)? attention|go(?:es|ing)? (?:out of your way|with me|the extra)|work so hard|work hard|fight for (?:me|us)|defend|stick(?:s|ing)? (?:by|up)|stuck by|interest|start the day|play with|read to|join|consider'
);

/** What people do without harm or help. Said to happen always it is a fact. */
export const HABIT = any(
  'wear|wore|deserv|sing|sang|hum\\b|danc|sleep|slept|wak|woke|drink (?:tea|coffee|water|your)|order|sit|sat|park|take (?:the|your) (?:bus|train|dog|stairs|same|car)|read\\b|like[ds]?\\b|prefer|live[ds]?\\b|sneez|snor|whistl|eat|go(?:es)? (?:running|swimming|to bed)|swim|run\\b|knit|bake|paint|travel'
);

/** What hurts: said to happen never it is praise, always a complaint. */
export const HARM = any(
  'forget|forgot|interrupt|ignor|late\\b|too late|criticis|criticiz|complain|blam|yell|shout|scream|lose (?:your|it|my|interest|the|sight)|lost (?:your|interest|sight)|cancel|leav|left|have to (?:be right|win|have|spoil|argue|make|start|know|control)|having to be right|put(?:ting)? (?:me down|me last|pressure)|pick(?:ing)? (?:a |fights?|on me)|talk(?:ing)? over|busy|tired|angry|cross\\b|grumpy|moody|in a mood|on (?:your|the|that) (?:\\w+ )?(?:phone|computer|laptop|tablet|console)|out with|out drinking|working late|make(?:s)? me (?:feel )?(?:so |like )?(?:bad|small|wait|cry|stupid|guilty|angry|sad|unwanted|unsafe|inferior|worse|pay|look|fight|choose|beg|a )|mak(?:e|ing) (?:fun|excuses|everything|it about|a scene|a fuss|promises|plans without|me feel (?:bad|small|stupid|guilty|ashamed|judged|like))|turn(?:ing|ed)? (?:everything|it|me (?:away|down)|your back|on me|against)|walk(?:ed|ing)? (?:away|out|off)|run(?:ning)? (?:away|off|late)|hid(?:e|ing)|expect|get(?:ting)? (?:so )?(?:angry|mad|upset|defensive|your (?:own )?way|loud|annoyed|cross|jealous|tired|bored|distracted)|got (?:angry|mad|bored|tired|loud)|tak(?:e|en|ing) (?:\\w+ )?(?:for granted|their side|so long|over\\b|your phone|it out on|advantage|everything)|took (?:me for granted|advantage|it out)|care (?:only|more)|find(?:ing)? (?:fault|something wrong|an excuse|excuses|a reason)|tell(?:ing)? me (?:what to|how to|I|off|that I)|com(?:e|ing) home (?:so )?late|com(?:e|ing) late|came late|treat me (?:like|as)|look(?:ing)? (?:at your phone|down on|away|at me like|annoyed)|push|pressur|avoid|shut|li(?:e|ed|es)\\b|lying|cheat|br(?:eak|eaks|oke|oken|eaking)|ruin|mess|doubt|nag|moan|judg|dismiss|assum|exaggerat|overreact|drunk|drinking|disappear|chang(?:e|ing) (?:the subject|your mind|our plans|plans)|bring(?:ing)? up|twist|hurt|disappoint|let (?:me|us|him|her|them|anyone|your) down|letting me down|fail|refus|reject|den(?:y|ied)|cut me|cutting me|snap|sulk|withdr|postpon|keep me waiting|kept me waiting|stare|star(?:e|ing) at|unkind|mean\\b|mean to|rude|cruel|unfair|cold\\b|selfish|lazy|too (?:busy|tired|late|much|loud|strict|harsh)|raise your voice|raised your voice|give up|gave up|given up|giving up|tire\\b|tire of|bore|bored|mind(?:ed)?\\b|ceas|stop(?:ped|s)? (?:making|loving|trying|believing|being|amazing|surprising|caring|supporting|smiling|showing|learning|helping|hoping|dreaming|giving)|made me (?:feel )?(?:bad|small|stupid|guilty|ashamed|like|doubt|cry|wait|worse|judged|inferior)|made fun|hesitat|betray|hold a grudge|held (?:a grudge|it against|that against)|hold (?:it|that|anything|things) against|ask(?:ed)? (?:for (?:much|anything)|too much|me to change)|abandon|said (?:a |an |one |anything )?(?:bad|unkind|mean|harsh|cruel|nasty|no to)|say (?:a |an |one |anything )?(?:bad|unkind|mean|harsh|cruel|nasty)|meant (?:to|it|any|for)|mean (?:to|any|it) |want(?:ed)? to (?:hurt|upset|harm)|intend|insult|offend|embarrass|humiliat|miss(?:ed)? (?:a|an|my|our|one)\\b|rush|correct(?:ing)? me|compar|control|threaten|argu|fight(?! for)\\b|start(?:ing)? (?:a fight|fights|arguing|drama)|go(?:ing)? (?:to (?:bed|sleep) (?:angry|cross|mad)|out with|behind|silent|cold|quiet)|us(?:e|ed|ing) (?:me|that against)|dump|overstep|neglect|waste|sabotag|lectur|patroni[sz]|mock|laugh(?:ing|ed)? at|roll(?:ing)? your eyes|rol(?:l|ling) your|need to be right|need to win|want to (?:argue|fight|win)|so (?:busy|tired|angry|late|distant|cold|negative|critical|defensive|stressed|loud)|negative|critical|defensive|distant|distracted|stressed|half|somewhere else|glued'
);

/** What hurts where it happens always; never, it is no praise. */
export const TOO_OFTEN = any(
  'put(?:ting)? (?:\\w+ )?(?:work|yourself|your|others|everyone|it off|things off)|spend|spent|the same|at work|away|with your (?:friends|phone|mates|mother)|work(?:ing)? late|do (?:this|that)\\b|doing (?:this|that)\\b|act(?:ing)? like|decid|choos(?:e|ing) (?:work|your|them|others)|react|sigh|use\\b|using',
  "say(?:ing)? (?:you will|you'll|later|no\\b|that\\b|it's my|mean|hurtful)|say one thing|play(?:ing)? (?:games|video|the victim)|watch(?:ing)? (?:tv|telly|football|your phone)|have to\\b|want to be right|want your way|say you"
);

/** What stands in place of a name for someone: needs behind each group of names. */
export const LABELS: readonly { readonly words: string; readonly need: string }[] = [
  {
    words:
      '(?:bad|terrible|lousy|awful|useless|rubbish|horrible|crap) (?:\\w+ )?(?:person|partner|husband|wife|boyfriend|girlfriend|mother|father|mum|mom|dad|parent|friend|lover|listener|human being)|stupid|dumb|an idiot|idiotic|a moron|a fool|brainless|an ass(?:hole)?|an arsehole|a loser|worthless|a failure|a disgrace|a joke|a monster|weak|a coward|a waste of (?:time|space)|ignorant|clueless|toxic|evil|scum|trash|ugly|fat|a nightmare|a disappointment|the worst',
    need: 'what happened and how it was for me'
  },
  { words: 'lazy|useless|a slob|slob|messy|a pig|good for nothing', need: 'how we share the work' },
  {
    words:
      'selfish|egoistic|self-centred|self-centered|egocentric|inconsiderate|thoughtless|an egoist|narcissist|narcissistic',
    need: 'how there can be room for both of us'
  },
  {
    words:
      'heartless|insensitive|uncaring|unloving|cold-hearted|emotionless|cold(?= (?:to|towards?|with)\\b)',
    need: 'how much warmth I have been missing'
  },
  {
    words: 'careless|irresponsible|unreliable|untrustworthy|a flake|flaky|hopeless',
    need: 'what we agreed on and what came of it'
  },
  {
    words:
      'immature|childish|infantile|such a child|like a child|such a baby|a big baby|like a baby|a brat|spoiled|spoilt',
    need: 'how we talk when it is hard'
  },
  {
    words:
      'rude|mean(?! (?:a lot|the world|so much|everything|well|it|more))|nasty|horrible|vile|awful|terrible|a (?:jerk|bully|bitch|bastard|dick|prick)|disgusting|aggressive',
    need: 'the tone between us'
  },
  {
    words:
      'a liar|liar|dishonest|a cheat(?:er)?|two-faced|fake|a hypocrite|hypocritical|a fraud|manipulative',
    need: 'what I was told and what I found out'
  },
  {
    words: 'needy|clingy|jealous freak|paranoid|possessive|too needy|too jealous',
    need: 'how much closeness each of us needs'
  },
  {
    words:
      'dramatic|a drama queen|oversensitive|over-sensitive|hypersensitive|too (?:sensitive|emotional|demanding)|hysterical|crazy(?! (?:about|for|in love|busy|good|talented|smart|funny))|insane|mental|a psycho|psycho|unhinged|nuts|moody|overreacting|ridiculous|pathetic',
    need: 'how strongly each of us feels about this'
  },
  {
    words:
      'stubborn|impossible(?! to (?:resist|forget|beat|reach|replace|miss))|pig-headed|arrogant|a know-it-all|a know-all|bossy|a control freak|difficult to live with|unreasonable|unfair|unbearable|insufferable|high and mighty|full of yourself',
    need: 'how we can both be heard'
  },
  { words: 'ungrateful|entitled', need: 'a thank-you that I missed' },
  {
    words: 'boring|dull|a bore|no fun|a killjoy|a party pooper',
    need: 'something new for us to try'
  }
];

/** Names that are called out: "you idiot". */
export const NAMES =
  'idiot|jerk|moron|bitch|bastard|asshole|arsehole|dick|prick|liar|coward|loser|psycho|pig|slob|fool|hypocrite|monster|brat|cow|narcissist|creep|scumbag|piece of (?:shit|crap|work)|waste of space|egoist|drama queen|control freak';

/** What makes a name out of a word: "you selfish person". */
export const INSULTING =
  'selfish|stupid|lazy|pathetic|ungrateful|arrogant|useless|worthless|heartless|fucking|bloody|damn|little|disgusting|absolute|complete|total|childish|cold-hearted|lying|cheating|dumb|ignorant|spoiled|spoilt|mean|nasty|horrible|inconsiderate';

/** Qualities with which someone is blamed: "your laziness". */
export const FAULTS =
  'selfishness|laziness|stupidity|arrogance|ignorance|rudeness|neediness|childishness|immaturity|carelessness|thoughtlessness|stubbornness|moodiness|coldness|egoism|paranoia|hysterics|drama queen behaviou?r|temper tantrums?|tantrums|bullshit|crap|lies';

/** Words that say what someone did, as if they were feelings. Those that speak of danger are left alone. */
export const VERDICTS: readonly (readonly [words: string, feelings: readonly Feeling[]])[] = [
  ['ignored|unheard|not heard|unseen|invisible|overlooked|unnoticed', ['lonely', 'sad', 'hurt']],
  ['abandoned|deserted|left|left out|excluded|left behind|dumped', ['lonely', 'afraid', 'sad']],
  ['rejected|unwanted|unloved|pushed away|turned away', ['hurt', 'sad', 'insecure']],
  ['betrayed|cheated|cheated on|lied to|deceived|tricked', ['hurt', 'shaken', 'angry']],
  [
    'attacked|accused|blamed|judged|criticised|criticized|put down|insulted',
    ['hurt', 'uneasy', 'angry']
  ],
  [
    'used|exploited|taken for granted|unappreciated|not appreciated|undervalued',
    ['sad', 'bitter', 'tired']
  ],
  [
    'disrespected|belittled|patronised|patronized|humiliated|dismissed|mocked',
    ['hurt', 'embarrassed', 'angry']
  ],
  ['neglected|forgotten|uncared for|unimportant', ['lonely', 'sad', 'discouraged']],
  ['misunderstood|not understood', ['lonely', 'frustrated', 'discouraged']],
  ['manipulated|played|provoked', ['confused', 'uneasy', 'angry']],
  [
    'pressured|pushed|cornered|nagged|bossed around|smothered|suffocated',
    ['overwhelmed', 'restless', 'irritated']
  ],
  ['let down|disappointed by you|stood up', ['disappointed', 'sad', 'hurt']],
  ['interrupted|cut off', ['frustrated', 'annoyed', 'discouraged']]
];

/** All of the labels. */
export const LABEL = LABELS.map(({ words }) => words).join('|');
