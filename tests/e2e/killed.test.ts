import { expect, test, type BrowserContext, type Page } from '@playwright/test';
import type { Entry } from '../../src/lib/account/model/entry.ts';
import { tallyLog } from '../../src/lib/account/model/tally.ts';
import { serveOwn } from '../own/site.js';
import type { Site } from '../server.js';
import { BACK_ENDS, openOwn, startStorage, withProfile, type Started } from './browser.ts';
import { entryOn } from './seed.ts';

/*
 * What takes long is done in whole or not at all: the browser is killed amid an import, amid a
 * replacement, while the database is brought to a newer version or its rows to a newer form, and while
 * the lock is turned on or off or gets another key. What was called done by then is done. While it is
 * locked no second copy lies open.
 */

/** How many kills each gets. The last one comes as soon as the work is called done. */
const KILLS = Number(process.env.FAULT_ROUNDS ?? 2);
const MANY = process.env.FAULT_ROUNDS ? 3000 : 1000;

const day = (number: number) => new Date(Date.UTC(2024, 0, 1 + (number % 300))).toISOString();
const entries = Array.from({ length: MANY }, (_, number) =>
  entryOn(day(number).slice(0, 10), number, { kind: 'bid', by: 'partner', response: 'toward' })
);
const others = entries.slice(0, 500).map((entry) => ({ ...entry, id: `1${entry.id.slice(1)}` }));
/** Promises of version 4, each of which names the entry that it put on the log. */
const naming = entries.map(({ id, at, day, zone, updatedAt }) => ({
  ...{ id: `2${id.slice(1)}`, at, day, zone, updatedAt },
  ...{ text: `tea ${id}`, by: 'me', due: day, outcome: 'kept', entryId: id }
}));
const promised = entries.map(({ id, at, day, zone, updatedAt }): Entry => {
  const facts = { kind: 'promise', by: 'me', outcome: 'kept', note: `tea ${id}` } as const;
  return { id, at, day, zone, updatedAt, ...facts };
});
const moved = promised.map((entry) => ({ ...entry, id: `2${entry.id.slice(1)}` }));
const ids = (rows: readonly Entry[]) => rows.map(({ id }) => id).sort();

interface Storm {
  readonly what: string;
  /** The one that it gets in the short rounds. */
  readonly backEnd: keyof typeof BACK_ENDS;
  /** How often the work writes, about: a kill comes at a part of it. */
  readonly writes: number;
  /** What stands there before, and what afterwards: one of the two must be found. */
  readonly before: readonly Entry[];
  readonly after: readonly Entry[];
  /** Puts the profile where the work begins. */
  prepare(page: Page): Promise<void>;
  /** Begins the work. The page tells of every write, and when the work is called done. */
  begin(page: Page): Promise<unknown>;
  /** Where it is about the lock. */
  readonly isSealedBefore?: boolean;
  readonly isSealedAfter?: boolean;
  /** Which time a file is opened for writing puts the second copy in its place: one kill comes then. */
  readonly exchange?: number;
  /** What is undone is begun again, and done, before anything is read. */
  readonly isBegunAgain?: boolean;
  /** The app goes on with it at its start. */
  readonly goesOn?: boolean;
}

let site: Site;
test.beforeAll(async () => void (site = await serveOwn()));
test.afterAll(() => site.stop());

/** Makes a database as the app made it in a version of its own, by IndexedDB alone, and fills it. */
async function fill(
  page: Page,
  rows: readonly Entry[],
  version: 3 | 4,
  promises: readonly object[] = []
): Promise<void> {
  await page.goto(`${site.origin}/manifest.webmanifest`);
  const tallies = [...tallyLog(rows).values()];
  await page.evaluate(
    ({ rows, tallies, version, promises }) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('toward', version * 10);
        opening.onupgradeneeded = () => {
          const db = opening.result;
          const log = db.createObjectStore('entries', { keyPath: 'id' });
          log.createIndex('[day+at]', ['day', 'at']);
          db.createObjectStore('tallies', { keyPath: 'day' });
          for (const name of ['settings', 'drafts', ...(version > 3 ? ['device'] : [])]) {
            db.createObjectStore(name, { keyPath: 'key' });
          }
          db.createObjectStore('answers', { keyPath: ['reminderId', 'day', 'minute'] });
          const names = 'reminders groundings questions thoughts fears requests promises';
          const more = 'disclosures sharedTimes checkIns goals wins sentences';
          for (const name of `${names} ${more}`.split(' ')) {
            db.createObjectStore(name, { keyPath: 'id' });
          }
        };
        opening.onsuccess = () => {
          const stores = ['entries', 'tallies', 'promises'];
          const writing = opening.result.transaction(stores, 'readwrite');
          for (const row of promises) writing.objectStore('promises').put(row);
          for (const row of rows) writing.objectStore('entries').put(row);
          for (const tally of tallies) writing.objectStore('tallies').put(tally);
          writing.onerror = () => reject(writing.error);
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    { rows, tallies, version, promises }
  );
}

/** In the page: whether the database calls its rows moved. */
function isMoved(): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('toward');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const reading = opening.result.transaction('device').objectStore('device').count('migrated');
      reading.onerror = () => reject(reading.error);
      reading.onsuccess = () => {
        opening.result.close();
        resolve(reading.result > 0);
      };
    };
  });
}

