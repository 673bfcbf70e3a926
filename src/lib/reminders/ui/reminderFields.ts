import {
  NIGHT,
  type Minute,
  type QuietHours,
  type ReminderDraft,
  type Times
} from '../model/reminder.ts';
import { isSeen } from '#lib/record/words.ts';
import { areTimes, isPlan, isQuietHours, plainReminder } from '../model/reminderDraft.ts';
import { EVERY_DAY, type Weekday } from '#lib/time/week.ts';
import { ACTIONS, CUES } from './planExamples.ts';

/** What a reminder says and when, without whether it is on. */
export type ReminderFacts = Omit<ReminderDraft, 'isOn'>;

/** What a new reminder begins with. */
export const BLANK: ReminderFacts = {
  text: '',
  days: EVERY_DAY,
  times: { kind: 'fixed', at: [19 * 60] },
  quiet: NIGHT
};

/** A reminder as a form holds it: a value for every field of every kind. Times are 'HH:mm'. */
export interface ReminderFields {
  kind: 'plan' | 'acts' | 'text';
  cue: string;
  action: string;
  text: string;
  days: Weekday[];
  timesKind: 'fixed' | 'spread';
  at: string[];
  count: number;
  from: string;
  to: string;
  hasQuiet: boolean;
  quietFrom: string;
  quietTo: string;
  /** What the form began with. Whether the reminder is on may change meanwhile. */
  begun: ReminderFacts;
}

/** Why a draft cannot be kept. */
export type DraftFault =
  'no words' | 'no days' | 'no time' | 'backwards' | 'crowded' | 'no quiet' | 'all quiet';

/** A minute of the day as a time field holds it: '18:05'. */
export function fieldTime(minute: Minute): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** The inverse of {@link fieldTime}; undefined where the field is empty. */
export function fieldMinute(time: string): Minute | undefined {
  const [, hours, minutes] = /^(\d\d):(\d\d)/.exec(time) ?? [];
  return hours && minutes ? Number(hours) * 60 + Number(minutes) : undefined;
}

/** A reminder as a form begins with it. */
export function fieldsOf(begun: ReminderFacts): ReminderFields {
  const { text, plan, days, times, quiet } = begun;
  const isFixed = times.kind === 'fixed';
  return {
    kind: plan ? 'plan' : text ? 'text' : 'acts',
    cue: plan?.cue ?? '',
    action: plan?.action ?? '',
    text,
    days: [...days],
    timesKind: times.kind,
    at: (isFixed && times.at.length > 0 ? times.at : [20 * 60]).map(fieldTime),
    count: isFixed ? 2 : times.count,
    from: fieldTime(isFixed ? 9 * 60 : times.from),
    to: fieldTime(isFixed ? 21 * 60 : times.to),
    hasQuiet: quiet !== undefined,
    quietFrom: fieldTime((quiet ?? NIGHT).from),
    quietTo: fieldTime((quiet ?? NIGHT).to),
    begun
  };
}

/**
 * A form as a suggestion changes it: when it comes, and the halves of the plan that are suggested. Own
 * words that these take the place of go to the form's text.
 */
export function suggestTo(kept: ReminderFields, suggested: ReminderFacts): ReminderFields {
  const { plan } = suggested;
  if (plan && !plan.cue) return { ...kept, kind: 'plan' };
  const { cue, action, text, kind, ...when } = fieldsOf(suggested);
  const replaced = [
    cue && cue !== kept.cue && kept.cue,
    action && action !== kept.action && kept.action
  ];
  return {
    ...kept,
    ...when,
    kind: plan ? kind : kept.kind,
    cue: cue || kept.cue,
    action: action || kept.action,
    text: [kept.text || text, ...replaced.filter(isOwn)].filter(Boolean).join('\n')
  };
}

function isOwn(words: string | false): boolean {
  return Boolean(words) && [...CUES, ...ACTIONS].every((example) => example.words() !== words);
}

/** What a form says, as a plain object, or why that cannot be kept. */
export function factsOfFields(fields: ReminderFields): ReminderFacts | DraftFault {
  const { kind, cue, action, days, hasQuiet } = fields;
  const text = kind === 'text' ? fields.text.trim() : '';
  const plan = kind === 'plan' ? { cue, action } : undefined;
  if (plan ? !isPlan(plan) : kind === 'text' && !isSeen(text)) return 'no words';
  if (days.length === 0) return 'no days';
  const times = timesOf(fields);
  if (typeof times === 'string') return times;
  const quiet = hasQuiet ? quietOf(fields) : undefined;
  if (typeof quiet === 'string') return quiet;
  if (!areTimes(times, quiet)) return times.kind === 'fixed' ? 'all quiet' : 'crowded';
  const plain = plainReminder({
    text,
    ...(plan && { plan }),
    days,
    times,
    ...(quiet && { quiet }),
    isOn: true
  });
  return factsOf(plain);
}

/** What a reminder says and when. */
export function factsOf({ text, plan, days, times, quiet }: ReminderDraft): ReminderFacts {
  return { text, ...(plan && { plan }), days, times, ...(quiet && { quiet }) };
}

function timesOf({ timesKind, at, count, from, to }: ReminderFields): Times | DraftFault {
  if (timesKind === 'fixed') {
    const minutes = new Set(at.map(fieldMinute).filter((minute) => minute !== undefined));
    return minutes.size > 0 ? { kind: 'fixed', at: [...minutes] } : 'no time';
  }
  const [first, last] = [fieldMinute(from), fieldMinute(to)];
  if (first === undefined || last === undefined) return 'no time';
  return first < last ? { kind: 'spread', count, from: first, to: last } : 'backwards';
}

function quietOf({ quietFrom, quietTo }: ReminderFields): QuietHours | DraftFault {
  const [from, to] = [fieldMinute(quietFrom), fieldMinute(quietTo)];
  if (from === undefined || to === undefined) return 'no quiet';
  return isQuietHours({ from, to }) ? { from, to } : 'no quiet';
}
