import type { Setting } from '#lib/record/setting.ts';
import { settle } from './replaceable.ts';
import { withConnection } from './connection.ts';
import { db as database, type Database } from './database.ts';
import { ChangedError } from './storageError.ts';

/** Its tables come later than this module: each call asks for them. */
const db = database as Database<object, Decision>;

interface Decision {
  readonly key: string;
  readonly value: unknown;
  /** When it was made, in milliseconds since the epoch; undefined until version 0.3. */
  readonly at?: number;
}

/** What is decided under a name; the setting's blank where nothing is, or nothing that can be read. */
export async function readSetting<T>({ key, read }: Setting<string, T>): Promise<T> {
  const stored = await withConnection(() => db.settings.get(key));
  return read(stored?.value);
}

/**
 * Keeps a decision under its name. A transaction that holds the settings does this.
 *
 * @param since when that was asked for, where it's done again
 * @throws ChangedError where something else was decided since then
 */
export async function keepSetting<T>(
  { key }: Setting<string, T>,
  value: T,
  since?: number
): Promise<void> {
  const found = await db.settings.get(key);
  const last = found?.at ?? 0;
  if (since && last > since) throw new ChangedError(value, found?.value);
  await db.settings.put({ key, value, at: since ?? Math.max(Date.now(), last + 1) });
}

/**
 * Keeps a decision in place of the one that was read. As {@link keepSetting}.
 *
 * @throws ChangedError where another tab has decided something else meanwhile
 */
export async function replaceSetting<T>(
  setting: Setting<string, T>,
  edit: { readonly before: T; readonly after: T },
  since?: number
): Promise<void> {
  const stored = await db.settings.get(setting.key);
  const made = settle<T>(`settings/${setting.key}`, stored?.value, edit, (value) =>
    setting.read(value)
  );
  if (made?.after !== undefined) await keepSetting(setting, made.after, since);
}
