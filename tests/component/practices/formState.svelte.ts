/** What a form's fields are bound to, as a page holds it. */
export function formState<Value extends object>(value: Value): Value {
  const state = $state(value);
  return state;
}
