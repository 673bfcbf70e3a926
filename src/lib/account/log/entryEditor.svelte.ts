import { v7 as uuid } from 'uuid';
import { localTime, momentAt, momentFromLocal, type Moment } from '#lib/time/day.ts';
import { amendEntry, isNoteOnly, newEntry, type Entry, type Facts } from '../model/entry.ts';
import { versionWords } from '../words.ts';
import { laterThan } from '#lib/record/record.ts';
import { asOf, replaceOrAsk } from '#lib/store/clash.svelte.ts';
import { faultWords } from '#lib/ui/faultWords.ts';
import { record, replace, restoreEntry, retract } from '../store/index.ts';
import { here } from '#lib/time/clock.ts';
import { storageError } from '#lib/store/connectionState.ts';
import { stamp } from '#lib/time/stamp.ts';

/** What the form has done to the log, and how to take it back. */
export interface Done {
  /** `noted`: the note was written, and nothing else. */
  readonly what: 'added' | 'amended' | 'noted' | 'retracted';
  /** As it now is, or was last. */
  readonly entry: Entry;
  readonly undo: () => Promise<unknown>;
}

/** What the form was opened for. */
export interface Opened {
  /** Undefined: a new one. */
  readonly entry: Entry | undefined;
  /** Made when the form opens, so that a second press on Save adds nothing twice. */
  readonly newId: string;
  readonly localNow: string;
}

/** One form for the entries of a page: opened for an entry or a new one, closed once it is saved. */
export class Editing {
  opened: Opened | undefined = $state.raw();
  /** Why the last try failed. The form stays open. */
  error: string | undefined = $state.raw();
  #ondone: (done: Done) => void;

  constructor(ondone: (done: Done) => void) {
    this.#ondone = ondone;
  }

  /** Opens the form for an entry, or for a new one. */
  open(entry?: Entry): void {
    this.error = undefined;
    this.opened = { entry, newId: uuid(), localNow: localTime(momentAt(Date.now(), here())) };
  }

  /** Closes the form. */
  close(): void {
    this.opened = undefined;
  }

  /**
   * Writes what the form says. Resolves with whether that worked.
   *
   * @param local a time on the entry's own clock
   * @param since when the entry was last written before the form began with it
   * @param draft the key of what is half written in the form
   */
  save(facts: Facts, local: string | undefined, since: number, draft: string): Promise<boolean> {
    const { entry } = this.opened ?? {};
    const moment = local ? momentFromLocal(local, entry?.zone ?? here()) : undefined;
    return entry
      ? this.#amend(asOf(entry, since), facts, moment, draft)
      : this.#add(facts, moment, draft);
  }

  /** Takes the entry off the log. Resolves with whether that worked. */
  async delete(): Promise<boolean> {
    const entry = this.opened?.entry;
    if (!entry) return false;
    return this.#finish(async () => {
      // Another tab may have written more into it.
      const last = (await retract(entry.id)) ?? { entry, drafts: [] };
      return { what: 'retracted', entry: last.entry, undo: () => restoreEntry(last) };
    });
  }

  async #add(facts: Facts, moment: Moment | undefined, draft: string): Promise<boolean> {
    if (!this.opened) return false;
    const entry = { ...newEntry(facts, { ...stamp(), id: this.opened.newId }), ...moment };
    return this.#finish(async () => {
      await record(entry, draft);
      return { what: 'added', entry, undo: () => replace({ before: entry, after: undefined }) };
    });
  }

  async #amend(
    before: Entry,
    facts: Facts,
    moment: Moment | undefined,
    draft: string
  ): Promise<boolean> {
    const after = amendEntry(before, { facts, ...(moment && { moment }) }, Date.now());
    return this.#finish(async () => {
      const { before: was, after: entry } = await replaceOrAsk(
        { before, after },
        (edit) => replace(edit, draft),
        versionWords
      );
      const back = () => was && amendEntry(was, {}, laterThan(entry, Date.now()));
      const undo = () => replace({ before: entry, after: back(), isUndo: true });
      return { what: was && isNoteOnly(was, entry) ? 'noted' : 'amended', entry, undo };
    });
  }

  async #finish(write: () => Promise<Done>): Promise<boolean> {
    try {
      const done = await write();
      this.close();
      this.#ondone(done);
      return true;
    } catch (error) {
      this.error = faultWords(storageError(error).fault);
      return false;
    }
  }
}
