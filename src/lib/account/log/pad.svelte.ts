import { m } from '#i18n/paraglide/messages.js';
import { readShortcutKey } from '../store/shortcutKey.ts';
import { holdsMedia } from '#lib/device/media.ts';
import { persistUnasked } from '#lib/device/storage.ts';
import { prefer, preferences } from '#lib/store/preferences.ts';
import { addUnsaved, dropUnsaved, unsaved } from '#lib/lock/store/unsaved.ts';
import { newEntry, type Entry, type Facts } from '../model/entry.ts';
import { askedTap, factsOfTap } from '../model/tap.ts';
import { account } from '../account.svelte.ts';
import { isSnap, offerAfter, type Offer } from '../model/offer.ts';
import { entriesBetween, record, replace } from '../store/index.ts';
import { DEFAULT_TERMS } from '../model/terms.ts';
import { entryWords, loggedWords } from '../words.ts';
import { faultWords } from '#lib/ui/faultWords.ts';
import { editedSaid } from './editedSaid.ts';
import type { Done } from './entryEditor.svelte.ts';
import { DETAIL_KEY } from './shortcuts.ts';
import { markOf } from '#lib/record/markOf.ts';
import { Announcer, type Action, type Said } from '#lib/ui/announcer.svelte.ts';
import { goTo } from '#lib/ui/navigation.ts';
import { attempt } from '#lib/store/tryWrite.ts';
import type { Write } from '#lib/store/pendingWrites.ts';
import { addDays } from '#lib/time/day.ts';
import { stamp } from '#lib/time/stamp.ts';

/** What goes on the log together with something else, and comes off with it. */
export interface Joint {
  readonly write: (entry: Entry) => Promise<void>;
  readonly takeBack: (entry: Entry) => Promise<unknown>;
}

/** An entry by itself. */
const ALONE: Joint = {
  write: (entry) => record(entry),
  takeBack: (entry) => replace({ before: entry, after: undefined })
};

const OFFERS: Readonly<Record<Offer, () => string>> = {
  thanks: m.offer_thanks,
  thought: m.offer_thought,
  gently: m.offer_gently,
  pause: m.practice_pause,
  'making-up': m.offer_sorry,
  words: m.moments_note_offer
};

type SaidDone = Extract<Said, { what: 'done' }>;

/** The pad's taps: each is recorded at once, and none is called logged before it is on disk. */
export class Pad extends Announcer {
  /** The page is alive: a prerendered one knows of no tap. */
  #isStarted = $state(false);
  #isPersisting = false;
  /** How the entry that the line tells of came onto the log. */
  #joint = ALONE;
  readonly #ondetail: (entry: Entry) => void;

  /** @param ondetail opens the form for an entry that was just logged */
  constructor(ondetail: (entry: Entry) => void) {
    super();
    this.#ondetail = ondetail;
  }

  /** What the line says of the taps that could not be saved; undefined where there are none. */
  get warning(): { text: string; actions: readonly Action[] } | undefined {
    const failed = this.#isStarted ? this.#failed : [];
    const { fault } = failed.at(-1) ?? {};
    if (!fault) return undefined;
    return {
      text: m.logged_unsaved({ count: failed.length, why: faultWords(fault) }),
      actions: [{ label: m.try_again(), onclick: () => void this.retry() }]
    };
  }

  /** Takes over what came before the app could answer: taps on the prerendered pad, a shortcut. */
  async start(): Promise<void> {
    this.#isStarted = true;
    for (const { tap, at } of window.stopEarlyTaps()) {
      const facts = factsOfTap(tap ?? '');
      if (facts) await this.tap(facts, at);
    }
    const shortcut = window.takeShortcut();
    if (shortcut) await this.#open(shortcut);
  }

