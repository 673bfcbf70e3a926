import type { PlanWords } from './model/sharedTime.ts';
import type { SharedTime } from './record.ts';
import { fieldMinute, fieldTime } from '#lib/reminders/ui/reminderFields.ts';

/** A plan as its form holds it. */
export interface PlanFields {
  /** Of the plan that is being changed; empty for a new one. */
  id: string;
  what: string;
  /** As a date field has it: empty for no day. */
  on: string;
  /** As a time field has it: 'HH:mm', empty for any time. */
  time: string;
  /** Empty while it is open. */
  outcome: '' | 'took place' | 'did not';
  memory: string;
}

/** A form before anything is written. */
export const BLANK_PLAN: PlanFields = {
  id: '',
  what: '',
  on: '',
  time: '',
  outcome: '',
  memory: ''
};

/** The key of the draft about how a plan was. */
export function outcomeKey({ id }: Pick<SharedTime, 'id'>): string {
  return `together/${id}`;
}

/** A plan as a form begins with it. */
export function planFields(plan: SharedTime): PlanFields {
  const { id, what, on, minute, tookPlace, memory } = plan;
  const decided = tookPlace ? 'took place' : 'did not';
  return {
    id,
    what,
    on: on ?? '',
    time: minute === null ? '' : fieldTime(minute),
    outcome: tookPlace === undefined ? '' : decided,
    memory
  };
}

/** What the form says. */
export function planOf({ what, on, time, memory }: PlanFields): PlanWords {
  return { what, on: on || null, minute: fieldMinute(time) ?? null, memory };
}
