import { readLocal, writeLocal } from '#lib/store/local.ts';
import { whenReadable } from '#lib/lock/store/session.ts';
import type { CopyHead } from '#lib/backup/copy/format.ts';
import { countEntries } from '#lib/account/model/tally.ts';
import { account, database } from '#lib/account/account.svelte.ts';
import type { Added } from '#lib/backup/copy/restoreCopy.ts';
import { today } from '#lib/time/clock.ts';

const CHECKED = 'toward.checked';

/** How long the check lets a page ask its own questions first: counting a long log holds them up. */
const HEAD_START = 1500;

/** What the log lacks, and the second copy that may have it. */
export interface Shortage {
  readonly found: number;
  /** Entries that are missing. */
  readonly missing: number;
  /** Records of practices and reminders that are missing: only the copy can tell. */
  readonly others: number;
  /** undefined where there is none, null where it is damaged. */
  readonly copy: CopyHead | null | undefined;
}

/** What the start of the app has found out about its data. */
class Startup {
  /** Set where there is less than the witness saw, or than the copy holds. */
  shortage: Shortage | undefined = $state.raw();

  /** What the second copy has brought back; undefined where it was not needed. */
  added: Added | undefined = $state.raw();

  /** The log has been compared with its witness. */
  isChecked = $state(false);

  /** Set where turning the lock on or off was cut off: then nothing was changed. */
  cutOff: 'on' | 'off' | undefined = $state.raw();

  #isCopying = false;

  /**
   * Compares the log with its witness and the copy, and its tallies with the log, once nothing is
   * locked. Resolves when all is done.
   */
  async check(): Promise<void> {
    await after(HEAD_START);
    const { readTurning, StorageError } = await database;
    // This opens the database. Before, nobody knows whether it is locked.
    this.cutOff = await readTurning();
    for (;;) {
      await whenReadable();
      try {
        return await this.#compare();
      } catch (error) {
        // Where it was locked in between, all of it is done once more when it opens.
        if (!(error instanceof StorageError && error.fault === 'locked')) throw error;
      }
    }
  }

  async #compare(): Promise<void> {
    const { allTallies, findMissing, mendTallies } = await database;
    const [findings, copying] = await Promise.all([
      findMissing(),
      import('#lib/backup/copy/keepCopy.ts')
    ]);
    const copy = await copying.copyHead();
    // The copy is a witness too: the other one may have gone with the database.
    const { entries, others } = copy ? await copying.missingOf(copy) : { entries: 0, others: 0 };
    const missing = Math.max(findings.missing, entries);
    if (missing + others > 0) this.shortage = { ...findings, missing, others, copy };
    // A copy that holds more stays as it is until it was brought back or given up.
    if (!this.#isCopying) void copying.keepCopying(idle).catch(() => undefined);
    this.#isCopying = true;
    this.isChecked = true;
    const counted = allTallies().then(countEntries);
    // What keeps them from being read is mended below, or told there.
    const isCounted = (await counted.catch(() => undefined)) === findings.found;
    const day = today();
    if (isCounted && readLocal(CHECKED) === day) return;
    const { damaged } = await mendTallies(idle);
    if (damaged > 0) {
      const found = findings.found - damaged;
      this.shortage = { found, missing: missing + damaged, others, copy };
    }
    writeLocal(CHECKED, day);
  }

  /** Lets go of what was cut off: the person knows. */
  async forgetCutOff(): Promise<void> {
    const { forgetTurning } = await database;
    await forgetTurning();
    this.cutOff = undefined;
  }

  /** Takes the log as it is: what is missing stays missing. */
  async accept(): Promise<void> {
    const { acceptLog } = await database;
    if (account.lock === 'open') {
      const { dropDamaged } = await import('#lib/lock/store/turnLock.ts');
      await dropDamaged();
    }
    await acceptLog();
    this.shortage = undefined;
    const { acceptAsCopy } = await import('#lib/backup/copy/keepCopy.ts');
    await acceptAsCopy();
  }

  /** The second copy was taken in. */
  broughtBack(added: Added): void {
    this.shortage = undefined;
    this.added = added;
  }
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Resolves when the page has nothing better to do. */
function idle(): Promise<void> {
  return new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve());
    else setTimeout(resolve, 50);
  });
}

export const startup = new Startup();
