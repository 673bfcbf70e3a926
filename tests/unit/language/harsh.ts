import type { GentlePart, HintKind } from '#lib/language/index.ts';

/** What may be hard to hear, and how the same part can be said: `part, kind: sentence → rewording`. */
const LINES = `
impulse, always: You always interrupt me. → You often interrupt me.
impulse, always: You never listen to me → You rarely listen to me
impulse, always: You're always late → You're often late
impulse, always: You’re never on time → You’re rarely on time
impulse, always: you are always on your phone → you are often on your phone
impulse, always: You never once asked how I was → You rarely asked how I was
impulse, always: You never even say hello → You rarely say hello
impulse, always: You've never helped with the kids → You've rarely helped with the kids
impulse, always: You constantly criticise me → You often criticise me
impulse, always: You always have to be right → You often have to be right
impulse, always: You always do this → You often do this
impulse, always: You always help everyone else → You often help everyone else
impulse, always: You always leave your dishes → You often leave your dishes
impulse, always: You never spend time with me → You rarely spend time with me
impulse, always: I love you, but you never call → I love you, but you rarely call
impulse, always: Why do you always interrupt me? → I notice that you often interrupt me.
impulse, always: Why are you always late → I notice that you are often late
impulse, always: You will never change → I hope that this can change
impulse, always: Can't you ever be on time? → I’d like you to be on time.
impulse, always: Could you listen for once? → Could you listen?
impulse, always: You are on your phone all the time → You are on your phone often
impulse, always: Nothing I do is ever good enough for you → I worry that what I do is not enough
impulse, always: I feel like you never listen → I feel like you rarely listen
about, always: you never calling when you are late → you rarely calling when you are late
about, always: how you always cancel our evenings → how you often cancel our evenings
about, always: the way you never look up when I come in → the way you rarely look up when I come in
about, always: every time you come home late → when you come home late
see, always: you always forget: the day is long → you often forget: the day is long
impulse, always: You never put your phone down → You rarely put your phone down
impulse, always: You always put your friends first → You often put your friends first
impulse, always: You never tell me you love me → You rarely tell me you love me
impulse, always: U never listen to me → U rarely listen to me
impulse, always: you never bloody listen → you rarely listen
impulse, always: You always choose your mates over me → You often choose your mates over me
impulse, always: You're forever on that bloody phone → You're often on that bloody phone
impulse, always: Every single time I ask, you forget → When I ask, you forget
impulse, always: You never ever take my side → You rarely take my side
impulse, always: It's always about you, isn't it → It's often about you, isn't it
impulse, always: It's always me who has to do everything → It's often me who has to do everything
impulse, always: You never do anything around the house → You rarely do anything around the house
impulse, always: Not once have you asked how my day was → You have rarely asked how my day was
impulse, always: You are never here when I need you → You are rarely here when I need you
impulse, always: You always leaving me alone with the kids → You often leaving me alone with the kids
impulse, always: you dont ever help me → you rarely help me
impulse, always: You don't ever think about me → You rarely think about me
impulse, always: All you ever do is work → You work a lot
impulse, always: you allways forget my birthday → you often forget my birthday
impulse, always: Why do you never answer my messages → I notice that you rarely answer my messages
impulse, always: How come you always get to sleep in → How come you often get to sleep in
impulse, always: You constantly check your phone while I'm talking → You often check your phone while I'm talking
about, always: that you always cancel on me → that you often cancel on me
about, always: you never calling → you rarely calling
about, always: how you never listen → how you rarely listen
wish, always: you to care about me for once → you to care about me
impulse, always: You never lift a finger in this house → You rarely lift a finger in this house
impulse, always: You always take her side → You often take her side
impulse, always: you're always playing that stupid game → you're often playing that stupid game
impulse, always: You never have time for me → You rarely have time for me
impulse, always: You never want to talk about it → You rarely want to talk about it
impulse, always: You always cancel at the last minute → You often cancel at the last minute
impulse, always: You never tell me where you are going → You rarely tell me where you are going
impulse, always: You always change the subject → You often change the subject
impulse, always: you always get what you want → you often get what you want
impulse, always: You never compliment me anymore → You rarely compliment me anymore
impulse, always: You always make excuses → You often make excuses
impulse, always: You're never home → You're rarely home
impulse, always: Why are you always so angry with me? → I notice that you are often so angry with me.
impulse, always: You never say sorry → You rarely say sorry
impulse, always: You always act like nothing happened → You often act like nothing happened
impulse, always: you are always complaining about my cooking → you are often complaining about my cooking
impulse, always: You never bother to clean up after yourself → You rarely bother to clean up after yourself
impulse, always: you always have an excuse → you often have an excuse
impulse, always: You always turn it around on me → You often turn it around on me
impulse, always: You never come to my family's things → You rarely come to my family's things
impulse, always: You always shut me out → You often shut me out
impulse, always: You never put us first → You rarely put us first
impulse, always: You always walk out when we argue → You often walk out when we argue
impulse, always: youre always on ur phone → youre often on ur phone
about, always: that it's always me who has to ask → that it's often me who has to ask
about, always: you always being late → you often being late
impulse, blame: It's all your fault → This is hard for me, and I’d like to talk about how it came about
impulse, blame: This is your fault. I waited. → This is hard for me, and I’d like to talk about how it came about. I waited.
impulse, blame: You make me so angry → I feel angry
impulse, blame: You made me feel stupid → I felt stupid
impulse, blame: you made me cry → I was hurt
impulse, blame: You drive me crazy! → I get upset.
impulse, blame: You ruined our holiday → I’m sad about how our holiday went
impulse, blame: You ruined everything → I’m sad about how this went
impulse, blame: You should have called → I wish you had called
impulse, blame: You shouldn't have said that → I wish you had not said that
impulse, blame: What's wrong with you? → I’d like to understand what happened.
impulse, blame: How could you do this to me? → I’d like to understand what happened.
impulse, blame: You let me down → I was disappointed, as I had hoped for something else
impulse, blame: You are the reason I cry → This is hard for me, and I’d like to talk about how it came about
impulse, blame: We are late because of you → We are late because of what happened
impulse, blame: Thanks for nothing → I had hoped for something else
impulse, blame: How many times do I have to tell you? → This matters to me, so I’d like to talk about it once more.
impulse, blame: You make me nervous when you drive so fast → I feel nervous when you drive so fast
about, blame: how you ruined the evening → how the evening went
about, blame: you making me feel small when we argue → when we argue
about, blame: you make me so angry → what happened
about, blame: that you should have called → wishing you had called
see, blame: you were tired, but that's no excuse → you were tired
impulse, blame: You made me look like a fool → I was embarrassed
impulse, blame: You make me feel like I'm nothing → I feel like I'm nothing
impulse, blame: You're ruining my life → I’m sad about how my life is going
impulse, blame: You always make me feel like shit → I feel like shit
impulse, blame: You always ruin everything → I’m sad about how this went
impulse, blame: It's your fault we're late → This is hard for me, and I’d like to talk about how it came about
impulse, blame: This is all your fault → This is hard for me, and I’d like to talk about how it came about
impulse, blame: You ruined my birthday → I’m sad about how my birthday went
impulse, blame: You ruined the whole evening → I’m sad about how the whole evening went
impulse, blame: You made me cry in front of everybody → I was hurt
impulse, blame: Because of you I missed my train → Because of what happened I missed my train
impulse, blame: Look what you've done → I’d like to understand what happened
impulse, blame: You're driving me crazy → I get upset
impulse, blame: You drive me up the wall → I get upset
impulse, blame: What is wrong with you? → I’d like to understand what happened.
impulse, blame: What the hell is wrong with you → I’d like to understand what happened
impulse, blame: I blame you for this → This is hard for me, and I’d like to talk about how it came about
impulse, blame: You started it → This is hard for me, and I’d like to talk about how it came about
impulse, blame: thanks to you we're broke → because of what happened we're broke
impulse, blame: You made me feel worthless → I felt worthless
impulse, blame: You've messed everything up again → I’m sad about how this went
impulse, blame: You should have told me → I wish you had told me
impulse, blame: You let me down again → I was disappointed, as I had hoped for something else
impulse, blame: How can you be so cold → I’d like to understand what happened
see, blame: it's your fault → this wasn’t easy for you either
about, blame: you ruining our holiday → how our holiday went
about, blame: that you made me look stupid → what happened
impulse, blame: You're the reason I'm depressed → This is hard for me, and I’d like to talk about how it came about
impulse, blame: It's because of you that I can't sleep → It's because of what happened that I can't sleep
impulse, blame: You made me do this → This is hard for me, and I’d like to talk about how it came about
impulse, blame: You make me sick → I feel sick
impulse, blame: Now look what you made me do → I’d like to understand what happened
impulse, blame: You've ruined Christmas → I’m sad about how Christmas went
about, blame: that you let me down → what I had hoped for
see, blame: you ruined everything → you may have had a lot on your mind
impulse, label: You are so selfish → I’d like to talk about how there can be room for both of us
impulse, label: You're lazy → I’d like to talk about how we share the work
impulse, label: You're such a liar → I’d like to talk about what I was told and what I found out
impulse, label: You're selfish when you don't ask me → I find it hard when you don't ask me
impulse, label: You were being childish → I’d like to talk about how we talk when it’s hard
impulse, label: You idiot → I’d like to talk about what happened and how it was for me
impulse, label: you selfish person → I’d like to talk about what happened and how it was for me
impulse, label: You are just like your mother → I’d like to talk about what happened and how it was for me
impulse, label: You're too sensitive → I’d like to talk about how strongly each of us feels about this
impulse, label: You can be so cold to me → I’d like to talk about how much warmth I have been missing
impulse, label: I hate you → I’m very angry right now
impulse, label: I think you are selfish → I’d like to talk about how there can be room for both of us
impulse, label: You are kind to others and rude to me. You are rude → You are kind to others and rude to me. I’d like to talk about the tone between us
about, label: you being so lazy → how we share the work
about, label: how selfish you are → how there can be room for both of us
about, label: your laziness → how we share the work
about, label: the dishes, because you are so lazy → the dishes
about, label: that you are so inconsiderate → how there can be room for both of us
wish, label: you to stop being so childish → us to talk about how we talk when it’s hard
impulse, label: You are a terrible husband → I’d like to talk about what happened and how it was for me
impulse, label: Don't be so dramatic → I’d like to talk about how strongly each of us feels about this
impulse, label: You're such a child → I’d like to talk about how we talk when it’s hard
impulse, label: Stop being such a baby → I’d like to talk about how we talk when it’s hard
impulse, label: You're a liar → I’d like to talk about what I was told and what I found out
impulse, label: you're an idiot → I’d like to talk about what happened and how it was for me
impulse, label: ur so lazy → I’d like to talk about how we share the work
impulse, label: You're just like your mother → I’d like to talk about what happened and how it was for me
impulse, label: You lazy git → I’d like to talk about what happened and how it was for me
impulse, label: You're acting like a child → I’d like to talk about how we talk when it’s hard
impulse, label: You are impossible → I’d like to talk about what happened and how it was for me
impulse, label: Don't be so sensitive → I’d like to talk about what happened and how it was for me
impulse, label: You're being ridiculous → I’d like to talk about how strongly each of us feels about this
impulse, label: You're pathetic → I’d like to talk about what happened and how it was for me
impulse, label: Bloody hell you're useless → I’d like to talk about how we share the work
impulse, label: You're a control freak → I’d like to talk about how we can both be heard
impulse, label: you are too much needy → I’d like to talk about how much closeness each of us needs
see, label: you are lazy → you may have had a lot on your mind
about, label: your constant lying → what I was told and what I found out
about, label: you being a selfish pig → how there can be room for both of us
about, label: your selfish behaviour → how there can be room for both of us
wish, label: you to stop being so lazy → us to talk about how we share the work
wish, label: you to stop acting like a child → us to talk about how we talk when it’s hard
impulse, label: You are a narcissist → I’d like to talk about how there can be room for both of us
impulse, label: You're being a dick → I’d like to talk about the tone between us
impulse, label: You're so immature sometimes → I’d like to talk about how we talk when it’s hard
impulse, label: Stop acting like a baby → I’d like to talk about how we talk when it’s hard
impulse, label: You're a terrible listener → I’d like to talk about what happened and how it was for me
impulse, label: You selfish bastard → I’d like to talk about what happened and how it was for me
impulse, label: you are crazy → I’d like to talk about how strongly each of us feels about this
impulse, label: You are so boring → I’d like to talk about something new for us to try
impulse, label: you're such a hypocrite → I’d like to talk about what I was told and what I found out
impulse, label: you are very egoist → I’d like to talk about how there can be room for both of us
about, label: your childish behaviour at the party → what happened at the party
about, label: how rude you were to me → the tone between us
see, label: you are selfish → you may have had a lot on your mind
impulse, mind: You don't care about me → I’m afraid that you don't care about me
impulse, mind: You obviously don't care. → I’m afraid that you don't care.
impulse, mind: You don't love me any more → I’m afraid that you don't love me any more
impulse, mind: I feel like you don't care about us → I’m afraid that you don't care about us
impulse, mind: You did it on purpose → I’m afraid that you did it on purpose
impulse, mind: You're just trying to hurt me → I’m afraid that you're trying to hurt me
impulse, mind: You only think about yourself → I’m afraid that you only think about yourself
impulse, mind: You care more about work than about me → I’m afraid that you care more about work than about me
impulse, mind: You think I'm stupid → I’m afraid that you think I'm stupid
impulse, mind: You couldn't care less → I’m afraid that you couldn't care less
impulse, mind: You'd rather be with your friends → I’m afraid that you'd rather be with your friends
impulse, mind: I know what you're thinking → I’d like to know what you are thinking
impulse, mind: You hate my family → I’m afraid that you hate my family
about, mind: that you don't care how I feel → the thought that you don't care how I feel
about, mind: you don't want to be with me → the thought that you don't want to be with me
see, mind: you don't care about me → you may have had a lot on your mind
about, mind: that you don't care → the thought that you don't care
impulse, mind: You don't love me anymore → I’m afraid that you don't love me anymore
impulse, mind: You only care about yourself → I’m afraid that you only care about yourself
impulse, mind: You did that on purpose → I’m afraid that you did that on purpose
impulse, mind: You don't even want to be here → I’m afraid that you don't want to be here
impulse, mind: You couldn't care less about my family → I’m afraid that you couldn't care less about my family
impulse, mind: You obviously think I'm crazy → I’m afraid that you think I'm crazy
impulse, mind: I know you're cheating → I’m afraid that you're cheating
impulse, mind: You'd rather be with your friends than with me → I’m afraid that you'd rather be with your friends than with me
impulse, mind: Admit it, you're bored with me → I’m afraid that you're bored with me
impulse, mind: You don't give a damn about us → I’m afraid that you don't give a damn about us
impulse, mind: You clearly prefer your phone to me → I’m afraid that you prefer your phone to me
impulse, mind: I feel like you don't care → I’m afraid that you don't care
impulse, mind: You're trying to make me jealous → I’m afraid that you're trying to make me jealous
impulse, mind: You enjoy seeing me upset → I’m afraid that you enjoy seeing me upset
see, mind: you don't love me anymore → you may have had a lot on your mind
about, mind: that you don't give a damn → the thought that you don't give a damn
about, mind: because you don't love me → the thought that you don't love me
impulse, mind: You don't want to spend time with me → I’m afraid that you don't want to spend time with me
impulse, mind: You're only with me for the money → I’m afraid that you're only with me for the money
impulse, mind: You don't respect me → I’m afraid that you don't respect me
impulse, mind: You just don't care → I’m afraid that you don't care
impulse, mind: You think you're better than me → I’m afraid that you think you're better than me
impulse, mind: You wish you'd never married me → I’m afraid that you wish you'd never married me
impulse, mind: You love your mother more than me → I’m afraid that you love your mother more than me
impulse, mind: You want me to feel bad → I’m afraid that you want me to feel bad
impulse, mind: You're doing this to punish me → I’m afraid that you're doing this to punish me
about, mind: that you clearly don't love me → the thought that you don't love me
about, topics: the dishes, and another thing, you were late again → the dishes
wish, topics: you to call me. And while we are at it, you to talk to your mother → you to call me
about, topics: the money. On top of that, you were late → the money
wish, topics: you to call me, you to cook more and us to go out → you to call me
impulse, topics: You forgot the milk. And another thing: the car → You forgot the milk
wish, topics: you to tidy up, and while you're at it call your mother → you to tidy up
impulse, topics: And another thing, you forgot the bins → You forgot the bins
impulse, topics: And while we're at it, your brother still owes us money → Your brother still owes us money
about, topics: that you were late and that you forgot my birthday and that you were rude to my dad → that you were late
impulse, order: Put away your stupid phone → I’d like you to put away your phone
wish, order: you have to call me → you to call me
wish, order: You must stop smoking → You to stop smoking
wish, order: call me when you are late → you to call me when you are late
wish, order: don't talk to me like that → you not to talk to me like that
wish, order: listen to me → you to listen to me
wish, order: stop looking at your phone → you to stop looking at your phone
wish, order: you to be home by ten, or I am leaving → you to be home by ten
wish, order: you to be home by ten or else → you to be home by ten
wish, order: you to stop seeing your friends → us to talk about what each of us needs here
wish, order: you to do what I say → us to talk about what each of us needs here
wish, order: you to answer me immediately → you to answer me
impulse, order: You need to listen to me → I’d like you to listen to me
impulse, order: You should help more → I’d like you to help more
impulse, order: Stop lying! → I’d like you to stop lying.
impulse, order: Shut up → I need a moment of quiet
impulse, order: Don't you dare walk away → I’d like you not to walk away
impulse, order: I expect you to be there → I’d like you to be there
impulse, order: Do what I say → I’d like us to find a way that works for both of us
wish, order: clean your room → you to clean your room
impulse, order: Leave me alone → I need some time for myself
impulse, order: Just do the dishes → I’d like you to do the dishes
impulse, order: Stop ignoring me → I’d like you to stop ignoring me
impulse, order: Get off your phone → I’d like you to get off your phone
impulse, order: Answer your phone when I call! → I’d like you to answer your phone when I call.
impulse, order: Calm down → I’d like us to talk when we’re both calm
impulse, order: You have to tell me where you are → I’d like you to tell me where you are
impulse, order: You need to sort yourself out → I’d like you to sort yourself out
impulse, order: You'd better be home by eight → I’d like you to be home by eight
impulse, order: Grow up → I’d like to talk about how we talk when it’s hard
impulse, order: Don't you dare walk away from me → I’d like you not to walk away from me
impulse, order: If you go out tonight we're done → I’d like us to talk about what each of us needs here
wish, order: you to never see your friends again → us to talk about what each of us needs here
wish, order: you must call me every hour → us to talk about what each of us needs here
wish, order: call me → you to call me
wish, order: do the dishes → you to do the dishes
wish, order: you have to stop seeing her → us to talk about what each of us needs here
wish, order: stop ignoring me → you to stop ignoring me
wish, order: shut up → us to take a moment of quiet
wish, order: Don't be late again → You not to be late again
wish, order: you better apologise → you to apologise
impulse, order: You need to stop drinking → I’d like you to stop drinking
impulse, order: Don't talk to me like that → I’d like you not to talk to me like that
impulse, order: Don't you ever do that again → I’d like you not to do that
impulse, order: Put your phone away → I’d like you to put your phone away
impulse, order: You should help me more around the house → I’d like you to help me more around the house
impulse, order: Stop shouting at me → I’d like you to stop shouting at me
impulse, order: Get out → I need some time for myself
impulse, order: Come home now or I'm changing the locks → Come home now
impulse, order: You'd better apologise → I’d like you to apologise
wish, order: answer my messages faster → you to answer my messages faster
wish, order: be on time → you to be on time
wish, order: be honest with me → you to be honest with me
wish, order: you need to help me with the kids → you to help me with the kids
wish, order: you must stop lying → you to stop lying
wish, order: put your phone away at dinner → you to put your phone away at dinner
wish, order: you to tell me every hour where you are → us to talk about what each of us needs here
wish, order: don't ever do that again → you not to do that again
`;

/** What may be hard to hear, of which kind it is, and how the same part can be said. */
export const HARSH = LINES.trim()
  .split('\n')
  .map((line) => {
    const [, part = '', kind = '', text = '', said = ''] =
      /^(\w+), (\w+): (.*) → (.*)$/.exec(line) ?? [];
    return { part: part as GentlePart, kind: kind as HintKind, text, said };
  });
