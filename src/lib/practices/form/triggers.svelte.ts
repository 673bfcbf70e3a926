import type { Live } from '#lib/store/live.ts';
import { triggersOf } from '../model/trigger.ts';
import type { Written } from '#lib/record/record.ts';
import { liveRecords } from '../liveRecords.ts';

/** The practices that ask what set it off. */
const TABLES = ['groundings', 'questions', 'thoughts', 'fears'] as const;

type Named = Written & { readonly trigger: string };

/** The triggers that were named in any practice. Make one while a page is made. */
export class Triggers {
  readonly #live: readonly Live<readonly Named[]>[] = TABLES.map((table) => liveRecords(table));

  /** What named a trigger, or could have, oldest first. */
  readonly named: readonly Named[] = $derived(
    this.#live.flatMap(({ current }) => current ?? []).sort((one, other) => one.at - other.at)
  );

  /** The commonest first. */
  readonly known: readonly string[] = $derived(triggersOf(this.named));
}
