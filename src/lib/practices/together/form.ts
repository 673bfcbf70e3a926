import type { PlanWords } from './model/sharedTime.ts';
import type { SharedTime } from './record.ts';
import { fieldMinute, fieldTime } from '#lib/reminders/ui/reminderFields.ts';

/** A plan as its form holds it. */
export interface PlanFields {
  what: string;
  /** As a date field has it: empty for no day. */
  on: string;
  /** As a time field has it: 'HH:mm', empty for any time. */
  time: string;
}

/** A plan and what became of it, as the form of an older one holds them. */
interface MemoryFields extends PlanFields {
  /** Empty while it is open. */
  outcome: '' | 'took place' | 'did not';
  memory: string;
}

/** A form before anything is written. */
export const BLANK_PLAN: PlanFields = { what: '', on: '', time: '' };

/** The key of the draft about how a plan was. */
export function outcomeKey({ id }: Pick<SharedTime, 'id'>): string {
  return `together/${id}`;
}

/** A plan as its form begins with it. */
export function memoryFields(plan: SharedTime): MemoryFields {
  const { what, on, minute, tookPlace, memory } = plan;
  const decided = tookPlace ? 'took place' : 'did not';
  return {
    what,
    on: on ?? '',
    time: minute === null ? '' : fieldTime(minute),
    outcome: tookPlace === undefined ? '' : decided,
    memory
  };
}

/** What the form says of the plan. */
export function planOf({ what, on, time }: PlanFields): Omit<PlanWords, 'memory'> {
  return { what, on: on || null, minute: fieldMinute(time) ?? null };
}
