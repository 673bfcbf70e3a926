import { cmp, type DBCoreIndex, type DBCoreKeyRange, type DBCoreTable } from 'dexie';
import { addDays, isDay, type Day } from '#lib/time/day.ts';
import { OpenedRows } from './rowCache.ts';
import { keyIn, SealedRows, type Row, type Stored } from './rowCodec.ts';
import { Seal } from '../crypto/ciphers.ts';
import type { OpenLock } from './session.ts';

/*
 * A table whose rows are sealed, as Dexie knows a table. Its keys in IndexedDB are names that tell
 * nothing, and have no order: what is asked by order is found by name where that can be done, and
 * else among all rows. A row that cannot be opened is as if it were not there, but it is counted:
 * so it can be told that it is missing.
 */

type Trans = Parameters<DBCoreTable['get']>[0]['trans'];

/** The longest span that is read day by day. For a longer one, all rows are read. */
const MOST_DAYS = 4000;

/** Dexie's names for kinds of ranges. */
const EQUAL = 1;
const RANGE = 2;
const ANY = 3;

export { opensRows } from './rewrite.ts';

/** Opens the lock with a data key, which is copied. */
export function openLock(dataKey: Uint8Array): OpenLock {
  return { seal: new Seal(dataKey), sealedTable };
}

/** Puts a table over one of IndexedDB: plain above, sealed below. */
export function sealedTable(down: DBCoreTable, seal: Seal): DBCoreTable {
  const { primaryKey } = down.schema;
  const rows = new SealedRows(down.name, primaryKey, down.schema.indexes, seal);
  const everything = { index: primaryKey, range: { type: ANY } as DBCoreKeyRange };
  const opened = down.schema.indexes.length === 0 ? new OpenedRows(rows, seal) : undefined;

  const read = (trans: Trans, index: DBCoreIndex, range: DBCoreKeyRange, limit = Infinity) =>
    down
      .query({ trans, values: true, limit, query: { index, range } })
      .then(({ result }): Stored[] => result);

  const readAll = (trans: Trans) =>
    read(trans, everything.index, everything.range).then((all) => (opened ?? rows).openAll(all));

  const byName = (trans: Trans, index: DBCoreIndex, key: unknown) => {
    const name = rows.nameIn(index, key);
    const range = { type: EQUAL, lower: name, upper: name };
    return read(trans, index, range).then((all) => rows.openAll(all));
  };

  /** Reads so many rows, or as many as there are. Reads on where some can't be opened. */
  const readPage = (trans: Trans, range: DBCoreKeyRange, limit: number): Promise<Row[]> =>
    read(trans, primaryKey, range, limit).then((all) => {
      const page = rows.openAll(all);
      const last = all.at(-1);
      if (!last || all.length < limit || page.length === limit) return page;
      const rest = readPage(trans, after(rows.keyOf(last)), limit - page.length);
      return rest.then((more) => [...page, ...more]);
    });

  /** Reads all rows in a range, in its order. */
  function find(trans: Trans, index: DBCoreIndex, range: DBCoreKeyRange): Promise<Row[]> {
    const keys = namedKeys(index, range);
    const found = keys
      ? Promise.all(keys.map((key) => byName(trans, index, key))).then((all) => all.flat())
      : readAll(trans);
    return found.then((all) =>
      sorted(
        all.filter((row) => isIn(range, index, row)),
        index,
        primaryKey
      )
    );
  }

  const table: DBCoreTable = {
    ...down,
    get: ({ trans, key }) =>
      down
        .get({ trans, key: rows.nameIn(primaryKey, key) })
        .then((stored?: Stored) => stored && rows.open(stored)),
    getMany: ({ trans, keys }) =>
      down
        .getMany({ trans, keys: keys.map((key) => key && rows.nameIn(primaryKey, key)) })
        .then((all: (Stored | undefined)[]) => all.map((stored) => stored && rows.open(stored))),
    query({ trans, values, limit = Infinity, query: { index, range }, direction }) {
      const found = isPage(index, range, limit)
        ? readPage(trans, pageOf(range), limit)
        : find(trans, index, range);
      return found.then((all) => {
        const inOrder = direction === 'prev' ? all.reverse() : all;
        const some = inOrder.slice(0, limit);
        return { result: values ? some : some.map((row) => rows.keyOf(row)) };
      });
    },
    count: ({ trans, query }) =>
      query.range.type === ANY
        ? down.count({ trans, query: everything })
        : find(trans, query.index, query.range).then(({ length }) => length),
    openCursor: () => Promise.reject(new Error('a sealed table has no cursor')),
    mutate(request) {
      switch (request.type) {
        case 'add':
        case 'put': {
          const { type, trans } = request;
          const values = request.values.map((row: Row) => rows.seal(row));
          return down.mutate({ type, trans, values }).then((done) => {
            const results = request.values.map((row: Row, at) =>
              done.failures[at] ? undefined : rows.keyOf(row)
            );
            return { ...done, results, lastResult: results.at(-1) };
          });
        }
        case 'delete': {
          const keys = request.keys.map((key) => rows.nameIn(primaryKey, key));
          return down
            .mutate({ ...request, keys })
            .then((done) => ({ ...done, results: request.keys }));
        }
        case 'deleteRange': {
          const { trans, range } = request;
          return find(trans, primaryKey, range).then((found) =>
            table.mutate({ trans, type: 'delete', keys: found.map((row) => rows.keyOf(row)) })
          );
        }
      }
    }
  };
  return table;

  /** A step of a walk over all rows: it follows the order of the names, each row once. */
  function pageOf({ lower }: DBCoreKeyRange): DBCoreKeyRange {
    return lower === '' ? everything.range : after(rows.nameIn(primaryKey, lower));
  }
}

