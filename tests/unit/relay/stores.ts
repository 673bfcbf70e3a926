import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPostgres } from '../../../src/relay/postgres.ts';
import { openSqlite } from '../../../src/relay/sqlite.ts';
import type { Device, Store } from '../../../src/relay/store.ts';
import { startPostgres } from '../../postgres.js';

/** A database that stores can be opened in, any number of them at a time. */
export interface Place {
  open(): Promise<Store>;
  remove(): Promise<void>;
}

/** Every kind of database that the relay can use, each by what makes an empty one. */
export const PLACES: Readonly<Record<string, () => Promise<Place | undefined>>> = {
  SQLite: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'toward-relay-'));
    return {
      open: async () => openSqlite(join(folder, 'relay.sqlite')),
      remove: async () => rmSync(folder, { recursive: true })
    };
  },
  PostgreSQL: async () => {
    const server = await startPostgres();
    if (!server) return undefined;
    const url = server.create();
    return { open: () => openPostgres(url), remove: server.stop };
  }
};

/** A device with a ring due at an instant. */
export function deviceOf(id: string, next: number | null, seen = 1): Device {
  return {
    ...{ id, next, seen, endpoint: `https://push.example/${id}` },
    ...{
      token: Buffer.from(`token of ${id}`),
      body: Buffer.from([1, 2, 3]),
      rings: Buffer.alloc(6)
    }
  };
}
