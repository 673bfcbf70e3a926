import { db } from '#lib/store/database.ts';
import '#lib/shell/database.ts';
import { makeCopy } from '#lib/backup/copy/keepCopy.ts';
import { bringBack, finishBack } from '#lib/backup/copy/restoreCopy.ts';
import { checkOf } from '#lib/lock/crypto/ciphers.ts';
import { rekeyDatabase, sealDatabase, unsealDatabase } from '#lib/lock/store/turnLock.ts';
import { takeKey } from '#lib/lock/store/keyExchange.ts';
import { allTallies } from '#lib/account/store/queries.ts';
import { readAccount } from '#lib/backup/store/readAccount.ts';
import { sameCounts, tallyLog } from '#lib/account/model/tally.ts';

/*
 * The app's own code for the lock, for a page that shows nothing: so that it can be turned on and
 * off, and killed in the middle, without the time that a passphrase takes.
 */

const DATA_KEY = Uint8Array.from({ length: 32 }, (_, at) => at * 7 + 1);
/** What a change of the lock puts in its place. */
const NEXT_KEY = DATA_KEY.map((byte) => byte ^ 0x5a);
const DRAFT = {
  key: 'lock',
  wraps: [],
  rules: { idleMinutes: null, onHide: false },
  tries: { count: 0, at: 0 }
} as const;

const own = {
  turnOn: () => sealDatabase(DRAFT, DATA_KEY, () => undefined),
  turnOff: () => unsealDatabase(() => undefined),
  turnKey: () => rekeyDatabase(DRAFT, NEXT_KEY, checkOf(DATA_KEY), () => undefined),
  /** Brings the copy back. */
  bringBack: () => bringBack(undefined, () => undefined),
  /** Goes on with that where it was cut off, as the app does at its start. */
  finishBack: () => finishBack(),
  async copy() {
    // Before it's open, nobody knows whether it's locked, and no copy is made.
    await db.open();
    await makeCopy(() => Promise.resolve());
  },
  /** Opens the lock; resolves with whether it took the next key. */
  open: () =>
    takeKey(DATA_KEY).then(
      () => false,
      () => takeKey(NEXT_KEY).then(() => true)
    ),
  /** The ids of all entries and promises, in order, and how many days tallies disagree with entries. */
  async look() {
    await db.open();
    const { entries, practices } = await readAccount();
    const counted = tallyLog(entries);
    const tallies = await allTallies();
    const days = new Set([...counted.keys(), ...tallies.map(({ day }) => day)]);
    const told = new Map(tallies.map((tally) => [tally.day, tally]));
    const wrong = [...days].filter((day) => !sameCounts(counted.get(day), told.get(day)));
    const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id).sort();
    const promises = idsOf(practices.promises);
    return { ids: idsOf(entries), promises, wrongDays: wrong.length };
  }
};

export type Own = typeof own;

Object.assign(window, { own });
