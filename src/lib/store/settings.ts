import type { Setting } from '#lib/record/setting.ts';
import { settle } from './replaceable.ts';
import { withConnection } from './connection.ts';
import { db as database, type Database } from './database.ts';

/** Its tables come later than this module: each call asks for them. */
const db = database as Database<object, { key: string; value: unknown }>;

/** What is decided under a name; the setting's blank where nothing is, or nothing that can be read. */
export async function readSetting<T>({ key, read }: Setting<string, T>): Promise<T> {
  const stored = await withConnection(() => db.settings.get(key));
  return read(stored?.value);
}

/**
 * Keeps a decision under its name.
 *
 * @throws StorageError
 */
export async function keepSetting<T>({ key }: Setting<string, T>, value: T): Promise<void> {
  await withConnection(() => db.settings.put({ key, value }));
}

/**
 * Keeps a decision in place of the one that was read.
 *
 * @throws StorageError; a ChangedError where another tab has decided something else meanwhile
 */
export function replaceSetting<T>(
  setting: Setting<string, T>,
  edit: { readonly before: T; readonly after: T }
): Promise<void> {
  return withConnection(() =>
    db.transaction('rw', db.settings, async () => {
      const stored = await db.settings.get(setting.key);
      const made = settle<T>(`settings/${setting.key}`, stored?.value, edit, (value) =>
        setting.read(value)
      );
      if (made?.after !== undefined) await keepSetting(setting, made.after);
    })
  );
}
