import fc from 'fast-check';
import type { Account } from '#lib/backup/model/account.ts';
import { addDays, dayFromNumber } from '#lib/time/day.ts';
import { ABOUTS, ACT_MAX, newEntry, RESPONSES, WHO, type Facts } from '#lib/account/model/entry.ts';
import { IDEA_TAGS, type IdeaList } from '#lib/practices/together/model/ideas.ts';
import {
  REPLIES,
  slotKey,
  UNTIL_RESUMED,
  type Answer,
  type Reminder
} from '#lib/reminders/model/reminder.ts';
import type { Terms } from '#lib/account/model/terms.ts';
import type { Weekday } from '#lib/time/week.ts';
import { eachPractice, type Practices } from '#lib/practices/registry.ts';
import type { Kind } from '#lib/record/record.ts';
import { anyRow } from '../record/arbitrary.ts';

const by = fc.constantFrom(...WHO);
const yes = fc.constant(true as const);

/** Any text that the domain keeps as it is. */
const text = (max: number) =>
  fc
    .string({ unit: 'binary', minLength: 1, maxLength: max / 2 })
    .map((words) => words.trim())
    .filter((words) => words !== '');

/** A kind of facts, with or without each of what it may leave out. */
function factsOf<R extends object, O extends object>(
  required: { [K in keyof R]: fc.Arbitrary<R[K]> },
  optional: { [K in keyof O]: fc.Arbitrary<O[K]> }
): fc.Arbitrary<R & Partial<O>> {
  return fc
    .tuple(fc.record(required), fc.record(optional, { requiredKeys: [] }))
    .map(([one, other]) => ({ ...one, ...other })) as fc.Arbitrary<R & Partial<O>>;
}

const note = text(200);
const facts = fc.oneof(
  factsOf(
    { kind: fc.constant('bid' as const), by, response: fc.constantFrom(...RESPONSES) },
    { warm: yes, about: fc.constantFrom(...ABOUTS), note }
  ),
  factsOf({ kind: fc.constant('act' as const), by, act: text(ACT_MAX) }, { note }),
  factsOf({ kind: fc.constant('repair' as const), by }, { of: fc.uuid({ version: 7 }), note }),
  factsOf(
    { kind: fc.constant('promise' as const), by, outcome: fc.constantFrom('kept', 'broken') },
    { note }
  ),
  factsOf({ kind: fc.constant('experience' as const) }, { note })
) as fc.Arbitrary<Facts>;

const zone = fc.constantFrom('Europe/Berlin', 'Pacific/Kiritimati', 'Etc/GMT+12', 'Asia/Kathmandu');
const instant = fc.integer({ min: 0, max: 4_133_980_799_999 });

const entries = fc.uniqueArray(
  fc
    .tuple(facts, fc.uuid({ version: 7 }), instant, zone)
    .map(([some, id, now, here]) => newEntry(some, { id, now, zone: here })),
  { selector: ({ id }) => id, maxLength: 20 }
);

const deposit = fc.integer({ min: 0, max: 20 });
const withdrawal = fc.integer({ min: -20, max: -1 });
const terms: fc.Arbitrary<Terms> = fc.record({
  worth: fc.record({
    toward: deposit,
    warm: deposit,
    act: deposit,
    repair: deposit,
    kept: deposit,
    experience: deposit,
    away: withdrawal,
    broken: withdrawal,
    against: withdrawal
  }),
  halfLife: fc.option(fc.integer({ min: 7, max: 180 }))
});

const pause = fc
  .tuple(fc.integer({ min: 0, max: 40_000 }), fc.option(fc.nat(400)))
  .map(([start, length]) => ({
    from: dayFromNumber(start),
    to: length === null ? null : addDays(dayFromNumber(start), length)
  }));

const act = factsOf({ name: text(ACT_MAX) }, { hidden: yes });

const minute = fc.integer({ min: 0, max: 1439 });
const timesADay = fc.integer({ min: 1, max: 12 });
const id = fc.uuid({ version: 7 });
const day = fc.integer({ min: 0, max: 40_000 }).map(dayFromNumber);
const flag = fc.boolean();

const times = fc.oneof(
  fc.record({
    kind: fc.constant('fixed' as const),
    at: fc.uniqueArray(minute, { minLength: 1, maxLength: 12 })
  }),
  fc
    .record({
      kind: fc.constant('spread' as const),
      count: timesADay,
      from: minute,
      to: minute
    })
    .filter(({ from, to }) => from < to)
);

const reminder: fc.Arbitrary<Reminder> = factsOf(
  {
    id,
    createdAt: instant,
    updatedAt: instant,
    text: fc.oneof(fc.constant(''), text(200)),
    days: fc.subarray<Weekday>([1, 2, 3, 4, 5, 6, 7]),
    times,
    isOn: flag,
    sequence: fc.nat(1_000_000_000)
  },
  {
    plan: fc.record({ cue: text(200), action: text(200) }),
    quiet: fc.record({ from: minute, to: minute })
  }
);

const shown: fc.Arbitrary<Answer> = fc.record({ reminderId: id, day, minute, shownAt: instant });
const answer: fc.Arbitrary<Answer> = fc.oneof(
  shown,
  fc
    .tuple(shown, fc.constantFrom(...REPLIES), instant)
    .map(([answer, reply, repliedAt]) => ({ ...answer, reply, repliedAt }))
);

const rules = factsOf(
  {
    mostADay: timesADay,
    pausedUntil: fc.oneof(fc.constantFrom(null, UNTIL_RESUMED), instant)
  },
  { showsWords: flag }
);

const line = text(200)
  .map((words) => words.replace(/\s+/g, ' '))
  .filter((words) => words !== '');
const ideaIds = fc.array(fc.constantFrom('hug', 'moon', '01900000-0000-7000-8000-000000000001'));
const ideas: fc.Arbitrary<IdeaList> = fc.record({
  own: fc.uniqueArray(fc.record({ id, text: line, tags: fc.subarray([...IDEA_TAGS]) }), {
    selector: ({ id }) => id,
    maxLength: 5
  }),
  hidden: ideaIds,
  seen: ideaIds
});

const checkIn = factsOf(
  { isOn: flag, weekday: fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7), minute },
  { skipped: day }
);

/** Everything that the practices can have kept. */
const practices = fc.record(
  eachPractice((practice) =>
    fc.uniqueArray(anyRow(practice as Kind<string, object>), {
      selector: ({ id }) => id,
      maxLength: 3
    })
  )
) as fc.Arbitrary<unknown> as fc.Arbitrary<Practices>;

/** Any account that the app can hold. */
export const anyAccount: fc.Arbitrary<Account> = fc.record({
  terms,
  pauses: fc.array(pause, { maxLength: 5 }),
  acts: fc.uniqueArray(act, { selector: ({ name }) => name, maxLength: 12 }),
  rules,
  reminders: fc.uniqueArray(reminder, { selector: ({ id }) => id, maxLength: 5 }),
  answers: fc.uniqueArray(answer, { selector: slotKey, maxLength: 10 }),
  ideas,
  checkIn,
  practices,
  entries
});
