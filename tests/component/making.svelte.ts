/** Makes something as a page makes it. It ends when the function returned with it is called. */
export function make<T>(made: () => T): [T, () => void] {
  let result: T | undefined;
  const end = $effect.root(() => {
    result = made();
  });
  return [result as T, end];
}

/** An object as the state of a page holds it: fields of a form can be bound to it. */
export function stateOf<T>(value: T): T {
  const state = $state(value);
  return state;
}
