/** Makes something as a page makes it. It ends when the function returned with it is called. */
export function make<T>(made: () => T): [T, () => void] {
  let result: T | undefined;
  const end = $effect.root(() => {
    result = made();
  });
  return [result as T, end];
}