/** Takes a file in through Settings, beside what is here or in its place. */
const takeIn = (way: 'beside' | 'in place') => async (page: Page) => {
  const worth = { toward: 1, warm: 2, act: 1, repair: 2, kept: 2, experience: 2 };
  const terms = { worth: { ...worth, away: -2, broken: -2, against: -5 }, halfLife: null };
  const head = { app: 'toward', version: 1, exportedAt: '2026-11-22T12:00:00.000Z' };
  const file = JSON.stringify({ ...head, terms, pauses: [], acts: [], entries });
  await page.goto(`${site.origin}/settings/backup/`);
  await page.getByLabel('Choose a backup file…').setInputFiles({
    ...{ name: 'toward.json', mimeType: 'application/json', buffer: Buffer.from(file) }
  });
  if (way === 'in place') await page.getByLabel('Replace what’s on this device').check();
  const name = way === 'beside' ? /^Restore$/ : 'Replace everything';
  await page.evaluate(() => {
    const done = /^(Restored|Replaced)\./;
    const look = () => {
      const lines = [...document.querySelectorAll('[role=status]')];
      if (lines.some(({ textContent }) => done.test(textContent.trim()))) void window.tell('done');
    };
    new MutationObserver(look).observe(document.body, {
      ...{ subtree: true, childList: true, characterData: true }
    });
  });
  await page.getByRole('button', { name }).click();
};

/** Empties the tables past the app, as a database does that lost what it held. */
function loseRows(): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('toward');
    opening.onsuccess = () => {
      const writing = opening.result.transaction(['entries', 'tallies'], 'readwrite');
      for (const name of ['entries', 'tallies']) writing.objectStore(name).clear();
      writing.onerror = () => reject(writing.error);
      writing.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
}

const turn = (to: 'turnOn' | 'turnOff' | 'turnKey') => (page: Page) =>
  page.evaluate(async (to) => {
    await window.own[to]();
    await window.tell('done');
  }, to);

const STORMS: Storm[] = [
  {
    ...{ what: 'an import', backEnd: 'LevelDB', writes: MANY + 300 },
    ...{ before: [], after: entries, begin: takeIn('beside') },
    prepare: (page) => fill(page, [], 4)
  },
  {
    ...{ what: 'a replacement', backEnd: 'SQLite', writes: MANY + 1100 },
    ...{ before: others, after: entries, begin: takeIn('in place') },
    prepare: (page) => fill(page, others, 4)
  },
  {
    ...{ what: 'the step to a newer version', backEnd: 'LevelDB', writes: 1 },
    ...{ before: entries, after: entries },
    prepare: (page) => fill(page, entries, 3),
    begin: async (page) => {
      await page.goto(site.origin);
      await page.locator('html[data-ready]').waitFor({ state: 'attached' });
      await page.evaluate(() => window.tell('done'));
    }
  },
  {
    ...{ what: 'the move of entries to the ids of their records', writes: 3 * MANY },
    backEnd: 'SQLite',
    ...{ before: promised, after: moved, isBegunAgain: true },
    prepare: (page) => fill(page, promised, 4, naming),
    begin: async (page) => {
      await page.goto(site.origin);
      await expect.poll(() => page.evaluate(isMoved), { intervals: [50] }).toBe(true);
      await page.evaluate(() => window.tell('done'));
    }
  },
  {
    ...{ what: 'turning the lock on', backEnd: 'SQLite', writes: 2 * MANY },
    ...{ before: entries, after: entries, isSealedAfter: true, begin: turn('turnOn') },
    exchange: 2,
    prepare: async (page) => {
      await fill(page, entries, 4);
      await openOwn(page, site);
      await page.evaluate(() => window.own.copy());
    }
  },
  {
    ...{ what: 'the change of its key', backEnd: 'LevelDB', writes: 2 * MANY },
    ...{ before: entries, after: entries, isSealedBefore: true, isSealedAfter: true },
    ...{ exchange: 2, begin: turn('turnKey') },
    prepare: async (page) => {
      await fill(page, entries, 4);
      await openOwn(page, site);
      await page.evaluate(() => window.own.turnOn().then(() => window.own.copy()));
    }
  },
  {
    ...{ what: 'bringing the second copy back', backEnd: 'LevelDB', writes: MANY + 300 },
    ...{ before: [], after: entries, goesOn: true },
    prepare: async (page) => {
      await fill(page, entries, 4);
      await openOwn(page, site);
      await page.evaluate(() => window.own.copy());
      await page.evaluate(loseRows);
    },
    begin: (page) =>
      page.evaluate(async () => {
        const back = await window.own.bringBack();
        if (typeof back !== 'object') throw new Error(`no copy to bring back: ${back}`);
        await window.tell('done');
      })
  },
  {
    ...{ what: 'turning the lock off', backEnd: 'LevelDB', writes: 2 * MANY },
    ...{ before: entries, after: entries, isSealedBefore: true, begin: turn('turnOff') },
    prepare: async (page) => {
      await fill(page, entries, 4);
      await openOwn(page, site);
      await page.evaluate(() => window.own.turnOn());
    }
  }
];