  /** The taps whose write failed. They're kept for a retry, also over a reload. */
  get #failed(): readonly Write[] {
    return unsaved.current.filter(({ verb, fault }) => verb === 'record' && fault);
  }

  /**
   * Answers a shortcut of the installed app. Its tap is logged where the system has launched the app
   * with this device's number; whatever else asks for a tap may come from anywhere: it is only offered.
   */
  async #open({ tap = '', at }: EarlyTap): Promise<void> {
    const asked = askedTap(tap, await readShortcutKey());
    if (!asked) return;
    const isLaunched = !holdsMedia('(display-mode: browser)');
    if (asked.isOwn && isLaunched) await this.tap(asked.facts, at);
    else this.said = this.#offered(asked.facts);
  }

  /**
   * Logs a tap. `at` is when it happened, for one that waited for the app; `joint` puts it on the
   * log together with something else. Resolves with whether it's on the log.
   */
  async tap(facts: Facts, at = Date.now(), joint = ALONE): Promise<boolean> {
    const entry = newEntry(facts, stamp(at));
    if (!(await this.#record(entry, joint))) return false;
    this.tellOf(entry, joint);
    feel();
    await this.#offerAfter(entry);
    this.#persist();
    return true;
  }

  /** Tries once more to write the taps that failed, up to the first that fails again. */
  async retry(): Promise<void> {
    for (const { id, args } of this.#failed) {
      const [entry] = args as [Entry];
      if (!(await this.#record(entry))) return;
      dropUnsaved(id);
      this.tellOf(entry);
    }
  }

  /** Announces what the form has done to the log. */
  edited(done: Done): void {
    const { what, entry } = done;
    const isOfLine = this.said.what === 'done' && this.said.logged === entry.id;
    if (!isOfLine) this.#joint = ALONE;
    if (what === 'retracted') this.said = this.#retracted(entry);
    else if (what === 'added' || (isOfLine && what === 'amended')) this.said = this.#logged(entry);
    else this.said = editedSaid(done);
  }

  /** Announces what was logged, and offers the undo. */
  tellOf(entry: Entry, joint = ALONE): void {
    this.#joint = joint;
    this.said = this.#logged(entry);
  }

  /** Offers what may help after an entry, where the line still tells of that one. */
  async #offerAfter(entry: Entry): Promise<void> {
    if (!preferences.current.offers) return;
    // The night goes on after midnight.
    const others = await entriesBetween(addDays(entry.day, -1), entry.day).catch(() => []);
    const offer = offerAfter(entry, others);
    const isTold = this.said.what === 'done' && this.said.logged === entry.id;
    if (!offer || !isTold) return;
    if (offer === 'words') {
      // Once a day is enough to be asked.
      if (preferences.current.wordsAsked === entry.day) return;
      prefer({ wordsAsked: entry.day });
    }
    this.said = this.#logged(entry, offer);
  }

  #offerActions(entry: Entry, offer: Offer | undefined): Action[] {
    const made = { label: m.pad_made_up(), onclick: () => void this.#makeUpAfter(entry) };
    return [
      ...(isSnap(entry) && preferences.current.offers ? [made] : []),
      ...(offer ? [{ label: OFFERS[offer](), onclick: () => void this.#take(offer, entry) }] : [])
    ];
  }

  #makeUpAfter(entry: Entry): Promise<boolean> {
    return this.tap({ kind: 'repair', of: entry.id });
  }

  async #take(offer: Offer, entry: Entry): Promise<void> {
    if (offer === 'words') this.#ondetail(entry);
    else if (offer === 'making-up')
      goTo(`/practice/making-up?moment=${markOf(momentToMend(entry))}`);
    else if (offer !== 'thanks') goTo(`/practice/${offer}`);
    else if (entry.kind === 'act') {
      const { sayThanks } = await import('./sayThanks.ts');
      const text = await sayThanks(entry.act);
      if (text) this.said = { ...this.#logged(entry), text };
    }
  }

  #logged(entry: Entry, offer?: Offer): SaidDone {
    const onclick = () => this.#ondetail(entry);
    return {
      what: 'done',
      text: () => loggedWords(entry, account.terms ?? DEFAULT_TERMS),
      logged: entry.id,
      undo: {
        write: () => this.#joint.takeBack(entry),
        next: () => this.#retracted(entry)
      },
      actions: [
        { label: m.detail(), key: DETAIL_KEY, onclick },
        ...this.#offerActions(entry, offer)
      ]
    };
  }

  #retracted(entry: Entry): Said {
    return {
      what: 'done',
      text: m.logged_retracted({ entry: entryWords(entry) }),
      undo: {
        label: m.redo(),
        write: () => this.#joint.write(entry),
        next: () => this.#logged(entry)
      }
    };
  }

  #offered(facts: Facts): Said {
    return {
      what: 'done',
      text: m.logged_shortcut({ entry: entryWords(facts) }),
      actions: [{ label: m.log_it(), onclick: () => void this.tap(facts) }]
    };
  }

  async #record(entry: Entry, joint = ALONE): Promise<boolean> {
    const fault = await attempt(() => joint.write(entry));
    if (!fault) return true;
    // By itself it would be logged, and what it belongs to be asked again.
    if (joint === ALONE) addUnsaved([{ id: entry.id, verb: 'record', args: [entry], fault }]);
    else this.said = { what: 'fault', fault };
    return false;
  }

  /** From the first entry on there is something to lose. No tap waits for what the browser says. */
  #persist(): void {
    if (this.#isPersisting) return;
    this.#isPersisting = true;
    void persistUnasked();
  }
}

/** A light touch back. Browsers refuse it, loudly, where nobody has touched the page: a shortcut. */
function feel(): void {
  if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.(10);
}

/** The id of the moment that an apology is for: a repair's is the one it came after. */
function momentToMend(entry: Entry): string {
  return (entry.kind === 'repair' && entry.of) || entry.id;
}
