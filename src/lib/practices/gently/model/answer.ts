import { newEntry, type Entry } from '#lib/account/model/entry.ts';
import type { Stamp } from '#lib/time/day.ts';
import { requestRecord, type GentleRequest, type RequestAnswer } from '../record.ts';

/** A request of which it's known how it was met, and its entry where that goes on the log. */
export interface Answered {
  readonly request: GentleRequest;
  readonly entry?: Entry | undefined;
}

/** The request once it's told, now, how it was met; on the log it's a bid of mine, under its id. */
export function answerRequest(
  before: GentleRequest,
  answer: RequestAnswer,
  isOnLog: boolean,
  { now, zone }: Pick<Stamp, 'now' | 'zone'>
): Answered {
  const onLog = isOnLog || undefined;
  const request = requestRecord.amend(before, { answer, onLog }, now);
  const told = requestRecord.tells(request);
  const response = told?.kind === 'bid' ? told.response : undefined;
  if (!response) return { request };
  const entry = newEntry({ kind: 'bid', by: 'me', response }, { id: before.id, now, zone });
  return { request, entry };
}
