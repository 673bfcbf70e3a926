import { untrack } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import { keepDraft, loadDrafts } from './index.ts';
import { Live } from './live.ts';
import { onLeave } from './pendingWrites.ts';
import { storageError } from './connectionState.ts';
import { idInKey } from './draftKey.ts';
import type { StorageFault } from './storageError.ts';

/** Why drafts of this page could not be kept, by their keys: their words are only here. */
export const unkeptDrafts = new SvelteMap<string, StorageFault>();

/** How long a form rests before what stands in it is kept, in milliseconds. */
const REST = 300;

type Mutable<Value> = { -readonly [Key in keyof Value]: Value[Key] };

/**
 * Half-written work: what a form holds, kept as it changes, there again after a reload, a closed tab
 * or an update. All tabs that show a form show the same words in it. Make one while a page is made.
 */
export class Draft<Value extends object> {
  /** Fields of a form can be bound to it. */
  value: Mutable<Value> = $state() as Mutable<Value>;
  /** Whether what was kept has been read. A form shown before would be overwritten. */
  isReady = $state(false);
  /** Whether what it's about was deleted elsewhere: then its words stay in this form, and only here. */
  isGone = $state(false);
  /** Under which it is kept. */
  readonly key: string;
  readonly #blank: Value;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #live: Live<{ readonly value: unknown; readonly isGone: boolean }>;
  #kept = '';
  #writing: Promise<void> | undefined;
  #isFinishing = false;

  /**
   * @param key under which it is kept: the practice's name, and '/id' for work on an older record
   * @param blank what the form begins with
   * @param begin makes what the form begins with of what was kept
   */
  constructor(key: string, blank: Value, begin = (kept: Value) => kept) {
    this.key = key;
    this.#blank = blank;
    this.value = structuredClone(blank);
    this.#kept = JSON.stringify(blank);
    this.#live = new Live(async () => {
      const { lookUpDraft } = await loadDrafts();
      return () => lookUpDraft(key, this.#about);
    });
    $effect(() => this.#read(begin));
    $effect(() => {
      if (!this.isReady || JSON.stringify(this.value) === this.#kept) return;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.flush(), REST);
    });
    $effect(() => {
      const stop = onLeave(() => void this.flush());
      return () => {
        stop();
        void this.flush().then(() => unkeptDrafts.delete(key));
      };
    });
  }

  /** Whether anything stands in it that a blank form does not hold. */
  get hasStarted(): boolean {
    return this.differs({});
  }

  /** Whether it differs from a blank form, but for some fields. */
  protected differs(but: Partial<Value>): boolean {
    return JSON.stringify({ ...this.value, ...but }) !== JSON.stringify({ ...this.#blank, ...but });
  }

  /** Whether it was changed here and is not yet kept. */
  get isUnkept(): boolean {
    return this.#text !== this.#kept;
  }

  /** Begins anew. What stood in the form is gone. */
  async clear(): Promise<void> {
    this.value = structuredClone(this.#blank);
    await this.flush();
  }

  /** Begins anew. Resolves with the way back to what stood in the form. */
  async putAway(): Promise<() => Promise<void>> {
    const { value } = this;
    await this.clear();
    return () => this.restore(value);
  }

  /** What stood in the form stands in it again, also where another form was made in its place. */
  async restore(value: Mutable<Value>): Promise<void> {
    this.value = value;
    await this.flush();
  }

  /**
   * Keeps what it has become, and begins anew. What was written while that took its time stays, and
   * who presses twice keeps it once. Resolves with whether it was kept.
   */
  async finish(keep: () => Promise<boolean>): Promise<boolean> {
    if (this.#isFinishing) return false;
    this.#isFinishing = true;
    try {
      // What was typed last goes before what becomes of it.
      void this.flush();
      const written = this.#text;
      const isKept = await keep();
      if (isKept && this.#text === written) await this.clear();
      return isKept;
    } finally {
      this.#isFinishing = false;
    }
  }

  /** Keeps what stands in the form now. Where that fails it stays in the form, and is tried again with the next change. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    if (!this.isReady) return;
    const text = this.#text;
    if (text === this.#kept) return;
    // Nobody would come back to it: what was deleted has no form.
    if (this.isGone && this.#stored(text) !== undefined) return;
    const { key } = this;
    const before = this.#kept;
    this.#kept = text;
    const mine = keepDraft(key, this.#stored(text), this.#stored(before), Date.now());
    this.#writing = mine;
    try {
      await mine;
      unkeptDrafts.delete(key);
    } catch (error) {
      if (this.#writing === mine) this.#kept = before;
      unkeptDrafts.set(key, storageError(error).fault);
    } finally {
      if (this.#writing === mine) this.#writing = undefined;
    }
  }

  /** The id of the row that it's about. */
  get #about(): string | undefined {
    const { id } = untrack(() => $state.snapshot(this.value)) as { id?: unknown };
    return typeof id === 'string' ? id : idInKey(this.key);
  }

  /** What is stored of a form that reads so: nothing of a blank one. */
  #stored(text: string): unknown {
    return text === JSON.stringify(this.#blank) ? undefined : JSON.parse(text);
  }

  get #text(): string {
    return JSON.stringify(untrack(() => $state.snapshot(this.value)));
  }

  #read(begin: (kept: Value) => Value): void {
    try {
      const kept = this.#live.current;
      if (!kept) return;
      this.isGone = untrack(() => this.isReady) && kept.isGone;
      if (!this.isGone) untrack(() => this.#take(kept.value, begin));
    } catch {
      // The form begins blank; what keeps the database from answering is told by the page.
      this.isReady = true;
    }
  }

  /** Shows what was kept, here or in another tab. What is newer here is on its way there. */
  #take(kept: unknown, begin: (kept: Value) => Value): void {
    const isNewer = this.#writing !== undefined || this.isUnkept;
    if (this.isReady && (isNewer || JSON.stringify(kept) === this.#kept)) return;
    const found = { ...structuredClone(this.#blank), ...fitting(this.#blank, kept) };
    this.#kept = JSON.stringify(found);
    const begun = this.isReady || kept === undefined ? found : begin(found);
    // Before it was known what was kept something may have been begun: that stays.
    const early = changed(this.#blank, $state.snapshot(this.value) as Value);
    const value = this.isReady ? begun : { ...begun, ...early };
    if (this.#text !== JSON.stringify(value)) this.value = value;
    this.isReady = true;
  }
}

/** Of what was kept, what a form of today can hold: keys that it knows, with values of their type. A number may be left out. */
function fitting<Value extends object>(blank: Value, kept: unknown): Partial<Value> {
  const known = new Map(Object.entries(blank));
  const pairs = Object.entries(Object(kept) as Record<string, unknown>);
  const fits = ([key, value]: [string, unknown]) => known.has(key) && canBe(known.get(key), value);
  return Object.fromEntries(pairs.filter(fits)) as Partial<Value>;
}

/** The fields that aren't as in a blank form. */
function changed<Value extends object>(blank: Value, value: Value): Partial<Value> {
  const known = new Map(Object.entries(blank));
  const isOther = ([key, field]: [string, unknown]) =>
    JSON.stringify(field) !== JSON.stringify(known.get(key));
  return Object.fromEntries(Object.entries(value).filter(isOther)) as Partial<Value>;
}

function canBe(known: unknown, value: unknown): boolean {
  if (known === null || (typeof known === 'number' && value === null)) return true;
  return typeOf(value) === typeOf(known);
}

function typeOf(value: unknown): string {
  return Array.isArray(value) ? 'list' : typeof value;
}
