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

let openDatabase: () => Promise<unknown> = () => Promise.resolve();

/** Says what hands the database its parts. Where that was imported before anything else, nobody need say it. */
export function openBefore(load: () => Promise<unknown>): void {
  openDatabase = load;
}

/**
 * Loads a module that asks something of the database. One that could not be loaded is asked for
 * again the next time.
 *
 * @throws StorageError `unloaded`
 */
export async function loadStore<Module>(load: () => Promise<Module>): Promise<Module> {
  try {
    const [module] = await Promise.all([load(), openDatabase()]);
    return module;
  } catch (cause) {
    throw new StorageError('unloaded', cause);
  }
}

/** The asynchronous functions of a module, which is loaded when one of them is first called. */
export function lazy<Module extends object>(load: () => Promise<Module>): Lazy<Module> {
  const call =
    (name: string) =>
    async (...args: unknown[]) => {
      const functions = (await loadStore(load)) as Record<string, (...args: unknown[]) => unknown>;
      return functions[name]?.(...args);
    };
  return new Proxy({}, { get: (_, name) => call(String(name)) }) as Lazy<Module>;
}
