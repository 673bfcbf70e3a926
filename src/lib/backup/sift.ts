import { is, type GenericSchema } from 'valibot';
import type { Account } from './model/account.ts';
import { NO_PRACTICES, PRACTICE_TABLES, type PracticeRow } from '#lib/practices/model/practices.ts';
import { isNear } from './read.ts';
import { checkInRulesSchema } from './practice/checkIns.ts';
import { ideasSchema } from './practice/ideas.ts';
import { practiceSchemas } from './practice/schemas.ts';
import { answerSchema, reminderSchema, rulesSchema } from './reminderSchema.ts';
import { actSchema, entrySchema, pauseSchema } from './schema.ts';

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

  async function sound<Row>(schema: GenericSchema, rows: readonly Row[]): Promise<Row[]> {
    const kept: Row[] = [];
    for (let from = 0; from < rows.length; from += STEP) {
      kept.push(...rows.slice(from, from + STEP).filter((row) => is(schema, asWritten(row))));
      await pause();
    }
    leftOut += rows.length - kept.length;
    return kept;
  }

  async function soundOnDays<Row extends Dated>(schema: GenericSchema, rows: readonly Row[]) {
    const kept = await sound(schema, rows);
    const onTheirDays = kept.filter(({ day, at }) => isNear(day, at));
    leftOut += kept.length - onTheirDays.length;
    return onTheirDays;
  }

  const { terms, entries, practices } = account;
  const [rules] = await sound(rulesSchema, listOf(account.rules));
  const [ideas] = await sound(ideasSchema, listOf(account.ideas));
  const [checkIn] = await sound(checkInRulesSchema, listOf(account.checkIn));
  const tables = await Promise.all(
    PRACTICE_TABLES.map(
      async (table) =>
        [table, await soundOnDays<PracticeRow>(practiceSchemas[table], practices[table])] as const
    )
  );
  const sifted: Account = {
    terms,
    pauses: await sound(pauseSchema, account.pauses),
    acts: await sound(actSchema, account.acts),
    ...(rules && { rules }),
    ...(ideas && { ideas }),
    ...(checkIn && { checkIn }),
    reminders: await sound(reminderSchema, account.reminders),
    answers: await sound(answerSchema, account.answers),
    practices: { ...NO_PRACTICES, ...Object.fromEntries(tables) },
    entries: await soundOnDays(entrySchema, entries)
  };
  return { account: sifted, leftOut };
}

/** Something that happened at an instant, on a day. */
type Dated = Pick<PracticeRow, 'day' | 'at'>;

/** As a reader of the file finds it: JSON leaves out what is undefined. */
function asWritten(row: unknown): unknown {
  return JSON.parse(JSON.stringify(row) ?? 'null');
}

function listOf<Value>(value: Value | undefined): Value[] {
  return value === undefined ? [] : [value];
}