for (const storm of STORMS) {
  for (const [name, flags] of Object.entries(BACK_ENDS)) {
    // Both back ends in the long rounds; each storm on one of them in the short ones.
    if (name !== storm.backEnd && !process.env.FAULT_ROUNDS) continue;
    test(`killed amid ${storm.what}, all of it is done or nothing (${name})`, async () => {
      test.setTimeout(90_000 + KILLS * 90 * MANY);
      const found = { before: 0, after: 0, acknowledged: 0 };
      const { exchange } = storm;
      const parts = Array.from({ length: KILLS - 1 }, (_, kill) => (kill + 1) / (KILLS + 1));
      const moments: Moment[] = [
        ...parts.map((part) => ({ atWrite: Math.ceil(part * storm.writes) })),
        ...(exchange === undefined ? [] : [{ atWrite: Infinity, atFile: exchange }]),
        { atWrite: Infinity }
      ];
      for (const moment of moments) {
        const { isAfter, isDone } = await withProfile((profile) =>
          killAmid(storm, { profile, flags, ...moment })
        );
        found[isAfter ? 'after' : 'before'] += 1;
        if (isDone) found.acknowledged += 1;
      }
      expect(found.acknowledged).toBeGreaterThan(0);
      console.log(
        `${storm.what}, ${name}: killed ${moments.length} times, ${found.before} undone, ${found.after} done, ${found.acknowledged} of them acknowledged, none lost`
      );
    });
  }
}

/** When a kill comes, where the work is not done before. */
interface Moment {
  readonly atWrite: number;
  readonly atFile?: number;
}

interface Kill extends Moment {
  readonly profile: string;
  readonly flags: readonly string[];
}

/** One kill, and what is found afterwards. Fails where that is neither what was before nor what should come. */
async function killAmid(storm: Storm, { profile, flags, ...moment }: Kill) {
  const browser = await startStorage(profile, flags);
  await storm.prepare(browser.page);
  const isDone = await beginAndKill(storm, browser, moment);
  const { page, context } = await startStorage(profile, flags);
  const { isSealed, keys } = await readRaw(page);
  if (isSealed) await nothingLiesOpen(page);
  await openOwn(page, site);
  const hasNextKey = isSealed && (await page.evaluate(() => window.own.open()));
  if (storm.goesOn) await page.evaluate(() => window.own.finishBack());
  const { ids: there, wrongDays, promises } = await page.evaluate(() => window.own.look());
  const isChanged = storm.isSealedAfter !== undefined || storm.isSealedBefore !== undefined;
  const isSameSeal = storm.isSealedAfter === storm.isSealedBefore;
  const isAfter = isChanged
    ? isSameSeal
      ? hasNextKey
      : isSealed === (storm.isSealedAfter ?? false)
    : String(keys) === String(ids(storm.after));
  if (!isSealed) expect(keys).toEqual(ids(isAfter ? storm.after : storm.before));
  // Cut off before it was noted, it is offered again.
  const isOver = isAfter || storm.isBegunAgain || (storm.goesOn && there.length > 0);
  expect(there).toEqual(ids(isOver ? storm.after : storm.before));
  expect(promises).toEqual(storm.isBegunAgain ? there : []);
  expect(wrongDays).toBe(0);
  if (isDone) expect(isAfter).toBe(true);
  await appStarts(page, context);
  return { isAfter, isDone };
}

