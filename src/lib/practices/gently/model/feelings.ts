/*
 * Words for what a person feels. None of them says what someone else did: "ignored" or "betrayed"
 * is a verdict on the other, and is answered with one. "Rejected" and "unimportant" are here all the
 * same: many have no other word for how it is to be far from somebody.
 */

/** What a feeling tells: something that matters is met, or it is missing. */
export type Mood = 'pleasant' | 'unpleasant';

/** The feelings that the app knows by name, in groups; their words are in the message files. */
export const FEELING_GROUPS = [
  {
    name: 'sad',
    mood: 'unpleasant',
    feelings: ['sad', 'hurt', 'lonely', 'disappointed', 'discouraged', 'empty', 'homesick']
  },
  {
    name: 'afraid',
    mood: 'unpleasant',
    feelings: ['afraid', 'worried', 'anxious', 'insecure', 'uneasy', 'nervous', 'jealous', 'shaken']
  },
  {
    name: 'apart',
    mood: 'unpleasant',
    feelings: ['disconnected', 'distant', 'unimportant', 'rejected']
  },
  {
    name: 'angry',
    mood: 'unpleasant',
    feelings: ['angry', 'annoyed', 'frustrated', 'irritated', 'furious', 'impatient', 'bitter']
  },
  {
    name: 'worn',
    mood: 'unpleasant',
    feelings: ['tired', 'exhausted', 'overwhelmed', 'stressed', 'restless', 'numb']
  },
  {
    name: 'unsure',
    mood: 'unpleasant',
    feelings: ['confused', 'torn', 'helpless', 'embarrassed', 'ashamed', 'guilty', 'sorry']
  },
  {
    name: 'close',
    mood: 'pleasant',
    feelings: ['loved', 'close', 'tender', 'warm', 'touched', 'grateful', 'trusting']
  },
  {
    name: 'calm',
    mood: 'pleasant',
    feelings: ['calm', 'safe', 'relieved', 'content', 'at ease', 'rested']
  },
  {
    name: 'glad',
    mood: 'pleasant',
    feelings: ['happy', 'glad', 'cheerful', 'amused', 'proud', 'delighted']
  },
  {
    name: 'alive',
    mood: 'pleasant',
    feelings: ['hopeful', 'curious', 'excited', 'inspired', 'encouraged', 'confident', 'playful']
  }
] as const satisfies readonly {
  readonly name: string;
  readonly mood: Mood;
  readonly feelings: readonly string[];
}[];

/** A group of feelings that are near one another. */
export type FeelingGroup = (typeof FEELING_GROUPS)[number];

/** A feeling that the app has words for. */
export type Feeling = FeelingGroup['feelings'][number];

const MOODS = new Map<string, Mood>(
  FEELING_GROUPS.flatMap(({ mood, feelings }) => feelings.map((feeling) => [feeling, mood]))
);

/** Whether a feeling is one that the app has words for; else it is in the user's own. */
export function isFeeling(name: string): name is Feeling {
  return MOODS.has(name);
}

/** What these feelings tell together; undefined where they are mixed, or in own words only. */
export function moodOf(feelings: readonly string[]): Mood | undefined {
  const moods = new Set(feelings.map((feeling) => MOODS.get(feeling)));
  moods.delete(undefined);
  return moods.size === 1 ? [...moods][0] : undefined;
}
