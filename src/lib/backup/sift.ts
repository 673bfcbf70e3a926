import { is, type GenericSchema } from 'valibot';
import { entryRecord } from '#lib/account/model/entry.ts';
import type { Tell } from '#lib/record/field.ts';
import type { Account } from './model/account.ts';
import { checkInRulesSchema } from './practice/checkIns.ts';
import { ideasSchema } from './practice/ideas.ts';
import { answerSchema, reminderSchema, rulesSchema } from './reminderSchema.ts';
import { actSchema, pauseSchema } from './schema.ts';
import { noPractices, practiceOf, practiceTables } from '#lib/practices/registry.ts';

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

  async function inSteps<Row>(rows: readonly unknown[], read: (row: unknown) => Row | undefined) {
    const kept: Row[] = [];
    for (let from = 0; from < rows.length; from += STEP) {
      const step = rows.slice(from, from + STEP).map(read);
      kept.push(...step.filter((row) => row !== undefined));
      await pause();
    }
    leftOut += rows.length - kept.length;
    return kept;
  }

  const sound = <Row>(schema: GenericSchema, rows: readonly Row[]) =>
    inSteps(rows, (row) => (is(schema, asWritten(row)) ? (row as Row) : undefined));

  const { terms, entries, practices } = account;
  const [rules] = await sound(rulesSchema, listOf(account.rules));
  const [ideas] = await sound(ideasSchema, listOf(account.ideas));
  const [checkIn] = await sound(checkInRulesSchema, listOf(account.checkIn));
  const tables = await Promise.all(
    practiceTables().map(async (table) => {
      const { read } = practiceOf(table);
      return [table, await inSteps(practices[table], (row) => soundIn(read, row))] as const;
    })
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
    practices: { ...noPractices(), ...Object.fromEntries(tables) },
    entries: await inSteps(entries, (row) => soundIn(entryRecord.read, row))
  };
  return { account: sifted, leftOut };
}

/**
 * The row, mended where that can be done; undefined where a file must not hold it all the same, or it
 * can't be read at all.
 */
function soundIn<Row>(read: (row: unknown, tell?: Tell) => Row | undefined, row: unknown) {
  let isSound = true;
  const mended = read(row);
  read(mended, () => (isSound = false));
  return isSound ? mended : undefined;
}

/** As a reader of the file finds it: JSON leaves out what is undefined. */
function asWritten(row: unknown): unknown {
  return JSON.parse(JSON.stringify(row) ?? 'null');
}

function listOf<Value>(value: Value | undefined): Value[] {
  return value === undefined ? [] : [value];
}
