/** A function that writes, given plain data. */
export type Verb = (...args: never[]) => Promise<unknown>;

/** A verb that can also be done again. */
export type Repeatable<V extends Verb> = V & {
  /**
   * The verb for a write that was asked for at that time, in milliseconds since the epoch, and may
   * have reached the disk then: what was changed, deleted or half written since stays as it is.
   */
  since(at: number | undefined): V;
};

/**
 * Makes a verb that can be done again, even where it has reached the disk already.
 *
 * @param verb is given when it was asked for, where it's done again
 */
export function repeatable<V extends Verb>(verb: (since?: number) => V): Repeatable<V> {
  return Object.assign(verb(), { since: verb });
}
