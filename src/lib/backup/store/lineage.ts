import { transact, withConnection } from '#lib/store/connection.ts';
import { db, type Lineage } from './tables.ts';

/** The database's own id; undefined where it never had a copy. */
export async function lineageHere(): Promise<string | undefined> {
  return (await withConnection(() => db.device.get('lineage')))?.id;
}

/** The database's own id, which is made where it has none. */
export function keepLineage(): Promise<string> {
  return transact(db.device, async () => {
    const found = await db.device.get('lineage');
    if (found) return found.id;
    const made: Lineage = { key: 'lineage', id: crypto.randomUUID() };
    await db.device.put(made);
    return made.id;
  });
}

/** Continues the database of which a copy was made: all that it held is here. */
export async function adoptLineage(id: string): Promise<void> {
  const row: Lineage = { key: 'lineage', id };
  await transact(db.device, () => db.device.put(row));
}
