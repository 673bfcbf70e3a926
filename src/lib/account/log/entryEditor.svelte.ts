import { v7 as uuid } from 'uuid';
import { localTime, momentAt, momentFromLocal, type Moment } from '#lib/time/day.ts';
import { amendEntry, newEntry, type Entry, type Facts } from '../model/entry.ts';
import { faultWords } from '#lib/ui/faultWords.ts';
import { amend, record, restore, retract } from '../store/index.ts';
import { here } from '#lib/time/clock.ts';
import { attempt } from '#lib/store/tryWrite.ts';
import { stamp } from '#lib/time/stamp.ts';

/** What the form has done to the log, and how to take it back. */
export interface Done {
  readonly what: 'added' | 'amended' | 'retracted';
  /** As it now is, or was last. */
  readonly entry: Entry;
  readonly undo: () => Promise<void>;
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
   */
  save(facts: Facts, local: string | undefined): Promise<boolean> {
    const { entry } = this.opened ?? {};
    const moment = local ? momentFromLocal(local, entry?.zone ?? here()) : undefined;
    return entry ? this.#amend(entry, facts, moment) : this.#add(facts, moment);
  }

  /** Takes the entry off the log. Resolves with whether that worked. */
  async delete(): Promise<boolean> {
    const entry = this.opened?.entry;
    if (!entry) return false;
    return this.#finish(() => retract(entry.id), {
      what: 'retracted',
      entry,
      undo: () => restore(entry)
    });
  }

  async #add(facts: Facts, moment: Moment | undefined): Promise<boolean> {
    if (!this.opened) return false;
    const made = { ...stamp(), id: this.opened.newId };
    const entry = { ...newEntry(facts, made), ...moment };
    return this.#finish(() => record(entry), {
      what: 'added',
      entry,
      undo: () => retract(entry.id)
    });
  }

  async #amend(before: Entry, facts: Facts, moment: Moment | undefined): Promise<boolean> {
    const entry = amendEntry(before, { facts, ...(moment && { moment }) }, Date.now());
    return this.#finish(() => amend(entry), {
      what: 'amended',
      entry,
      undo: () => amend(amendEntry(before, {}, Date.now()))
    });
  }

  async #finish(write: () => Promise<void>, done: Done): Promise<boolean> {
    const fault = await attempt(write);
    if (fault) {
      this.error = faultWords(fault);
      return false;
    }
    this.close();
    this.#ondone(done);
    return true;
  }
}
