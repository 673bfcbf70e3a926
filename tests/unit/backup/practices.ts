import fc from 'fast-check';
import { dayFromNumber, momentAt } from '#lib/time/day.ts';
import { WHO } from '#lib/account/model/entry.ts';
import { plainCheckIn } from '#lib/practices/checkIn/model/checkIn.ts';
import { plainDisclosure } from '#lib/practices/openness/model/disclosure.ts';
import { plainFear } from '#lib/practices/fear/model/fear.ts';
import { plainGoal, plainSentence, plainWin } from '#lib/practices/ground/model/ground.ts';
import { plainGrounding } from '#lib/practices/pause/model/grounding.ts';
import type { Practices } from '#lib/practices/model/practices.ts';
import { plainPromise } from '#lib/practices/promise/model/promise.ts';
import { plainQuestions } from '#lib/practices/questions/model/questions.ts';
import { BELIEF_MAX, newRecord, STRENGTH_MAX } from '#lib/practices/model/written.ts';
import { plainRequest } from '#lib/practices/gently/model/request.ts';
import { plainSharedTime } from '#lib/practices/together/model/sharedTime.ts';
import { plainThought } from '#lib/practices/thought/model/thought.ts';
import { FEAR_OUTCOMES } from '#lib/practices/fear/record.ts';
import { WAYS } from '#lib/practices/pause/record.ts';
import { PROMISE_OUTCOMES } from '#lib/practices/promise/record.ts';
import { ROOTS } from '#lib/practices/questions/record.ts';

/*
 * Records of every practice as the domain makes them: whatever was written, its constructor leaves
 * facts that a file can hold.
 */

const text = fc.string({ unit: 'binary', maxLength: 300 });
const long = fc.oneof(
  { arbitrary: text, weight: 9 },
  { arbitrary: fc.constant('long '.repeat(500)), weight: 1 }
);
const texts = fc.array(text, { maxLength: 8 });
const flag = fc.boolean();
const id = fc.uuid({ version: 7 });
const day = fc.integer({ min: 0, max: 47_000 }).map(dayFromNumber);
const minute = fc.option(fc.integer({ min: 0, max: 1439 }));
const instant = fc.integer({ min: 0, max: 4_133_980_799_999 });
const zone = fc.constantFrom('Europe/Berlin', 'Pacific/Kiritimati', 'Asia/Kathmandu');
const upTo = (max: number) => fc.option(fc.integer({ min: 0, max }));
const ways = fc.array(fc.constantFrom(...WAYS), { maxLength: 6 });
const told = fc.tuple(instant, zone).map(([at, here]) => momentAt(at, here));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

/** Rows of a table, from what may be written in its form and what its constructor makes of that. */
function rows<Facts extends object, Kept extends object>(
  written: fc.Arbitrary<Facts>,
  plain: (facts: Facts) => Kept
) {
  const row = fc
    .tuple(written, id, instant, zone)
    .map(([facts, id, now, here]) => newRecord(plain(facts), { id, now, zone: here }));
  return fc.uniqueArray(row, { selector: ({ id }) => id, maxLength: 3 });
}

/** Everything that the practices can have kept. */
export const anyPractices: fc.Arbitrary<Practices> = fc.record({
  groundings: rows(
    fc.record({
      trigger: text,
      feeling: text,
      because: long,
      before: upTo(STRENGTH_MAX),
      after: upTo(STRENGTH_MAX),
      ways,
      helped: ways,
      alsoHelped: text
    }),
    plainGrounding
  ),
  questions: rows(
    fc.record({
      trigger: text,
      root: fc.option(fc.constantFrom(...ROOTS)),
      rootNote: long,
      evidenceFor: long,
      evidenceAgainst: long,
      friend: long
    }),
    plainQuestions
  ),
  thoughts: rows(
    fc.record({
      trigger: text,
      thought: long,
      before: upTo(BELIEF_MAX),
      evidenceFor: long,
      evidenceAgainst: long,
      explanations: long,
      mySide: long,
      friend: long,
      balanced: long,
      after: upTo(BELIEF_MAX)
    }),
    plainThought
  ),
  fears: rows(
    fc.record(
      {
        trigger: text,
        prediction: long,
        by: day,
        line: text,
        thoughtId: id,
        outcome: fc.constantFrom(...FEAR_OUTCOMES),
        notBefore: day
      },
      { requiredKeys: ['trigger', 'prediction', 'by', 'line'] }
    ),
    plainFear
  ),
  requests: rows(
    fc.record({ impulse: long, see: long, feelings: texts, about: long, wish: long }),
    plainRequest
  ),
  promises: rows(
    fc.record({
      text: text.map((words) => `p${words}`),
      by: fc.constantFrom(...WHO),
      due: day,
      outcome: maybe(fc.constantFrom(...PROMISE_OUTCOMES)),
      told: maybe(told),
      entryId: maybe(id),
      notBefore: maybe(day),
      insteadOf: maybe(id)
    }),
    plainPromise
  ),
  disclosures: rows(
    fc.record(
      { prompt: fc.constant(''), note: long, isDone: flag, entryId: id },
      { requiredKeys: ['prompt', 'note', 'isDone'] }
    ),
    plainDisclosure
  ),
  sharedTimes: rows(
    fc.record(
      {
        what: text.map((words) => `w${words}`),
        on: fc.option(day),
        minute,
        memory: long,
        tookPlace: flag,
        entryId: id,
        notBefore: day
      },
      { requiredKeys: ['what', 'on', 'minute', 'memory'] }
    ),
    plainSharedTime
  ),
  checkIns: rows(
    fc.record(
      {
        week: day,
        isTogether: flag,
        felt: long,
        feltPartner: long,
        thanks: texts,
        thanksPartner: texts,
        line: text,
        hard: long,
        promise: text,
        together: text,
        entryId: id
      },
      {
        requiredKeys: [
          'week',
          'isTogether',
          'felt',
          'feltPartner',
          'thanks',
          'thanksPartner',
          'line',
          'hard',
          'promise',
          'together'
        ]
      }
    ),
    plainCheckIn
  ),
  goals: rows(
    fc.record({
      text: text.map((words) => `g${words}`),
      steps: fc.array(fc.record({ text, isDone: flag }), { maxLength: 4 }),
      isDone: flag
    }),
    plainGoal
  ),
  wins: rows(fc.record({ text: text.map((words) => `w${words}`) }), plainWin),
  sentences: rows(
    fc.record({ harsh: long, friend: long, fair: long.map((words) => `f${words}`) }),
    plainSentence
  )
});
