import { m } from '#i18n/paraglide/messages.js';
import type { Rule } from '../read.ts';
import { ACT_MAX } from '#lib/account/model/entry.ts';
import { ACTS_MAX } from '#lib/account/model/acts.ts';
import { PAUSES_MAX } from '#lib/account/model/awayDays.ts';
import { PARTNER_MAX } from '#lib/account/model/partner.ts';
import { BELIEF_MAX, LINE_MAX, LONG_MAX, STRENGTH_MAX } from '#lib/record/field.ts';
import { FEELING_MAX } from '#lib/practices/gently/record.ts';
import { REMINDERS_MAX, TEXT_MAX, TIMES_MAX } from '#lib/reminders/model/reminder.ts';
import { ROWS_MAX } from '../model/account.ts';
import { formatAmount } from '#lib/ui/format.ts';

const WORDS: Record<Rule, () => string> = {
  'file-size': m.problem_file_size,
  encoding: m.problem_encoding,
  marks: m.problem_marks,
  json: m.problem_json,
  app: m.problem_app,
  version: m.problem_version,
  newer: m.problem_newer,
  missing: m.problem_missing,
  object: m.problem_object,
  list: m.problem_list,
  text: m.problem_text,
  name: m.problem_name,
  'note-length': () => m.problem_length({ max: formatAmount(LONG_MAX) }),
  'act-length': () => m.problem_length({ max: formatAmount(ACT_MAX) }),
  uuid: m.problem_uuid,
  twice: m.problem_twice,
  instant: m.problem_instant,
  timestamp: m.problem_timestamp,
  day: m.problem_day,
  'day-of-at': m.problem_day_of_at,
  zone: m.problem_zone,
  kind: m.problem_kind,
  who: m.problem_who,
  response: m.problem_response,
  about: m.problem_about,
  outcome: m.problem_outcome,
  true: m.problem_true,
  deposit: m.problem_deposit,
  withdrawal: m.problem_withdrawal,
  'half-life': m.problem_half_life,
  'pause-end': m.problem_pause_end,
  'pauses-max': () => m.problem_rows_max({ max: formatAmount(PAUSES_MAX) }),
  'acts-max': () => m.problem_rows_max({ max: formatAmount(ACTS_MAX) }),
  flag: m.problem_flag,
  count: m.problem_count,
  'reminder-length': () => m.problem_length({ max: formatAmount(TEXT_MAX) }),
  weekday: m.problem_weekday,
  minute: m.problem_minute,
  times: m.problem_times,
  'times-a-day': () => m.problem_times_a_day({ max: formatAmount(TIMES_MAX) }),
  window: m.problem_window,
  reply: m.problem_reply,
  'replied-at': m.problem_replied_at,
  'reminders-max': () => m.problem_rows_max({ max: formatAmount(REMINDERS_MAX) }),
  'line-length': () => m.problem_length({ max: formatAmount(LINE_MAX) }),
  'feeling-length': () => m.problem_length({ max: formatAmount(FEELING_MAX) }),
  'partner-length': () => m.problem_length({ max: formatAmount(PARTNER_MAX) }),
  strength: () => m.problem_up_to({ max: STRENGTH_MAX }),
  belief: () => m.problem_up_to({ max: BELIEF_MAX }),
  choice: m.problem_choice,
  'rows-max': () => m.problem_rows_max({ max: formatAmount(ROWS_MAX) }),
  'ideas-max': m.together_problem_max
};

/** What a place in a file does not keep to, in words that follow its path. */
export function problemWords(rule: Rule): string {
  return WORDS[rule]();
}
