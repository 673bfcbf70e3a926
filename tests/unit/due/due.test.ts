import { expect, test } from 'vitest';
import { fearRecord, type Fear } from '#lib/practices/fear/record.ts';
import { pauseRecord, type PauseMade } from '#lib/practices/pause/record.ts';
import { requestRecord, type GentleRequest } from '#lib/practices/gently/record.ts';
import type { PromiseMade } from '#lib/practices/promise/record.ts';
import type { SharedTime } from '#lib/practices/together/record.ts';
import type { Timer } from '#lib/practices/pause/model/timer.ts';
import { allDue, dueKey, isDueNow, type DueSources } from '#lib/due/model/due.ts';
import { eachDueTable } from '#lib/due/model/dueOn.ts';
import type { Reminder } from '#lib/reminders/model/reminder.ts';

const NOW = Date.UTC(2026, 10, 22, 19);
const HOUR = 3_600_000;
const TODAY = '2026-11-22';

const written = (id: string) => ({ id, at: NOW, day: TODAY, zone: 'UTC', updatedAt: NOW });
const promise = (id: string, due: string, change: Partial<PromiseMade> = {}): PromiseMade => ({
  ...written(id),
  at: NOW - 2 * HOUR,
  text: id,
  by: 'me',
  due,
  ...change
});
const plan = (id: string, on: string | null, change: Partial<SharedTime> = {}): SharedTime => ({
  ...written(id),
  what: id,
  on,
  minute: null,
  memory: '',
  ...change
});
const fear = (id: string, by: string, change: Partial<Fear> = {}): Fear => ({
  ...written(id),
  ...fearRecord.blank(by),
  prediction: id,
  ...change
});
const pause = (id: string, lookAt?: number): PauseMade => ({
  ...written(id),
  ...pauseRecord.blank(),
  ...(lookAt !== undefined && { lookAt })
});
const request = (id: string, day: string, change: Partial<GentleRequest> = {}): GentleRequest => ({
  ...{ ...written(id), day },
  ...requestRecord.plain({ wish: 'an evening' }),
  ...change
});
const timer = (endsAt: number, way: Timer['way'] = 'break'): Timer => ({
  way,
  startedAt: endsAt - HOUR,
  endsAt,
  rungAt: null
});
const prompt = {
  reminder: {} as Reminder,
  slot: { reminderId: 'r', day: TODAY, minute: 1140 }
};

/** What there is; nothing else is. */
type Sources = Partial<Omit<DueSources, 'records'> & DueSources['records']>;

test.each<[string, Sources, string[]]>([
  ['nothing', {}, []],
  ['a break that runs', { timer: timer(NOW + 1) }, [`timer ${NOW + 1 - HOUR}`]],
  ['a break that has ended', { timer: timer(NOW - 5 * HOUR) }, [`timer ${NOW - 6 * HOUR}`]],
  ['no break of this morning', { timer: timer(NOW - 7 * HOUR) }, []],
  [
    'a pause of the night from its hour on, and no other',
    { groundings: [pause('night', NOW), pause('later', NOW + 1), pause('usual')] },
    ['night']
  ],
  ['no breathing', { timer: timer(NOW - 1, 'breathing') }, []],
  [
    'of today',
    {
      promises: [promise('p', TODAY)],
      sharedTimes: [plan('t', TODAY)],
      fears: [fear('f', TODAY)]
    },
    ['p', 't', 'f']
  ],
  [
    'not of tomorrow',
    {
      promises: [promise('p', '2026-11-23')],
      sharedTimes: [plan('t', '2026-11-23')],
      fears: [fear('f', '2026-11-23')]
    },
    []
  ],
  ['no promise in its own evening', { promises: [promise('p', TODAY, { at: NOW })] }, []],
  [
    'requests of three days to two weeks ago that say something, until it is told',
    {
      requests: [
        request('today', TODAY),
        request('young', '2026-11-20'),
        request('first', '2026-11-19'),
        request('last', '2026-11-08'),
        request('old', '2026-11-07'),
        request('empty', '2026-11-19', { wish: '' }),
        request('told', '2026-11-19', { answer: 'unsaid' }),
        request('later', '2026-11-19', { notBefore: '2026-11-23' })
      ]
    },
    ['last', 'first']
  ],
  ['no plan without a day', { sharedTimes: [plan('t', null)] }, []],
  [
    'nothing that is answered',
    {
      promises: [promise('p', TODAY, { outcome: 'renegotiated' })],
      sharedTimes: [plan('t', TODAY, { tookPlace: false })],
      fears: [fear('f', TODAY, { outcome: 'did not' })]
    },
    []
  ],
  ['nothing put off', { promises: [promise('p', '2026-11-01', { notBefore: '2026-11-23' })] }, []],
  [
    'what was put off until today',
    { fears: [fear('f', '2026-11-01', { notBefore: TODAY })] },
    ['f']
  ],
  [
    'what has waited longest first, a putting off begins anew',
    {
      promises: [promise('p', '2026-11-20'), promise('q', '2026-11-01', { notBefore: TODAY })],
      fears: [fear('f', '2026-11-19')]
    },
    ['f', 'p', 'q']
  ],
  [
    'a break before a prompt, a prompt before all that keeps',
    {
      timer: timer(NOW),
      prompt,
      checkIn: '2026-11-21',
      promises: [promise('p', '2026-11-21')],
      fears: [fear('f', '2026-11-01')]
    },
    [`timer ${NOW - HOUR}`, `prompt r ${TODAY} 1140`, 'f', 'check-in 2026-11-21', 'p']
  ]
])('%s', (_, { timer = null, prompt, checkIn, ...given }, keys) => {
  const records = { ...eachDueTable(() => []), ...given };
  const due = allDue({ timer, prompt, checkIn, records }, NOW, 'UTC');
  expect(due.map(dueKey)).toEqual(keys);
});

test.each([
  [NOW + 1, false],
  [NOW, true]
])('a break that ends at %d is due now: %j', (endsAt, expected) => {
  expect(isDueNow({ what: 'timer', timer: timer(endsAt) }, NOW)).toBe(expected);
});

test('all else is due now', () => {
  expect(isDueNow({ what: 'check-in', on: TODAY }, NOW)).toBe(true);
});
