import { describe, expect, test } from 'vitest';
import {
  addStep,
  goalFault,
  groundOf,
  sentenceOf,
  soundsLarge,
  standsAlone,
  stepsOf,
  tickStep
} from '#lib/practices/ground/model/ground.ts';
import { wonByMonth } from '#lib/practices/ground/model/wins.ts';
import { goalRecord, sentenceRecord, STEPS_MAX, winRecord } from '#lib/practices/ground/record.ts';
import { LINE_MAX } from '#lib/record/field.ts';

const NOW = Date.parse('2026-11-20T10:00Z');
const STAMP = { id: '019abcde-0000-7000-8000-000000000001', now: NOW, zone: 'UTC' };

describe('a goal', () => {
  const facts = {
    text: 'Sing in a choir',
    steps: [
      { text: 'Find one nearby', isDone: true },
      { text: 'Write to them', isDone: false }
    ],
    isDone: false
  };
  const goal = goalRecord.create(facts, STAMP);

  test('leaves out steps without words, and what it does not know', () => {
    const form = {
      text: ' Sing\nin a choir ',
      steps: [
        { text: '  ', isDone: true },
        { text: ' Go ', isDone: false, at: 1 }
      ],
      isDone: true,
      due: '2026-12-01'
    };
    expect(goalRecord.plain(form)).toStrictEqual({
      text: 'Sing in a choir',
      steps: [{ text: 'Go', isDone: false }],
      isDone: true
    });
  });

  test('was done on a day, which goes where it is opened again', () => {
    const done = goalRecord.amend(goal, { isDone: true, doneOn: '2026-11-21' }, NOW + 1);
    expect(done).toMatchObject({ isDone: true, doneOn: '2026-11-21' });
    expect(goalRecord.amend(done, { isDone: false }, NOW + 2)).not.toHaveProperty('doneOn');
  });

  test('is for the goals unless it is for another ground', () => {
    expect([groundOf(goal), groundOf({ ...goal, ground: 'joy' })]).toEqual(['goals', 'joy']);
  });

  test('has its steps ticked one by one, and gets new ones', () => {
    const ticked = tickStep(goal, 1, true, NOW + 1);
    expect(ticked.steps.map(({ isDone }) => isDone)).toEqual([true, true]);
    expect(ticked.updatedAt).toBe(NOW + 1);
    expect(ticked.isDone).toBe(false);
    expect(tickStep(ticked, 0, false, NOW).steps.map(({ isDone }) => isDone)).toEqual([
      false,
      true
    ]);
    expect(addStep(goal, ' Go once ', NOW).steps.at(-1)).toEqual({
      text: 'Go once',
      isDone: false
    });
  });

  test('keeps what was done where its steps are written anew', () => {
    expect(stepsOf('  Write to them\n\nFind one nearby\nGo once', facts.steps)).toEqual([
      { text: 'Write to them', isDone: false },
      { text: 'Find one nearby', isDone: true },
      { text: 'Go once', isDone: false }
    ]);
    expect(stepsOf(' ')).toEqual([]);
  });

  test('needs words', () => {
    expect(goalFault(facts)).toBeUndefined();
    expect(goalFault({ ...facts, text: ' ' })).toBe('no words');
  });

  test('says so rather than cut what was written', () => {
    const lines = (count: number, step: string) => ({
      ...facts,
      steps: stepsOf(Array.from({ length: count }, () => step).join('\n'))
    });
    expect(goalFault(lines(STEPS_MAX, 'x'.repeat(LINE_MAX)))).toBeUndefined();
    expect(goalFault(lines(STEPS_MAX + 1, 'one'))).toBe('too many steps');
    expect(goalFault(lines(1, 'x'.repeat(LINE_MAX + 1)))).toBe('long step');
  });
});

test('a win needs words', () => {
  expect(winRecord.fault({ text: 'I asked for help' })).toBeUndefined();
  expect(winRecord.fault({ text: '' })).toBe('text');
});

describe('a sentence', () => {
  const facts = { harsh: 'I ruin it all.', friend: 'You are tired.', fair: 'I was tired.' };

  test('is kept for its fair words; the harsh ones may be missing', () => {
    const alone = { harsh: '', friend: '', fair: 'I keep trying.' };
    expect([alone, facts].map(standsAlone)).toEqual([true, false]);
    expect(sentenceRecord.fault(alone)).toBeUndefined();
    expect(sentenceRecord.fault({ ...facts, fair: ' ' })).toBe('fair');
  });
});

test.each([
  ['I’m learning to ask for what I need.', false],
  ['I’ve gotten through evenings like this before.', false],
  ['I can be upset and still be kind.', false],
  ['I did what I could today.', false],
  ['I am a good enough friend.', false],
  ['I matter to a few people.', false],
  ['I am strong enough for this evening.', false],
  ['I am perfect as I am', true],
  ['Everyone loves me.', true],
  ['I’m worthy of everything good', true],
  ['I ALWAYS succeed.', true],
  ['I love myself.', true]
])('“%s” sounds large: %s', (text, isLarge) => {
  expect(soundsLarge(text)).toBe(isLarge);
});

test.each([
  ['2026-11-29', ['A', 'B', 'C'], 'C'],
  ['2026-11-30', ['A', 'B', 'C'], 'A'],
  ['2026-12-01', ['A', 'B', 'C'], 'B'],
  ['2026-12-02', ['A', 'B', 'C'], 'C'],
  ['2026-11-29', ['A'], 'A'],
  ['2026-11-29', [], undefined]
])('on %s, of %j the sentence that comes back is %s', (day, texts, expected) => {
  const sentences = texts.map((fair) => sentenceRecord.create({ fair }, STAMP));
  expect(sentenceOf(sentences, day)?.fair).toBe(expected);
});

test('wins, and goals that are done, are read by months, the newest first', () => {
  const stamp = (day: number, month: number) => ({
    ...STAMP,
    id: `${month}-${day}`,
    now: Date.UTC(2026, month - 1, day, 12)
  });
  const wins = [
    winRecord.create({ text: 'I waited' }, stamp(30, 10)),
    winRecord.create({ text: 'I waited again' }, stamp(30, 10)),
    winRecord.create({ text: 'I sang', ground: 'joy' }, stamp(2, 11))
  ];
  const goals = [
    goalRecord.create({ text: 'Choir', isDone: true, doneOn: '2026-11-20' }, stamp(1, 9)),
    goalRecord.create({ text: 'Open' }, stamp(1, 11)),
    goalRecord.create({ text: 'Long ago', isDone: true }, stamp(5, 10))
  ];
  const told = wonByMonth(wins, goals).map(({ month, won }) => [
    month,
    won.map(({ day, text }) => `${day} ${text}`)
  ]);
  expect(told).toEqual([
    ['2026-11-01', ['2026-11-20 Choir', '2026-11-02 I sang']],
    ['2026-10-01', ['2026-10-30 I waited again', '2026-10-30 I waited', '2026-10-05 Long ago']]
  ]);
});
