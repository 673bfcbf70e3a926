/** Reads a value as a page does, and keeps all that it was. Errors that reading throws are kept too. */
export function watch<T>(read: () => T): { readonly seen: unknown[]; readonly stop: () => void } {
  const seen: unknown[] = [];
  const stop = $effect.root(() => {
    $effect(() => {
      try {
        seen.push(read());
      } catch (error) {
        seen.push(error);
      }
    });
  });
  return { seen, stop };
}
