/** What feelings tell: something that matters is met, or it is missing. */
export type Mood = 'pleasant' | 'unpleasant';

/** The parts of a request that are looked at. */
export type GentlePart = 'impulse' | 'see' | 'about' | 'wish';

/**
 * Why something may be hard to hear: it says that it is always so; it blames; it gives the other a
 * name instead of saying what happened; it knows what the other thinks or wants; it is several
 * things at once; it is an order.
 */
export type HintKind = 'always' | 'blame' | 'label' | 'mind' | 'topics' | 'order';

/** A place in a text, and the words that could stand there instead. */
export interface Finding {
  readonly kind: HintKind;
  readonly start: number;
  readonly end: number;
  readonly instead: string;
}

/** A hint about one part of a request. */
export interface Hint {
  readonly kind: HintKind;
  readonly part: GentlePart;
  /** The words that it is about. */
  readonly found: string;
  /** The whole part, said in another way. */
  readonly rewording: string;
}

/** Why a promise can hardly be checked on its day: it has no end; nothing would be seen; it is several. */
export type PromiseHint = 'endless' | 'vague' | 'several';

/** How a part joins its opener: after it ("I see why …"), or whole as it stands. */
export type Joint = 'after' | 'bare' | 'whole';

/** A part of the sentence, ready to be put together. */
export interface Piece {
  readonly joint: Joint;
  readonly text: string;
}

/** What a language knows of danger. */
export interface Danger {
  /** Tells whether a text may speak of fear of a person, threats, control, force, injury or self-harm. */
  readonly speaksOfDanger: (text: string) => boolean;
}

/** What a language knows of words that are hard to hear. */
export interface Hints {
  /** Gives the hints on one part of a request; none where it speaks of danger. */
  readonly hintsOn: (part: GentlePart, text: string, mood: Mood | undefined) => Hint[];
  /** Names the feelings that may lie behind a word which says what someone did; else undefined. */
  readonly behind: (word: string) => readonly string[] | undefined;
  /** Tells why a promise may be hard to check; undefined where nothing speaks against it. */
  readonly promiseHint: (text: string) => PromiseHint | undefined;
}

/** How the sentences of a language are joined. */
export interface Sentences {
  /** Makes a part of the sentence ready, without what its opener says already. */
  readonly pieceOf: (part: Exclude<GentlePart, 'impulse'>, text: string) => Piece;
}

/** What words from a hard moment are about: what may come, what the other thinks or feels, a wish. */
export type Lead = 'future' | 'mind' | 'wish';

/** What a language knows of where a hard moment leads on. */
export interface Leads {
  /** Tells what a text is about; undefined where nothing in it says so. */
  readonly leadOf: (text: string) => Lead | undefined;
}

/** The rules of a language, which are loaded when asked for. */
export interface Language {
  /** Whether there are rules: else nothing that is written can be read along. */
  readonly isRead: boolean;
  readonly danger: () => Promise<Danger>;
  readonly hints: () => Promise<Hints>;
  readonly leads: () => Promise<Leads>;
}
