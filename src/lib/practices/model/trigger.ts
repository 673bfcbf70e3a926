import { sameWords } from '#lib/record/words.ts';

/**
 * The triggers that were named, each once, the commonest first; of those as common, the one named
 * last. Case, blanks and the kind of apostrophe make no difference; as it was written last it is told.
 *
 * @param named oldest first; an empty one was not named
 */
export function triggersOf(named: readonly { readonly trigger: string }[]): string[] {
  const uses = new Map<string, { text: string; count: number; last: number }>();
  named.forEach(({ trigger }, last) => {
    const key = sameWords(trigger);
    if (key) uses.set(key, { text: trigger.trim(), count: (uses.get(key)?.count ?? 0) + 1, last });
  });
  return [...uses.values()]
    .sort((one, other) => other.count - one.count || other.last - one.last)
    .map(({ text }) => text);
}
