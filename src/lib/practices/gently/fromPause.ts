import type { PauseFacts } from '../pause/record.ts';
import { partsOf } from '../pause/parts.ts';
import { FEELING_GROUPS } from './model/feelings.ts';
import { FEELING_MAX, FEELINGS_MAX, requestRecord, type RequestFacts } from './record.ts';
import { feelingWords } from './words.ts';

const NAMES = FEELING_GROUPS.flatMap(({ feelings }) => feelings as readonly string[]);

/** The request that goes on from a pause: what wasn't sent there, or why it was felt, is the first impulse. */
export function requestOfPause({ feeling, because, unsent = because }: PauseFacts): RequestFacts {
  const feelings = partsOf(feeling)
    .map((part) => NAMES.find((name) => feelingWords(name) === part) ?? part)
    .filter((name) => name.length <= FEELING_MAX)
    .slice(0, FEELINGS_MAX);
  return requestRecord.plain({ impulse: unsent, feelings: [...new Set(feelings)] });
}
