import { isRestoring } from '#lib/backup/store/index.ts';
import { deleteDamaged } from '#lib/lock/store/keyVerbs.ts';
import { forgetOldDeletions } from '#lib/store/index.ts';
import { readLocal, writeLocal } from '#lib/store/local.ts';
import { idle } from '#lib/ui/painted.ts';
import { lock, whenReadable } from '#lib/lock/store/session.ts';
import { countEntries } from '#lib/account/model/tally.ts';
import { acceptLog, allTallies, findMissing, mendTallies } from '#lib/account/store/index.ts';
import { cutOff } from '#lib/lock/screen/cutOff.svelte.ts';
import { migrate } from '#lib/practices/store/index.ts';
import { StorageError } from '#lib/store/storageError.ts';
import { today } from '#lib/time/clock.ts';
import { startup } from './startup.svelte.ts';

const CHECKED = 'toward.checked';

/** How long the check waits for a page's own queries, in milliseconds: counting a long log holds them up. */
const HEAD_START = 1500;

/** What is missing where no copy tells. */
const NONE = { entries: 0, others: 0, isOther: false };

let isCopying = false;

/**
 * Compares the log with its witness and the copy, and its tallies with the log, once nothing is
 * locked. Resolves when all is done.
 */
export async function checkStart(): Promise<void> {
  await after(HEAD_START);
  await cutOff.look();
  for (;;) {
    await whenReadable();
    try {
      return await compare();
    } catch (error) {
      // Where it was locked in between, all of it is done once more when it opens.
      if (!(error instanceof StorageError && error.fault === 'locked')) throw error;
    }
  }
}

async function compare(): Promise<void> {
  await migrate();
  if (await isRestoring()) {
    const { finishBack } = await import('#lib/backup/copy/restoreCopy.ts');
    const back = await finishBack();
    if (back) startup.broughtBack(back);
  }
  const [findings, copying] = await Promise.all([
    findMissing(),
    import('#lib/backup/copy/keepCopy.ts')
  ]);
  const copy = await copying.copyHead();
  // The copy is a witness too: the other one may have gone with the database.
  const { entries, others, isOther } = copy ? await copying.missingOf(copy) : NONE;
  const missing = Math.max(findings.missing, entries);
  if (missing + others > 0 || isOther) {
    startup.shortage = { ...findings, missing, others, isOther, copy };
  }
  // A copy that holds more stays as it is until it was brought back or given up.
  if (!isCopying) void copying.keepCopying(idle).catch(() => undefined);
  isCopying = true;
  startup.isChecked = true;
  const counted = allTallies().then(countEntries);
  // What keeps them from being read is mended below, or told there.
  const isCounted = (await counted.catch(() => undefined)) === findings.found;
  const day = today();
  if (isCounted && readLocal(CHECKED) === day) return;
  await forgetOldDeletions(Date.now());
  const { damaged } = await mendTallies(idle);
  if (damaged > 0) {
    const found = findings.found - damaged;
    startup.shortage = { found, missing: missing + damaged, others, isOther, copy };
  }
  writeLocal(CHECKED, day);
}

/** Takes the log as it is: what is missing stays missing. */
export async function acceptAsIs(): Promise<void> {
  if (lock.current === 'open') await deleteDamaged();
  await acceptLog();
  startup.shortage = undefined;
  const { acceptAsCopy } = await import('#lib/backup/copy/keepCopy.ts');
  await acceptAsCopy();
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