function after(name: unknown): DBCoreKeyRange {
  return { type: RANGE, lower: name, lowerOpen: true, upper: undefined };
}

/** So many rows whose primary key is above one: only a walk over all of them asks that. */
function isPage(index: DBCoreIndex, range: DBCoreKeyRange, limit: number): boolean {
  const { lower, lowerOpen, upper } = range;
  const isOpenEnded = typeof lower === 'string' && lowerOpen === true && upper === undefined;
  return Boolean(index.isPrimaryKey) && !index.compound && isOpenEnded && limit < Infinity;
}

/** Lists the keys that a range can hold where that's possible: one key, or the days of a span. */
function namedKeys(index: DBCoreIndex, { lower, upper }: DBCoreKeyRange): unknown[] | undefined {
  if (index.isPrimaryKey && lower !== undefined && isSame(lower, upper)) return [lower];
  const isOfDays = [index.keyPath].flat()[0] === 'day';
  const [from, to] = [lower, upper].map((end) => (Array.isArray(end) ? end[0] : end));
  if (!isOfDays || !isDayText(from) || !isDayText(to)) return undefined;
  const days = daysBetween(from, to);
  return days && (index.compound ? days.map((day) => [day]) : days);
}

function isDayText(value: unknown): value is Day {
  return typeof value === 'string' && isDay(value);
}

function isSame(a: unknown, b: unknown): boolean {
  return b !== undefined && cmp(a, b) === 0;
}

function daysBetween(from: Day, to: Day): Day[] | undefined {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (days.push(day) > MOST_DAYS) return undefined;
  }
  return days;
}

function isIn(range: DBCoreKeyRange, index: DBCoreIndex, row: Row): boolean {
  if (range.type === ANY) return true;
  const { lower, lowerOpen, upper, upperOpen } = range;
  const key = keyIn(index, row);
  const below = lower === undefined ? 1 : cmp(key, lower);
  const above = upper === undefined ? 1 : cmp(upper, key);
  return (lowerOpen ? below > 0 : below >= 0) && (upperOpen ? above > 0 : above >= 0);
}

/** As IndexedDB gives them: by the index, and by the primary key where that is the same. */
function sorted(all: readonly Row[], index: DBCoreIndex, primaryKey: DBCoreIndex): Row[] {
  const byPrimary = (a: Row, b: Row) => compare(keyIn(primaryKey, a), keyIn(primaryKey, b));
  return all
    .map((row) => ({ row, key: keyIn(index, row) }))
    .sort((a, b) => compare(a.key, b.key) || byPrimary(a.row, b.row))
    .map(({ row }) => row);
}

/** IndexedDB's order. Of two texts it is that of the language, which is far faster to ask. */
function compare(a: unknown, b: unknown): number {
  if (typeof a !== 'string' || typeof b !== 'string') return cmp(a, b);
  return a < b ? -1 : a > b ? 1 : 0;
}
