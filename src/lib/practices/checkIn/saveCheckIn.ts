import type { PracticeRecord } from '#lib/practices/registry.ts';
import { addDays, isDay, type Day, type Stamp } from '#lib/time/day.ts';
import type { Entry } from '#lib/account/model/entry.ts';
import { newCheckIn, THANKS } from './model/checkIn.ts';
import { checkInRecord, type CheckIn, type CheckInFacts } from './record.ts';
import { promiseRecord, type PromiseFacts } from '../promise/record.ts';
import { requestRecord, type RequestFacts } from '../gently/record.ts';
import { sharedTimeRecord } from '../together/record.ts';
import { requestWords } from '../gently/words.ts';

/** What the form of a check-in holds. */
export interface Fields extends CheckInFacts {
  readonly step: number;
  /** What was noted of each thing that is thanked for, as long as that's known. */
  readonly notes: readonly string[];
  /** The form of two minutes. */
  readonly isShort: boolean;
  /** The person has come to what the week proposes: it is no longer made anew. */
  readonly hasSeen: boolean;
  /**
   * Of what it will leave behind, each for the same thing: kept twice, in two tabs or after a crash,
   * it is still there once. Empty until they are made.
   */
  readonly ids: readonly string[];
  readonly request: RequestFacts;
  /** Its day is empty until one is chosen. */
  readonly vow: Pick<PromiseFacts, 'text' | 'by' | 'due'>;
  readonly togetherOn: Day;
}

/** The step, from 0, at which the thank-yous stand. */
export const THANKS_STEP = 1;

/** How many thank-yous a form asks one person for. */
export function thanksAsked({ isShort }: Pick<Fields, 'isShort'>): number {
  return isShort ? 1 : THANKS;
}

/** A form before anything is written. */
export const BLANK: Fields = {
  step: 0,
  notes: [],
  isShort: true,
  hasSeen: false,
  ids: [],
  ...checkInRecord.blank(),
  request: requestRecord.blank(),
  vow: { text: '', by: 'me', due: '' },
  togetherOn: ''
};

/** The day of a promise for which none was chosen: a week later. */
export function weekFrom(day: Day): Day {
  return addDays(day, 7);
}

/** Of what the day does not exist, in a finished check-in; undefined where all do. */
export function dayFault({
  vow,
  together,
  togetherOn
}: Fields): 'promise' | 'together' | undefined {
  if (vow.text.trim() && vow.due && !isDay(vow.due)) return 'promise';
  return together.trim() && togetherOn && !isDay(togetherOn) ? 'together' : undefined;
}

/** What a check-in leaves behind: itself, what was made in it, and the entry of one made together. */
interface Made {
  readonly checkIn: CheckIn;
  readonly records: readonly PracticeRecord[];
  readonly entry?: Entry;
}

/** The ids of one check-in, in the order in which {@link recordsOf} reads them. */
export function newIds(newId: () => string): string[] {
  return Array.from({ length: 4 }, () => newId());
}

/** The records of a finished check-in, all of one moment. An id that is missing is that of the stamp. */
export function recordsOf(fields: Fields, stamp: Stamp): Made {
  const [own, request, promised, plan] = fields.ids.map((id) => ({ ...stamp, id }));
  const hard = requestWords(requestRecord.plain(fields.request));
  const promise = fields.vow.text;
  const said = { ...fields, hard, promise };
  const { checkIn, entry } = newCheckIn(said, own ?? stamp);
  const records: PracticeRecord[] = [{ table: 'checkIns', row: checkIn }];
  // Together no first impulse was asked for: one from before that choice is not kept.
  const asked = checkIn.isTogether ? { ...fields.request, impulse: '' } : fields.request;
  if (!requestRecord.fault(asked)) {
    records.push({ table: 'requests', row: requestRecord.create(asked, request ?? stamp) });
  }
  if (checkIn.promise) {
    const due = fields.vow.due || weekFrom(checkIn.day);
    records.push({
      table: 'promises',
      row: promiseRecord.create({ ...fields.vow, due }, promised ?? stamp)
    });
  }
  if (checkIn.together) {
    const on = fields.togetherOn || null;
    const facts = { what: checkIn.together, on, minute: null, memory: '' };
    records.push({ table: 'sharedTimes', row: sharedTimeRecord.create(facts, plan ?? stamp) });
  }
  return { checkIn, records, ...(entry && { entry }) };
}
