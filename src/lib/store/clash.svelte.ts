import { laterThan } from '#lib/record/record.ts';
import type { Change } from './replaceable.ts';
import { ChangedError } from './storageError.ts';

/** Two versions of one thing, in words. */
export interface Versions {
  readonly mine: readonly string[];
  /** Undefined where it was deleted. */
  readonly other: readonly string[] | undefined;
}

/** What a person is asked where two have changed the same thing. */
class Clash {
  asked: (Versions & { readonly choose: (isMine: boolean) => void }) | undefined = $state.raw();

  /**
   * Shows both versions. Resolves with whether mine is to take the place of the other. A question that
   * another one comes upon is answered with no: what is stored stays.
   */
  ask(versions: Versions): Promise<boolean> {
    this.asked?.choose(false);
    return new Promise((resolve) => {
      const choose = (isMine: boolean) => {
        this.asked = undefined;
        resolve(isMine);
      };
      this.asked = { ...versions, choose };
    });
  }
}

/** The one question that stands above any page. */
export const clash = new Clash();

interface Dated {
  readonly updatedAt: number;
}

/**
 * A row as a form began with it: where the row was changed since, it's no version of the row that is
 * stored, and what the form says clashes with it.
 */
export function asOf<Row extends Dated>(row: Row, updatedAt: number): Row {
  return { ...row, updatedAt };
}

/**
 * Writes a row in place of what it was when it was read. Where another tab has changed it meanwhile
 * the person sees both versions, and chooses. Resolves with what took the place of what.
 *
 * @param wordsOf tells a version in words
 * @throws StorageError; a ChangedError where the other version is to stay
 */
export async function replaceOrAsk<Row extends Dated>(
  edit: Change<Row>,
  write: (edit: Change<Row>) => Promise<Change<Row>>,
  wordsOf: (row: Row) => readonly string[]
): Promise<Change<Row>> {
  try {
    return await write(edit);
  } catch (error) {
    return replaceOrAsk(await askWhich(error, wordsOf), write, wordsOf);
  }
}

/**
 * Asks which version stays where a write has failed because another tab has changed the row. Resolves
 * with how mine takes the place of the other.
 *
 * @throws the error, where the other version is to stay, or where the write has failed for another reason
 */
export async function askWhich<Row extends Dated>(
  error: unknown,
  wordsOf: (row: Row) => readonly string[]
): Promise<Change<Row>> {
  if (!(error instanceof ChangedError)) throw error;
  const { mine, found } = error as { mine: Row; found: Row | undefined };
  const isMine = await clash.ask({ mine: wordsOf(mine), other: found && wordsOf(found) });
  if (!isMine) throw error;
  const updatedAt = found ? laterThan(found, mine.updatedAt) : mine.updatedAt;
  return { before: found, after: { ...mine, updatedAt } };
}
