import type { Day } from '#lib/time/day.ts';
import { counter, matches, needsEntries, type Filter } from '../model/filter.ts';
import {
  cutPages,
  pagesOf,
  pagesUntil,
  pagesWith,
  sumOf,
  takePages,
  UNCUT,
  type Page
} from '../model/pages.ts';
import { actSentence } from '../actWords.ts';
import { account } from '../account.svelte.ts';
import { entriesBetween } from '../store/index.ts';

/** How many entries are shown at first, and how many more each time. */
const STEP = 100;

/** What a walk looks for, from which day, and how many entries it shows. */
export interface WalkPlace {
  readonly filter: Filter;
  readonly until: Day | undefined;
  readonly wanted: number;
}

/** What sets a walk apart from that through all of the history. */
interface WalkOf {
  /** What it looks for at first. */
  readonly filter?: Filter;
  /** Where its pages begin. */
  readonly cut?: typeof cutPages;
  /** The days of what is looked for beside the log. */
  readonly others?: () => readonly Day[];
}

/**
 * A walk back through the log, page by page. What the tallies tell (days, kinds) is never read
 * from the log; a text is looked for on one page after another, and only pages that have it stay.
 */
export class Walk {
  filter: Filter = $state.raw({});
  readonly #cut: typeof cutPages;
  readonly #others: () => readonly Day[];
  /** The walk begins on this day; undefined: on the newest. */
  until: Day | undefined = $state.raw();

  #starts = UNCUT;
  #wanted = $state.raw(STEP);
  /** The day of each entry found with the text. */
  #hits: readonly Day[] = $state.raw([]);
  /** Where the page begins that was searched last. */
  #lookedTo: Day | undefined = $state.raw();
  /** Each search has a number; an older one stops when it sees a newer. */
  #search = 0;

  #countOf = $derived(counter(this.filter));

  /** Pages on which there may be something, newest first; undefined while the tallies are read. */
  #pages: Page[] | undefined = $derived.by(() => {
    const { tallies } = account;
    if (!tallies) return undefined;
    this.#starts = this.#cut(tallies, this.#starts);
    const all = pagesOf(tallies, this.#starts);
    const pages = this.until ? pagesUntil(all, this.until) : all;
    const beside = pagesWith(pages, this.#others());
    return pages.filter((page) => sumOf(page, this.#countOf) > 0 || beside.includes(page));
  });

  /** The pages to show, newest first. */
  readonly shown: readonly Page[] = $derived.by(() => {
    const pages = this.#pages ?? [];
    return needsEntries(this.filter)
      ? pagesWith(pages, [...this.#hits, ...this.#others()])
      : takePages(pages, this.#countOf, this.#wanted);
  });

  /** How many entries are of the kind and response looked for, with the text or without. */
  readonly count: number | undefined = $derived(
    this.#pages?.reduce((sum, page) => sum + sumOf(page, this.#countOf), 0)
  );

  #next: Page | undefined = $derived.by(() => {
    const to = this.#lookedTo;
    return this.#pages?.find(({ from }) => to === undefined || from < to);
  });

  readonly isLooking: boolean = $derived(
    Boolean(needsEntries(this.filter) && this.#next && this.#hits.length < this.#wanted)
  );

  readonly hasMore: boolean = $derived(
    needsEntries(this.filter)
      ? this.#next !== undefined
      : this.shown.length < (this.#pages?.length ?? 0)
  );

  /** The oldest day that a search for a text has looked at. */
  readonly lookedBack: Day | undefined = $derived.by(() => {
    const to = this.#lookedTo;
    const page = to === undefined ? undefined : this.#pages?.findLast(({ from }) => from >= to);
    return page?.tallies.at(-1)?.day;
  });

  constructor({ filter = {}, cut = cutPages, others = () => [] }: WalkOf = {}) {
    this.filter = filter;
    this.#cut = cut;
    this.#others = others;
  }

  /** How far the walk has come, for {@link goBackTo}. */
  get place(): WalkPlace {
    return { filter: this.filter, until: this.until, wanted: this.#wanted };
  }

  /** Begins where another walk has ended. */
  goBackTo({ filter, until, wanted }: WalkPlace): void {
    this.begin(filter, until);
    this.#wanted = wanted;
  }

  /** Begins anew, looking for other entries or from another day. */
  begin(filter: Filter, until: Day | undefined): void {
    // Another object each time, so that what searches begins again; an older search ends.
    this.filter = { ...filter };
    this.#search += 1;
    this.until = until;
    this.#wanted = STEP;
    this.#hits = [];
    this.#lookedTo = undefined;
  }

  /** Shows more, or looks further back. */
  more(): void {
    this.#wanted += STEP;
  }

  /**
   * Searches on for the text until enough is found.
   *
   * @throws StorageError
   */
  async look(): Promise<void> {
    const search = ++this.#search;
    while (this.isLooking && this.#next) {
      const page = this.#next;
      const entries = await entriesBetween(page.from, page.to);
      if (search !== this.#search) return;
      const hits = entries.filter((entry) => matches(entry, this.filter, actSentence));
      this.#lookedTo = page.from;
      if (hits.length > 0) this.#hits = [...this.#hits, ...hits.map(({ day }) => day)];
    }
  }

  /** An entry on this day was written here: its page is shown if there is a match on it. */
  include(day: Day): void {
    if (needsEntries(this.filter)) this.#hits = [...this.#hits, day];
  }
}
