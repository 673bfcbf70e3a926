// Runs in every page of the bench: the same rows in the same stores and index, by IndexedDB alone.
// @ts-check
(() => {
  const DAY_MS = 86_400_000;
  window.raw = { log, tallies, open, write, fill, read };

  /**
   * A log of so many days up to yesterday, the same each time. The bench runs in UTC.
   *
   * @param {number} days
   * @param {number} perDay
   */
  function log(days, perDay) {
    const start = Math.floor(Date.now() / DAY_MS - days) * DAY_MS;
    return Array.from({ length: days * perDay }, (_, index) => {
      const at = start + Math.floor(index / perDay) * DAY_MS + (index % perDay) * 3_000_000;
      return entry(at, index, index % 5 === 0 ? 'away' : 'toward');
    });
  }

  /** @param {number} at @param {number} index @param {string} response */
  function entry(at, index, response) {
    const time = at.toString(16).padStart(12, '0');
    const id = `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${index.toString(16).padStart(12, '0')}`;
    const day = new Date(at).toISOString().slice(0, 10);
    return { id, at, day, zone: 'UTC', updatedAt: at, kind: 'bid', by: 'partner', response };
  }

  /** @param {readonly ReturnType<typeof entry>[]} rows */
  function tallies(rows) {
    /** @type {Map<string, { day: string; counts: Record<string, number> }>} */
    const byDay = new Map();
    for (const { day, by, response } of rows) {
      const tally = byDay.get(day) ?? { day, counts: {} };
      const key = `bid:${by}:${response}`;
      tally.counts[key] = (tally.counts[key] ?? 0) + 1;
      byDay.set(day, tally);
    }
    return [...byDay.values()];
  }

  /** @param {string} name @returns {Promise<IDBDatabase>} */
  function open(name) {
    // Dexie's version 2 is IndexedDB's version 20. The app adds the tables that came later.
    const request = indexedDB.open(name, 20);
    request.onupgradeneeded = () => {
      const db = request.result;
      const entries = db.createObjectStore('entries', { keyPath: 'id' });
      entries.createIndex('[day+at]', ['day', 'at']);
      db.createObjectStore('tallies', { keyPath: 'day' });
      db.createObjectStore('settings', { keyPath: 'key' });
      db.createObjectStore('reminders', { keyPath: 'id' });
      db.createObjectStore('answers', { keyPath: ['reminderId', 'day', 'minute'] });
    };
    return done(request, 'success', () => request.result);
  }

  /**
   * The two writes of a tap. Resolves with when they were on disk.
   *
   * @param {IDBDatabase} db
   * @param {number} at
   */
  function write(db, at) {
    const row = entry(at, 0, 'toward');
    return fill(db, [row], tallies([row]));
  }

  /**
   * Adds all rows in one transaction. Resolves with when they were on disk.
   *
   * @param {IDBDatabase} db
   * @param {readonly object[]} rows
   * @param {readonly object[]} counted
   * @returns {Promise<number>}
   */
  function fill(db, rows, counted) {
    const transaction = db.transaction(['entries', 'tallies'], 'readwrite', {
      durability: 'strict'
    });
    const entries = transaction.objectStore('entries');
    for (const row of rows) entries.add(row);
    const store = transaction.objectStore('tallies');
    for (const tally of counted) store.put(tally);
    return done(transaction, 'complete', () => performance.now());
  }

  /** The milliseconds of one getAll() of the whole log, in a database of any version. @param {string} name */
  async function read(name) {
    const opening = indexedDB.open(name);
    const db = await done(opening, 'success', () => opening.result);
    const from = performance.now();
    const request = db.transaction('entries').objectStore('entries').getAll();
    const time = await done(request, 'success', () => performance.now() - from);
    db.close();
    return time;
  }

  /**
   * @template T
   * @param {EventTarget} target
   * @param {string} event
   * @param {() => T} value
   * @returns {Promise<T>}
   */
  function done(target, event, value) {
    return new Promise((resolve, reject) => {
      target.addEventListener(event, () => resolve(value()));
      target.addEventListener('error', () => reject(new Error('IndexedDB failed')));
    });
  }
})();
