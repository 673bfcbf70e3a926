import { markOf } from '#lib/record/markOf.ts';
import { onArrival, replaceAddress } from '#lib/ui/navigation.ts';
import { Practice } from './practice.svelte.ts';
import type { PracticeRows, PracticeTable } from '../registry.ts';

/**
 * The record of another practice from which a page goes on. Its mark stands in the address until what
 * it brings stands in the form. Make one while a page is made.
 */
export class Source<Table extends PracticeTable> {
  readonly #path: Path;
  readonly #practice: Practice<Table>;
  #mark = $state('');

  /** Undefined where there is none, or none yet. */
  readonly record: PracticeRows[Table] | undefined = $derived.by(() =>
    this.#practice.records?.find(({ id }) => markOf(id) === this.#mark)
  );

  /** @param key under which its mark stands in the address */
  constructor(path: Path, key: string, table: Table) {
    this.#path = path;
    this.#practice = new Practice(table);
    onArrival((parameters) => (this.#mark = parameters.get(key) ?? ''));
  }

  /** The record with that id. */
  find(id: string | undefined): PracticeRows[Table] | undefined {
    return this.#practice.records?.find((record) => record.id === id);
  }

  /** A reload must not bring it again. */
  forget(): void {
    this.#mark = '';
    replaceAddress(this.#path);
  }
}

type Path = `/practice/${'pause' | 'questions' | 'thought' | 'fear' | 'gently'}`;