/** Resolves, once the browser is dead, with whether the work was called done before. */
async function beginAndKill(
  storm: Storm,
  { page, context, kill }: Started,
  { atWrite, atFile = Infinity }: Moment
) {
  let writes = 0;
  let files = 0;
  let isDone = false;
  const dead = new Promise((resolve) => context.on('close', resolve));
  await page.exposeBinding('tell', (_, what: Told) => {
    if (what === 'done') isDone = true;
    else if (what === 'file') files += 1;
    else writes += 100;
    if (what === 'done' || writes >= atWrite || files >= atFile) kill();
  });
  await page.addInitScript(tellWrites);
  await page.evaluate(tellWrites);
  await storm.begin(page).catch(() => undefined);
  await dead;
  return isDone;
}

type Told = 'write' | 'file' | 'done';

declare global {
  interface Window {
    tell(what: Told): Promise<void>;
  }
}

/**
 * In the page: tells of every hundredth write, of every step to a newer version, and of every file that
 * is opened for writing.
 */
function tellWrites(): void {
  let writes = 0;
  for (const verb of ['add', 'put', 'delete'] as const) {
    const real = IDBObjectStore.prototype[verb] as (...args: unknown[]) => IDBRequest;
    Object.assign(IDBObjectStore.prototype, {
      [verb](this: IDBObjectStore, ...args: unknown[]) {
        writes += 1;
        if (writes % 100 === 0) void window.tell('write');
        return real.apply(this, args);
      }
    });
  }
  const writable = FileSystemFileHandle.prototype.createWritable;
  FileSystemFileHandle.prototype.createWritable = function (...args) {
    void window.tell('file');
    return writable.apply(this, args);
  };
  const create = IDBDatabase.prototype.createObjectStore;
  IDBDatabase.prototype.createObjectStore = function (...args) {
    void window.tell('write');
    return create.apply(this, args);
  };
}

/**
 * Whether the rows are sealed, all of them or none, and the keys of the entries. Read raw, before the
 * app has had a chance to mend.
 */
async function readRaw(page: Page) {
  await page.goto(`${site.origin}/manifest.webmanifest`);
  const { kinds, keys } = await page.evaluate(
    () =>
      new Promise<{ kinds: string[]; keys: string[] }>((resolve, reject) => {
        const opening = indexedDB.open('toward');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const reading = db.transaction([...db.objectStoreNames]);
          const keys = ['entries', 'tallies'].map((name) => reading.objectStore(name).getAllKeys());
          const hasLock = db.objectStoreNames.contains('device')
            ? reading.objectStore('device').count('lock')
            : undefined;
          reading.onerror = () => reject(reading.error);
          reading.oncomplete = () => {
            db.close();
            const found = keys.flatMap(({ result }) => result.map((key) => typeof key));
            const kinds = [...new Set([...found, hasLock?.result ? 'object' : 'string'])];
            resolve({ kinds, keys: keys[0]?.result.map(String).sort() ?? [] });
          };
        };
      })
  );
  expect(kinds).toHaveLength(1);
  return { isSealed: kinds[0] === 'object', keys };
}

/** The app starts locked, and no file of the site says what it keeps. */
async function nothingLiesOpen(page: Page): Promise<void> {
  await page.goto(site.origin);
  await expect(page.getByLabel('Passphrase')).toBeVisible();
  const files = await page.evaluate(async () => {
    const texts: string[] = [];
    for await (const handle of (await navigator.storage.getDirectory()).values()) {
      if (handle instanceof FileSystemFileHandle) texts.push(await (await handle.getFile()).text());
    }
    return texts;
  });
  for (const text of files) expect(text).not.toContain('"partner"');
}

/** The app itself starts on what was found: its log can be seen, or asks to be unlocked. */
async function appStarts(page: Page, context: BrowserContext): Promise<void> {
  await page.goto(site.origin);
  await expect(page.locator('main')).not.toBeEmpty();
  await expect(page.getByRole('alert').filter({ hasText: 'now finds none' })).toHaveCount(0);
  await context.close();
}
