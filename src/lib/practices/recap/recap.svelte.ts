import { account } from '#lib/account/account.svelte.ts';
import type { Week } from '#lib/time/week.ts';
import { liveRecords } from '../liveRecords.ts';
import { recapOf, type Recap } from './model/recap.ts';
import { bySpan, spansTo, type SpanKind } from './model/span.ts';
import { WAYS } from '../pause/record.ts';
import { recapLines } from './words.ts';

/** What a week or a month was like. Make one while a page is made. */
export class RecapView {
  readonly #span: () => Week;
  readonly #spans = $derived.by(() => spansTo(this.#kind(), this.#span()));
  readonly #kind: () => SpanKind;
  readonly #pauses = liveRecords('groundings');
  readonly #logged = $derived.by(() => {
    const [{ end }, first] = [this.#span(), this.#spans.at(-1)];
    return account.entriesBetween(first?.start ?? end, end);
  });

  /** Whether the log was read. */
  readonly isRead: boolean = $derived(this.#logged.current !== undefined);

  /** Undefined where too little was logged. */
  readonly recap: Recap | undefined = $derived.by(
    () => this.#logged.current && recapOf(bySpan(this.#logged.current, this.#spans))
  );

  /** A sentence each. */
  readonly lines: readonly string[] = $derived.by(
    () => (this.recap && recapLines(this.recap, this.#kind(), this.#helped())) ?? []
  );

  constructor(kind: () => SpanKind, span: () => Week) {
    this.#kind = kind;
    this.#span = span;
  }

  #helped() {
    const { start, end } = this.#span();
    const pauses = (this.#pauses.current ?? []).filter(({ day }) => day >= start && day <= end);
    return WAYS.filter((way) => pauses.some(({ helped }) => helped.includes(way)));
  }
}
