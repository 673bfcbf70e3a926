import pg from 'pg';
import type { Claimed, Device, Store } from './store.ts';

const SCHEMA = `
  create table if not exists device (
    id text primary key, token bytea not null, endpoint text not null, body bytea not null,
    rings bytea not null, next bigint, tries integer not null default 0, seen bigint not null
  );
  create index if not exists device_next on device (next) where next is not null;
  create index if not exists device_seen on device (seen);`;

/** A database that doesn't answer must not be waited for: others may hold what it had. In milliseconds. */
const PATIENCE = { connectionTimeoutMillis: 5000, query_timeout: 10_000, keepAlive: true };

/** Held while the tables are made: two processes that start at once would make them twice. */
const MAKING = 7_271_337;

const FIND = 'select token, rings, next from device where id = $1';

const SAVE = `
  insert into device (id, token, endpoint, body, rings, next, seen)
  select $1, $2, $3, $4, $5, $6::bigint, $7::bigint
  where exists (select 1 from device where id = $1) or (select count(*) from device) < $8
  on conflict (id) do update set endpoint = excluded.endpoint, body = excluded.body,
    rings = excluded.rings, next = excluded.next, tries = 0, seen = excluded.seen
  where device.token = excluded.token`;

const CLAIM = `
  update device set next = $2 where id in
    (select id from device where next <= $1 order by next limit $3 for update skip locked)
  returning id, endpoint, body, rings, tries, seen, next as lease`;

/** One statement: all of it or nothing. */
const SETTLE = `
  with given as (
    select * from unnest($1::text[], $2::bigint[], $3::bigint[], $4::boolean[], $5::bigint[], $6::integer[])
      as given (id, seen, lease, gone, next, tries)
  ), forgotten as (
    delete from device using given where gone
      and device.id = given.id and device.seen = given.seen and device.next = given.lease
  )
  update device set next = given.next, tries = given.tries from given where not gone
    and device.id = given.id and device.seen = given.seen and device.next = given.lease`;

const SWEEP = 'delete from device where seen < $1 or next is null and seen < $2';

/**
 * Opens the store in a PostgreSQL database; makes its tables where there are none.
 *
 * @param url as `postgres://user:password@host/database`
 * @throws where the database can't be reached
 */
export async function openPostgres(url: string): Promise<Store> {
  // Instants in milliseconds are far from where a number loses its last digit.
  const types = {
    getTypeParser: (oid: number, format?: 'text') =>
      oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format)
  };
  const pool = new pg.Pool({
    connectionString: url,
    types: types as pg.CustomTypesConfig,
    ...PATIENCE
  });
  // A connection that breaks while it rests is replaced at the next question.
  pool.on('error', () => undefined);
  await pool.query(`begin; select pg_advisory_xact_lock(${MAKING}); ${SCHEMA} commit;`);

  const changed = async (sql: string, values: unknown[]) =>
    (await pool.query(sql, values)).rowCount ?? 0;

  return {
    find: async (id) => (await pool.query<Device>(FIND, [id])).rows[0],
    save: async (device: Device, most) => {
      const { id, token, endpoint, body, rings, next, seen } = device;
      const values = [id, bytes(token), endpoint, bytes(body), bytes(rings), next, seen, most];
      return (await changed(SAVE, values)) > 0;
    },
    delete: async (id, token) =>
      (await changed('delete from device where id = $1 and token = $2', [id, bytes(token)])) > 0,
    claim: async (now, until, most) => (await pool.query<Claimed>(CLAIM, [now, until, most])).rows,
    settle: async (settled) => {
      const rows = settled.map((each) => (each.isGone ? { ...each, next: null, tries: 0 } : each));
      const columns = ['id', 'seen', 'lease', 'isGone', 'next', 'tries'] as const;
      await pool.query(
        SETTLE,
        columns.map((column) => rows.map((row) => row[column]))
      );
    },
    sweep: (...before) => changed(SWEEP, before),
    check: async () => void (await pool.query('select 1')),
    close: () => pool.end()
  };
}

/** As pg writes a `bytea`: it takes other views of bytes for lists. */
function bytes({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
