import type { Find } from '../hints.ts';
import { findRows, type Row } from '../rows.ts';
import type { Finding } from '../types.ts';
import { spelled } from './haste.ts';
import { CLAUSE_END } from './place.ts';

/** Finds what rows of English look for, also where it was typed in haste. */
export const findIn =
  (rows: readonly Row[]): Find =>
  (part, typed, mood) => {
    const { text, typedAt } = spelled(typed);
    return findRows({ rows, clauseEnd: CLAUSE_END }, { part, text, mood })
      .map((finding) => asStatement(text, finding))
      .map((found) => ({ ...found, start: typedAt(found.start), end: typedAt(found.end) }));
  };

/** What was a question or a cry, and is a statement now, ends like one. */
function asStatement(text: string, finding: Finding): Finding {
  const mark = /^[?!]+/.exec(text.slice(finding.end))?.[0];
  if (!mark || !/^(?:I(?:’[dm])?|we|this) /i.test(finding.instead)) return finding;
  return { ...finding, end: finding.end + mark.length, instead: `${finding.instead}.` };
}
