import { expect, test } from 'vitest';
import { isBackupDue, type BackupNote } from '#lib/backup/model/backupDue.ts';

const TODAY = '2026-11-22';
const last = (day: string) => ({ at: Date.parse(day), day, count: 12 });
const onLine = (on: string, isPutOff = false) => ({ line: { on, isPutOff } });

const CASES: [
  name: string,
  note: BackupNote,
  unsaved: number,
  firstDay: string | undefined,
  is: boolean
][] = [
  ['nothing logged', {}, 0, undefined, false],
  ['never saved, begun yesterday', {}, 49, '2026-11-21', false],
  ['never saved, fifty entries', {}, 50, '2026-11-21', true],
  ['never saved, begun 29 days ago', {}, 1, '2026-10-24', false],
  ['never saved, begun 30 days ago', {}, 1, '2026-10-23', true],
  ['saved 29 days ago', { last: last('2026-10-24') }, 49, '2020-01-01', false],
  ['saved 30 days ago', { last: last('2026-10-23') }, 1, '2020-01-01', true],
  ['saved 30 days ago, nothing since', { last: last('2026-10-23') }, 0, '2020-01-01', false],
  ['saved yesterday, fifty entries since', { last: last('2026-11-21') }, 50, '2020-01-01', true],
  [
    'saved in a year to come, begun 30 days ago',
    { last: last('2027-11-22') },
    1,
    '2026-10-23',
    true
  ],
  [
    'saved tomorrow, by the clock of another zone',
    { last: last('2026-11-23') },
    1,
    '2020-01-01',
    false
  ],
  ['turned off', { isOff: true }, 500, '2020-01-01', false],
  ['shown today', onLine('2026-11-22'), 50, '2020-01-01', true],
  ['put off today', onLine('2026-11-22', true), 50, '2020-01-01', false],
  ['shown yesterday', onLine('2026-11-21'), 50, '2020-01-01', false],
  ['shown six days ago', onLine('2026-11-16'), 50, '2020-01-01', false],
  ['shown a week ago', onLine('2026-11-15'), 50, '2020-01-01', true],
  ['put off a week ago', onLine('2026-11-15', true), 50, '2020-01-01', true],
  [
    'put off on a day to come: the clock was set back',
    onLine('2027-11-15', true),
    50,
    '2020-01-01',
    true
  ]
];

test.for(CASES)('%s', ([, note, unsaved, firstDay, is]) => {
  expect(isBackupDue({ note, unsaved, firstDay }, TODAY)).toBe(is);
});
