import Database from 'libsql';
import type { Claimed, Device, Settled, Store } from './store.ts';

const SCHEMA = `
  create table if not exists device (
    id text primary key, token blob not null, endpoint text not null, body blob not null,
    rings blob not null, next integer, tries integer not null default 0, seen integer not null
  );
  create index if not exists device_next on device (next) where next is not null;
  create index if not exists device_seen on device (seen);`;

/**
 * Opens the store in one file, which is made where there is none. What is committed is on the disk.
 *
 * @throws where the file can't be opened, or is no database
 */
export function openSqlite(file: string): Store {
  const db = new Database(file);
  db.exec('pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 5000;');
  db.exec(SCHEMA);

  const insert = db.prepare(`
    insert into device (id, token, endpoint, body, rings, next, seen)
    select :id, :token, :endpoint, :body, :rings, :next, :seen
    where exists (select 1 from device where id = :id) or (select count(*) from device) < :most
    on conflict (id) do update set endpoint = excluded.endpoint, body = excluded.body,
      rings = excluded.rings, next = excluded.next, tries = 0, seen = excluded.seen
    where device.token = excluded.token`);
  const find = db.prepare('select token, rings, next from device where id = ?');
  const remove = db.prepare('delete from device where id = ? and token = ?');
  const claim = db.prepare(`
    update device set next = :until where id in
      (select id from device where next <= :now order by next limit :most)
    returning id, endpoint, body, rings, tries, seen, next as lease`);
  const own = 'where id = :id and seen = :seen and next = :lease';
  const leave = db.prepare(`update device set next = :then, tries = :tries ${own}`);
  const forget = db.prepare(`delete from device ${own}`);
  const sweep = db.prepare('delete from device where seen < ? or next is null and seen < ?');

  const settleAll = db.transaction((settled: readonly Settled[]) => {
    for (const { id, seen, lease, ...became } of settled) {
      if (became.isGone) forget.run({ id, seen, lease });
      else leave.run({ id, seen, lease, then: became.next, tries: became.tries });
    }
  });

  return {
    find: async (id) => {
      const found = find.get(id) as Found | undefined;
      return (
        found && {
          ...found,
          token: new Uint8Array(found.token),
          rings: new Uint8Array(found.rings)
        }
      );
    },
    save: async (device: Device, most) => insert.run({ ...device, most }).changes > 0,
    delete: async (id, token) => remove.run(id, token).changes > 0,
    claim: async (now, until, most) => (claim.all({ now, until, most }) as Row[]).map(fromRow),
    settle: async (settled) => settleAll(settled),
    sweep: async (...before) => sweep.run(...before).changes,
    check: async () => void find.get(''),
    close: async () => void db.close()
  };
}

/** A claimed device as the driver reads it: its bytes are plain buffers. */
type Row = Omit<Claimed, 'body' | 'rings'> & Record<'body' | 'rings', ArrayBuffer>;
type Found = Pick<Device, 'next'> & Record<'token' | 'rings', ArrayBuffer>;

function fromRow({ body, rings, ...row }: Row): Claimed {
  return { ...row, body: new Uint8Array(body), rings: new Uint8Array(rings) };
}
