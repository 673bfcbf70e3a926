import { v7 as uuid } from 'uuid';
import { storageError } from './connectionState.ts';
import { outliving } from './pendingWrites.ts';
import type { Repeatable, Verb } from './repeatable.ts';
import { StorageError } from './storageError.ts';

/*
 * The code of the database comes after the first paint: no page needs it to show itself. So a
 * feature's store/index.ts hands out functions whose code arrives when one is first called.
 */

/** The functions of a module, each as it stands there. */
export type Lazy<Module> = {
  readonly [Name in keyof Module]: Module[Name] extends (...args: never[]) => PromiseLike<unknown>
    ? Module[Name]
    : never;
};

type Verbs = Readonly<Record<string, Repeatable<(...args: unknown[]) => Promise<unknown>>>>;
type Functions = Readonly<Record<string, (...args: unknown[]) => unknown>>;

/** What has been loaded, by what loads it. */
const loaded = new WeakMap<() => Promise<unknown>, unknown>();

let openDatabase: () => Promise<unknown> = () => Promise.resolve();

/** Says what hands the database its parts. Where that was imported before anything else, nobody need say it. */
export function openBefore(load: () => Promise<unknown>): void {
  openDatabase = load;
}

/**
 * Loads a module that asks something of the database. One that could not be loaded is asked for
 * again the next time.
 *
 * @throws StorageError `unloaded`, or `unavailable` where the browser lets this site store nothing
 */
export async function loadStore<Module>(load: () => Promise<Module>): Promise<Module> {
  // Dexie would wait for it for good.
  if (!('indexedDB' in globalThis)) throw new StorageError('unavailable');
  try {
    const [module] = await Promise.all([load(), openDatabase()]);
    loaded.set(load, module);
    return module;
  } catch (cause) {
    const { fault } = storageError(cause);
    throw new StorageError(fault === 'unavailable' ? fault : 'unloaded', cause);
  }
}

/**
 * The asynchronous functions of a module, which is loaded when one of them is first called. From then
 * on a call begins at once: a page that is left just after a press has its write under way.
 */
export function lazy<Module extends object>(load: () => Promise<Module>): Lazy<Module> {
  const call =
    (name: string) =>
    async (...args: unknown[]) => {
      const functions = (loaded.get(load) ?? (await loadStore(load))) as Functions;
      return functions[name]?.(...args);
    };
  return new Proxy({}, { get: (_, name) => call(String(name)) }) as Lazy<Module>;
}

/** The verbs of a module that can be done again, each as it stands there. */
export type LazyWrites<Module> = {
  readonly [Name in keyof Module]: Module[Name] extends Repeatable<Verb> ? Module[Name] : never;
};

/**
 * As {@link lazy}, for functions that write. A call that the page is left amid is repeated at the next
 * start (shell/redoWrites.ts).
 */
export function lazyWrites<Module extends object>(load: () => Promise<Module>): LazyWrites<Module> {
  const call = (verb: string) => {
    const since =
      (at?: number) =>
      async (...args: unknown[]) => {
        const verbs = (loaded.get(load) ?? (await loadStore(load))) as Verbs;
        return verbs[verb]?.since(at)(...args);
      };
    const first = (...args: unknown[]) =>
      outliving({ id: uuid(), verb, args, at: Date.now() }, () => since()(...args));
    return Object.assign(first, { since });
  };
  return new Proxy({}, { get: (_, name) => call(String(name)) }) as LazyWrites<Module>;
}
