import { isAccessible, onAccessChange } from './access.ts';
import { connection, onConnectionChange } from './connectionState.ts';

let mayRead = $state(true);
const look = () => (mayRead = isAccessible() && connection.current !== 'erased');
onAccessChange(look);
onConnectionChange(look);

/**
 * Makes something that holds what was read, and makes it anew after unlocking. Locking or erasing
 * drops it, and what it holds with it.
 */
export function whileReadable<T>(make: () => T): { readonly current: T | undefined } {
  const made = $derived(mayRead ? make() : undefined);
  return {
    get current() {
      return made;
    }
  };
}
