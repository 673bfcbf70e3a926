import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pauseRecord, WAYS, type PauseFacts, type Way } from '#lib/practices/pause/record.ts';
import { helpWith, orderWays } from '#lib/practices/pause/model/whatHelped.ts';

/** One pause: which ways, from which strength to which, which of them helped. */
type Row = [ways: Way[], before: number | null, after: number | null, helped?: Way[]];

const pauses = (rows: readonly Row[], trigger = 'late'): PauseFacts[] =>
  rows.map(([ways, before, after, helped = []]) => ({
    ...pauseRecord.blank(),
    trigger,
    ways,
    before,
    after,
    helped
  }));

describe('what is known of a way with a trigger', () => {
  test.each<[string, Row[], ReturnType<typeof helpWith>]>([
    ['nothing', [], []],
    [
      'how much the feeling sank in the mean',
      [
        [['walk'], 8, 4],
        [['walk'], 6, 5],
        [['walk'], 7, 7]
      ],
      [{ way: 'walk', uses: 3, marks: 0, drop: 5 / 3, worth: 5 / 3 }]
    ],
    [
      'a mark, worth two steps of a feeling',
      [
        [['walk'], 8, 6, ['walk']],
        [['walk'], 8, 8]
      ],
      [{ way: 'walk', uses: 2, marks: 1, drop: 1, worth: 2 }]
    ],
    [
      'nothing of a pause that told nothing; one without both strengths as no change',
      [
        [['body'], 8, null],
        [['body'], null, 0],
        [['body'], 8, 5, ['body']],
        [['body'], null, null, ['body']]
      ],
      [{ way: 'body', uses: 2, marks: 2, drop: 1.5, worth: 3.5 }]
    ],
    [
      'that it grew worse',
      [[['senses'], 3, 7]],
      [{ way: 'senses', uses: 1, marks: 0, drop: -4, worth: -4 }]
    ],
    [
      'several ways in one pause, each in full',
      [[['walk', 'breathing'], 9, 3, ['walk']]],
      [
        { way: 'breathing', uses: 1, marks: 0, drop: 6, worth: 6 },
        { way: 'walk', uses: 1, marks: 1, drop: 6, worth: 8 }
      ]
    ]
  ])('%s', (_, rows, known) => {
    expect(helpWith(pauses(rows), 'late')).toEqual(known);
  });

  test('is of this trigger alone, however it is written', () => {
    const all = [...pauses([[['walk'], 8, 4]], ' Late again'), ...pauses([[['walk'], 2, 2]])];
    expect(helpWith(all, 'late again')).toMatchObject([{ uses: 1, drop: 4 }]);
    expect(helpWith(all, 'LATE')).toMatchObject([{ uses: 1, drop: 0 }]);
    const didnt = pauses([[['walk'], 8, 4]], 'They didn’t  call');
    expect(helpWith(didnt, "they didn't call")).toMatchObject([{ uses: 1 }]);
    expect(helpWith(all, '')).toEqual([]);
    expect(helpWith(pauses([[['walk'], 8, 4]], ''), '')).toEqual([]);
  });
});

const times = (count: number, row: Row): Row[] => Array.from({ length: count }, () => row);

describe('the order of the ways', () => {
  test.each<[string, Row[], Way[], Way[]]>([
    ['nothing is known', [], [...WAYS], []],
    ['two uses are too few', times(2, [['walk'], 9, 1]), [...WAYS], []],
    [
      'three are enough',
      times(3, [['walk'], 9, 1]),
      ['walk', 'breathing', 'senses', 'body', 'break'],
      ['walk']
    ],
    [
      'one pause told something, and others nothing',
      [[['walk'], 9, 1], ...times(4, [['walk'], 9, null])],
      [...WAYS],
      []
    ],
    ['it did not help', times(3, [['walk'], 5, 5]), [...WAYS], []],
    ['it made things worse', times(5, [['walk'], 5, 8]), [...WAYS], []],
    [
      'a mark without strengths is enough',
      times(3, [['body'], null, null, ['body']]),
      ['body', 'breathing', 'senses', 'walk', 'break'],
      ['body']
    ],
    [
      'the one that helped most comes first',
      [
        ...times(3, [['senses'], 6, 5]),
        ...times(3, [['break'], 8, 4]),
        ...times(2, [['walk'], 9, 0])
      ],
      ['break', 'senses', 'breathing', 'body', 'walk'],
      ['break', 'senses']
    ],
    [
      'the same worth keeps the usual order',
      [...times(3, [['walk'], 6, 4]), ...times(3, [['senses'], 7, 5])],
      ['senses', 'walk', 'breathing', 'body', 'break'],
      ['senses', 'walk']
    ],
    [
      'done together, the marks tell',
      times(3, [['breathing', 'body'], 6, 4, ['body']]),
      ['body', 'breathing', 'senses', 'walk', 'break'],
      ['body', 'breathing']
    ]
  ])('where %s', (_, rows, ways, proven) => {
    expect(orderWays(pauses(rows), 'late')).toEqual({ ways, proven });
  });

  test('what helped with another trigger changes nothing', () => {
    const other = pauses(times(9, [['walk'], 9, 0]), 'late again');
    expect(orderWays(other, 'late')).toEqual({ ways: WAYS, proven: [] });
    expect(orderWays(other, ' ')).toEqual({ ways: WAYS, proven: [] });
  });

  test('always offers each way once', () => {
    const strength = fc.option(fc.integer({ min: 0, max: 10 }));
    const ways = fc.uniqueArray(fc.constantFrom(...WAYS));
    const row = fc.tuple(ways, strength, strength, ways);
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const order = orderWays(pauses(rows), 'late');
        expect([...order.ways].sort()).toEqual([...WAYS].sort());
        expect(order.ways.slice(0, order.proven.length)).toEqual(order.proven);
      })
    );
  });
});
