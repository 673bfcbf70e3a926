import { entryRecord } from '#lib/account/model/entry.ts';
import { practiceOf, practiceTables, type Practices } from '#lib/practices/registry.ts';
import { deletedField } from '#lib/record/deleted.ts';
import { isSound, mend, type Tell } from '#lib/record/field.ts';
import { answerField, reminderField } from '#lib/reminders/model/reminder.ts';
import type { Day } from '#lib/time/day.ts';
import type { Account } from './model/account.ts';
import { SETTINGS, type Decisions } from './model/settings.ts';

/** Reads any value: undefined where nothing can be read. */
type Read<Row> = (value: unknown, tell: Tell, day: Day) => Row | undefined;

/** An account that can be read back. */
export interface Sifted {
  readonly account: Account;
  /** How many things had to be left out for that. */
  readonly leftOut: number;
}

/** Rows that are looked at in one go: few enough never to hold up a page. */
const STEP = 1000;

/**
 * The account without what a reader of the file would refuse. One row that a fault has left behind
 * would make a backup of ten years worthless, and nobody would know before it is needed.
 *
 * @param pause waited for between steps, to leave the page room to answer
 */
export async function sift(account: Account, pause: () => Promise<void>): Promise<Sifted> {
  let leftOut = 0;

  async function inSteps<Row>(read: Read<Row>, rows: readonly unknown[]) {
    const kept: Row[] = [];
    for (let from = 0; from < rows.length; from += STEP) {
      const step = rows.slice(from, from + STEP).map((row) => soundIn(read, row));
      kept.push(...step.filter((row) => row !== undefined));
      await pause();
    }
    leftOut += rows.length - kept.length;
    return kept;
  }

  const known = SETTINGS.filter(({ key }) => account[key] !== undefined);
  const settings = known.map(async ({ key, field: { holds, read }, blank }) => {
    const value: unknown = account[key];
    if (holds.kind === 'list' && Array.isArray(value)) {
      return [key, read(await inSteps(holds.of.read, value), mend, '')];
    }
    const [sound = blank] = await inSteps<unknown>(read, [value]);
    return [key, sound];
  });
  const tables = practiceTables().map(async (table) => [
    table,
    await inSteps(practiceOf(table).read, account.practices[table])
  ]);
  const sifted: Account = {
    ...(Object.fromEntries(await Promise.all(settings)) as Decisions),
    reminders: await inSteps(reminderField.read, account.reminders),
    answers: await inSteps(answerField.read, account.answers),
    practices: Object.fromEntries(await Promise.all(tables)) as Practices,
    ...(account.deleted && { deleted: await inSteps(deletedField.read, account.deleted) }),
    entries: await inSteps(entryRecord.read, account.entries)
  };
  return { account: sifted, leftOut };
}

/**
 * The row, mended where that can be done; undefined where a file must not hold it all the same, or it
 * can't be read at all.
 */
function soundIn<Row>(read: Read<Row>, row: unknown): Row | undefined {
  const mended = read(row, mend, '');
  return mended !== undefined && isSound(read, mended) ? mended : undefined;
}
