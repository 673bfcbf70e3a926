import type { GentlePart, Mood } from '#lib/language/index.ts';

const of = (part: GentlePart, mood: Mood | undefined, lines: string) =>
  lines
    .trim()
    .split('\n')
    .map((text) => ({ part, mood, text }));

/** What must be left alone, a sentence a line. */
export const HARMLESS = [
  ...of(
    'impulse',
    undefined,
    `
You always make me laugh
You are lazy on Sundays and so am I
You did that on purpose to make me laugh
You're always one step ahead of me
You never did tell me how it went
You always end up doing the cooking, let me do it tonight
You're always so kind to me
You always have my back
You always know what to say
You've always been there for me
You always remember our anniversary
you always listen
You always find a way to cheer me up
You always look so beautiful
You always bring me coffee
You always wear that scarf
You've always wanted to see the sea
You never let me down
You never forget my birthday
You never give up on me
You have never been unkind to me
You never fail to surprise me
You never complain
You never cease to amaze me
You never made me feel small
You've never been to Paris
You've never met my sister
You never know what comes next
I never get tired of you
I will always love you
I always feel safe with you
We always laugh together
You can always talk to me
You will always be welcome
You don't always have to be strong
You are not always late
I'm not saying you never help
It's not that you never call
I love how you always dance in the kitchen
I hope you never have to feel like this
If you never call, I worry
My mother used to say "you never listen"
You said “you always do this” and it hurt
When you said 'you never help' I was sad
You said that you never liked it
You told me I always leave the light on
Do you always drink tea?
Have you never seen the sea?
Every time you smile I melt
Never mind
It's not your fault
I don't blame you
It was my fault
You make me happy
You make me feel loved
You made me tea
You made me laugh so much
You make me so happy I could cry
You never make me sad
Because of you I smile more
You are the reason I smile
You should have seen it
You should have more rest
I should have called
How could you know?
You drive me crazy in the best way
I let you down and I am sorry
Did I let you down?
You are kind
You are not lazy
I don't think you are selfish
I'm not saying you're lazy
I never thought you were stupid
You said you were stupid, and you are not
You mean a lot to me
You're crazy about football
You are such a good listener
You are impossible to forget
You are cold, take my jacket
Are you jealous?
I felt like an idiot
I was selfish yesterday
That was a stupid film
You are right
I feel you are right about this
Don't be so hard on yourself
I feel stupid
I know you care about me
I think you care
I'm afraid you don't love me any more
I worry that you don't care about me
Sometimes I think you don't love me
I know you didn't do it on purpose
Did you do it on purpose?
You don't care about football
You don't care what other people think
You don't love me less when I am sad
Do you love me?
Don't you love me?
You just want to help
You're trying to help me
You only want the best for us
You know exactly what I like
I wish I knew what you're thinking
You hate mushrooms
You have to see this film
You must be tired
You should know that I love you
You need a hug
You don't have to come
Don't worry
Stop worrying, it was fine
Would you sit with me?
I don't expect you to cook
I would like you to know that I miss you
Please tell me about your day
You always hold my hand in the car
You always text me goodnight
You never go to bed without kissing me
You've never once made me doubt you
You never stop making me smile
you never judge me
You always give me space when I need it
You're always welcome here
I always knew you would come
You and I always end up laughing
You're so sweet
You are so funny
You're not selfish at all
You are my favourite person
You were tired
You looked tired
You are busy this week, I know
You are late, is everything alright?
You were late yesterday
You forgot to call me yesterday
When you came home late yesterday I was worried
I feel hurt when you look at your phone while I talk
I felt lonely last night
I need to talk to you
Can we talk tonight?
Could you please help me with the dishes?
I would love it if you called me more often
It would mean a lot to me if you came along
I'm sorry I called you lazy
I shouldn't have said you were selfish
I never meant to say you don't care
I was wrong to say that you never listen
You don't make me feel small
You made me feel at home
You made me feel so welcome
You make me want to be better
You should go to sleep, you look tired
You should be proud of yourself
You should try the soup
You must be so tired
You have to be at work at nine
You need to leave at eight tomorrow
Take your time
Be careful on the road
Come here, I want to hug you
Tell me what you need
Don't be sad
Don't you think we should talk?
Do you think I'm being unfair?
Am I too sensitive?
Are you angry with me?
Why are you always so good to me?
Have I been selfish?
I think you are wonderful
I think that you care about me very much
You don't want to talk about it now, and that is fine
You don't have to be perfect
You don't need to apologise
You never have to ask
You never need to be afraid of me
You always deserve the truth
You were always my first choice
I have always trusted you
You hurt my feelings yesterday
You broke a promise, and I was sad
you know how much I love you
You know what I mean
You know that I care
You want to know the truth? I miss you
It's nobody's fault
We both made mistakes
That's what you always say when I'm nervous, and it helps
As you always say, one day at a time
The song you always sing makes me smile
This is the café you always loved
My boss is an idiot
My sister is so selfish
He is always late
She never listens
I'm always late
I am lazy
I know I always interrupt you
Nothing I do would ever change how I feel about you
Everything I do is for us
I hate it when we fight
I hate that we fight
I hate Mondays
You only have to say so
You only live once
You've only just come home
If you had called I would have come
I would be sad if you never came back
You could always call me
You'd always be welcome
Whatever you do, you never bore me
You are never boring
Even when you are angry you are never rude
You are rarely late
You might not care about this as much as I do
Maybe you don't care about it as much
It seems to me that you don't want to be with me
I keep telling myself that you don't love me
The story in my head is that you don't care about me
It's your turn
Because of you I have learned to trust
You stopped by yesterday and it was lovely
You stopped trying to fix it and just listened
Stop by when you can
You ruined me for other men
I want you to know that you matter
You need to know that I love you
You've got to be kidding
You've got to see this
The waiter was rude to you
You were not rude
Nobody thinks you're stupid
I never said you were a bad mother
You're a great mother
You aren't a bad father
You always smell so good
You always cheer me on
You've always treated me with respect
You always let me sleep in on Sundays
You always leave the last piece for me
you always come home smiling
You never once complained when I was ill
You never leave without a kiss
You never interrupt me
You never raise your voice
You never stopped believing in me
You never asked me to change
You're never too busy for me
You never go to sleep angry
You never hurt anyone
You never let anyone down
I could never blame you
I would never call you lazy
I never said it was your fault
It was never your fault
It isn't all your fault
None of this is your fault
I don't want to blame you
I'm not blaming you
You didn't ruin anything
You didn't let me down
You haven't let me down
You made my day
You make me laugh until I cry
You make me so proud
You make me feel safe when I'm anxious
You make me coffee every morning
Thanks to you I'm less anxious
Because of you I got home safe
Because of you I am not alone
What's wrong, love?
Is something wrong with your phone?
How could I forget you?
How can you be so wonderful?
You should have come to the party, it was fun
You shouldn't have bought me flowers, but I love them
You are strong
You are sensitive and I love that
You're not being unfair
Nobody thinks you are lazy
I was afraid you were angry
I thought you were mad at me
You seem upset
You sound tired
Sometimes I'm too sensitive
You're stubborn like me, and I like that
You were brave, not weak
You are not a bad person
You aren't like your mother
You're the best
You are a good mother
You might think I'm crazy, but I want to move to the sea
Do you think I'm stupid?
I hope you don't think I'm lazy
You don't think I'm silly, do you?
I know you don't mean it
I know you love me even if you don't say it
You don't love cooking
You don't like mushrooms
You don't need me to fix this
You don't want me to worry
You wanted to surprise me
You tried to help, thank you
Please don't stop
Don't stop believing in us
Stop me if I talk too much
Don't forget your keys
Don't leave yet, I want a hug
Can you stop at the shop?
Let me help you
Let's start again
Could we talk about the dishes?
I need your help
I need you to know I'm sorry
I want you to be happy
You have to be kidding me, that's great
You have to taste this
You should be home soon
You must miss your sister
You need time
I miss you all the time
I think of you all the time
We fight all the time and I'm tired of it
You are on my mind all the time
You laugh all the time and I love it
Every time you call I am happy
Every time you hold me I feel safe
Nothing you do could make me leave
Nothing is your fault
Why are you so nice to me?
Why are you sad?
Why do you always know what I need?
You two always have such fun
She said "you are selfish" to me
He told me 'you never listen' and I cried
You never know, it might be fun
You always were the funny one
Shut up, really? That's great news!
I know what you're thinking, pizza?
You always fall asleep on the sofa after nine
You always put sugar in your tea, right?
You always get the crossword before me
You always win at Scrabble
You always beat me at chess
You always said we'd go to Iceland one day
You always hated hospitals, so I asked for visiting hours
You've always worked so hard for us
You always worked hard for this family
You always used to sing in the car
You're always up before me
You're always on my mind
You're always cold, take my jumper
You're always hungry after football
You always cry at weddings
You always run late on Fridays because of choir
You always let the cat in
You always turn off the lights before bed
You always go first through the door to check for spiders
You always seem so calm
You always inspire me
You always impress me
You always get me
You always got me through exams
You always feed the dog before yourself
You always pay for everything and I'd like to chip in
You always did the driving when I was pregnant
You always catch the bug first, poor you
You are always right about films
You constantly amaze me
You're constantly in my thoughts
You forever changed how I see myself
You are forever in my heart
You never liked olives
You never drank coffee before we met
You never really had a childhood
You never had it easy
You never got to say goodbye to him
You never got the chance to study
You never told me about your grandad, I'd love to hear
You never thought we'd last, did you
You never looked better
You've never looked so happy
You never made a fuss
You never bought into that nonsense
You never wanted any of this trouble
You never need an alarm
You never eat breakfast
You never sleep well before a flight
You never take sugar
You never take a day off, I worry about your health
You never stop working, please rest
You never swear in front of the kids
You never speak badly of anyone
You never let it show how hard it was
You'll never guess what happened
You'll never walk alone
You will never lose me
you'll never be alone with me
You never want me to worry
You never seem to age
You're never in the way
You were never a burden
You never have a bad word for anyone
You've never said that before and it made me cry, in a good way
You should get some sleep
You should call your sister, she sounded low
You should apply for it, you'd be brilliant
You should wear the blue one
You have to admit it was funny
You have to be up at five, shall I sleep in the guest room
You must come with me to the lake
You must think about yourself too
You'd better take a coat, it's freezing
Stop laughing, I can't breathe
You should have had the bigger half
You should've been a comedian
You should have married a cook, ha ha
You are impossible to buy presents for
You're impossible not to love
You were rude to the waiter but you apologised and I respect that
You're a monster in the kitchen, that lasagne
Your stupid hat makes me smile
Your bloody boss again
Your lies about my surprise party were brilliant
Because of you I'm late for work, worth every kiss
You don't miss me when you sleep, obviously
You messed up the recipe and it was still great
You've always got a joke ready
You're always the first to say sorry
You never push me
You never shut me out
You always take the dog out in the rain so I don't have to
You're always busy on Tuesdays so I'll eat with Ana
You always walk me to the door
You never have to earn my love
You always leave early for work
You always put the kids first
I never want to lose you
You never talk about your dad and that's okay
You always look at your phone map, trust me, it's left
You always bring up the best memories
You always spoil me
You always decide on the best films
You're always at work when the kids go to bed, I know it's hard for you
You always make it about the food, chef
You never called in sick in ten years
You never ask me to be someone else
You never tried sushi before
You never kissed anyone before me
You never cooked before you met me and now look
You never told your mum?
You never understand football, it's cute
You always interrupt your work for the kids, thank you
You are always late? Me too
They say you never get over your first dog
In winter you never see the sun here
You can never be too careful
You could never disappoint me
You would never lie to me
You make me mad about you
You make me sick with worry when you ride without a helmet
I made you sad
Who made you cry?
Did I ruin your evening?
The rain ruined our picnic
You ruined my plan to be sad today
You should have asked, I'd have come with you
You should have called it Bob
You should have told me you were ill, I'd have made soup
You're not the problem
We are both too sensitive
You are sensitive, that's what I love
Am I being needy?
You're fat with happiness, says my gran
You are not stupid, you're tired
You're weak after the flu, stay in bed
You are difficult to reach on Mondays
You're mean at Monopoly
You're an awful singer and I love it
You looked like a fool in that hat and I adored it
You're just like your mum, so warm
You don't care which film, do you?
You don't trust me with the car, fair enough
You don't like me in red
You didn't want me to see it
You stopped caring about the score and we had fun
You are trying to win the lottery
I don't know what you want from me
You wanted to leave me the big room, that was sweet
You think I'm mad for liking this
You hate me in the morning before coffee
You're sick of me asking, I guess
You're tired of me being away, so am I
I think you're bored with me at parties, is that so?
You know exactly how it feels
You need to listen to this album
You must call me as soon as you land, I can't wait
You should come home early, there's cake
Stop it, you'll make me blush
Stop texting me cute dogs, I'm in a meeting
Put the kettle on, love
Come home soon
Get out of bed, sleepyhead
Go away with me this weekend
Turn off the light when you come up
Do the dishes with me?
Tell me who made you laugh so much
Listen to me, you are wonderful
Grow up, get married, have kids: that was the plan
Calm down, it's only me
I had to calm down first
Shut up and kiss me
Leave me alone with the cake and I'll eat it all
If you go away again I'm coming with you
If you don't like it we're done shopping
Or else we could go by train
Thanks to you I'm less late these days
Thanks to you I'm no longer sad
While we're at it, let's paint the hall too
On top of that hill I kissed you
Another thing I love about you is your laugh
We missed the bus because of me
`
  ),
  ...of(
    'about',
    'pleasant',
    `
you always singing in the morning
the way you always rearrange the books
the light, the music and the food
you cooking for me every day
how you looked at me
you making me breakfast
the way you make me laugh
your kindness
`
  ),
  ...of(
    'wish',
    undefined,
    `
you to always feel at home with me
us never to go to bed angry
you to call me and tell me how you are
you to listen and me to slow down
to sit on top of that hill with you
you to call me when you are late
would you call me when you are late
could you put the phone away at dinner
please call me when you're late
I'd like you to know that I love you
help with the dishes
a hug right now
time together
love and respect
more quiet evenings
you to be home by ten or eleven
to stop worrying
let's go for a walk
us to have to rush less
you to never forget that I love you
you not to text while we eat
to go for a walk with you on Sunday
us to have one evening without phones
you to tell me before you invite friends
you to look at me when I talk
ten minutes to tell you about my day
a message when you are late
to hear what you think
you to come with me to my parents
to know whether you still want this
to find a time that works for both of us
to make a plan together
us to take turns with the dishes
more help in the evenings
looking after each other more
some rest first
just a hug
just one evening
if you asked me first
it if you asked me first
that we talk on Sunday
your help with the taxes
support
you to be honest with me
you to keep your promise
you to ask me before you buy something big
you to always tell me the truth
coming home to a hug
taking a day off together
we could talk tonight
can we talk tonight
peace and quiet
you to text me once a day and me to stop calling at work
to call you at noon
look, I just want a hug
to be asked how I am
to be told when you'll be late
you to leave your phone in the hall at dinner
us to stop shouting at each other
you to stop and listen for a minute
us both to say sorry
you to try couples counselling with me
you to have dinner with me on Friday, or Saturday
you to give me a hug or just sit with me
an honest answer
a clean kitchen in the morning
trust
care and tenderness
some time alone
making plans together
you to consider seeing a doctor about your back
you to ask me before you invite people
you to talk to me before you decide
to meet your friends
you to see your friends and tell me when you'll be back
would you come along
may I have an hour for myself
shall we try again
you to help me with the taxes this week and me to cook
if we could talk
keeping Sundays free
coming along
love
call me crazy, but a picnic
stop for a coffee with you on the way
come what may, one evening together
be held
be heard for a minute
go out dancing with you
get away for a weekend together
do something nice together on Sunday
make up
make dinner together
put this behind us
take a break and talk tomorrow
spend more time with you
give you a hug
keep Sundays for us
you will be surprised, but I want to go camping
tell you something
talk to you about the holidays
listen to music with you
clean air in the bedroom
change
change the way we talk about money
make time for us
put the kids to bed together
turn off our phones at nine
remember our first date more often
you to remember my birthday
you to answer when I call from the hospital
do more sport together
you to be honest even if it hurts
you to stop at the shop
stop at the sea on the way
quiet
you to stop smoking, and me to help you with it
don't know, maybe a hug
not to fight at Christmas
show you my world
you to show me how the tax thing works
`
  ),
  ...of(
    'see',
    undefined,
    `
you always work late on Mondays
you never know when you can leave
you don't want to talk right now
you think I'm too busy
you want to be alone sometimes
you need to rest after work
you must have been tired
you'd rather stay at home
you are exhausted
you don't feel like going out
you never want to talk about work
you get angry when I ask three times
you always come home late on Thursdays
you had to work
you need time alone
you don't want me to worry
you don't trust this yet
you hate being late
you feel blamed
you feel that I never listen
you think that I don't care
you said I was selfish
it was your mother's birthday
I make you angry when I nag
we both forgot
you have to work so much
you forgot, with all that was going on
you never answer at work
you must be worn out
you didn't call
you were angry with me
you are always tired on Fridays
you should rest first
I made you angry
you don't care for parties
you find my mother difficult
you thought I was angry
you'd rather be alone when you are sad
your boss is so demanding
it is not easy to live with me
you are rude when you are hungry
you're stubborn about it, your dad was the same
you don't want to be with me right now, I was hard to be around
you can be cold when you're stressed
you were rude to me, I had just shouted at you
you think I'm needy
you ignored my call, you were driving
you never want to have dinner at my mum's
you are bored with me at the moment, I talk of nothing but work
`
  ),
  ...of(
    'about',
    undefined,
    `
when you called me lazy
what you said about my being lazy
the thought that you might leave
not knowing whether you still love me
the quiet evening after you left
last night. You came home at two. I waited. I slept badly
you and me
how things went yesterday
the way you spoke to me last night
what you said about my mother
you coming home after midnight without a message
our evenings, as we both sit with our phones
the plans for Christmas, the money we need for them and the time it takes
being alone three evenings in a row
the fact that we have not talked since Sunday
not hearing from you yesterday
when the door was closed
you and your mother talking about me
how rarely we laugh
the dinner you missed
that you forgot our day
the broken promise
`
  ),
  ...of(
    'about',
    'unpleasant',
    `
the noise, the crowd and the heat yesterday
you leaving early without saying goodbye
you not answering my message yesterday
the fight we had on Friday
your being away for three weeks
your new job and the long hours
the kids, the house and our jobs
my temper and what I said
forgetting your birthday
having called you selfish
having hurt you
when you said you'd call and then fell asleep
when I come home and you are on the phone
that I was late again
that we never have an evening to ourselves
whether you still like living here
what your mother said about me being lazy
the fear that you don't love me
not knowing if you care
how much you have to work
being told that I never listen
you never having had a proper holiday
the way you always look after your mum
how late you had to work
you being ill and me being away
your lies detector joke
the way you always say sorry first
that I always have to be the strong one
you calling me at work
that you don't know yet whether you want to stay
that you did not want to talk last night
because you never knew your father
`
  ),
  ...of(
    'impulse',
    'pleasant',
    `
your stupid jokes make me laugh
`
  )
];
