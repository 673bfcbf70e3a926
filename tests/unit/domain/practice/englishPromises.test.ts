import { expect, test } from 'vitest';
import { promiseHint } from '#lib/domain/practice/englishPromises.ts';

test.each([
  ['I will never be late again', 'endless'],
  ['I always call when I am late', 'endless'],
  ['I write to you every day', 'endless'],
  ['From now on I do the dishes', 'endless'],
  ["I won't shout any more", 'endless'],
  ['I try to listen', 'vague'],
  ['I do my best', 'vague'],
  ['I will be nicer to your mother', 'vague'],
  ['to be a better partner', 'vague'],
  ['I help more', 'vague'],
  ['We spend more time together', 'vague'],
  ['I work on my temper', 'vague'],
  ['We argue less', 'vague'],
  ['They pay more attention', 'vague'],
  ['I cook on Monday, clean the bath and call your mother', 'several'],
  ['I take out the rubbish and also fix the lamp', 'several'],
  ['1. dishes 2. laundry', 'several'],
  ['', undefined],
  ['I call when I leave work', undefined],
  ['On Thursday I cook', undefined],
  ['I book the table for two', undefined],
  ['We walk to the lake and back', undefined],
  ['I write to you every day this week', undefined],
  ['I am home by seven every evening until Friday', undefined],
  ['I ask how your talk with Anna went', undefined],
  ['I try the new recipe', undefined],
  ['Dinner, without phones', undefined],
  ['On Friday, at seven, dinner', undefined],
  ['I fix the bike', undefined],
  ['I bring you coffee tomorrow', undefined],
  ['I book the better room', undefined],
  ['They call the doctor', undefined],
  ['I read one more chapter with you', undefined],
  ['We talk about money for half an hour', undefined],
  ['I buy bread and milk', undefined],
  ['I put the phone away at dinner', undefined]
])('%j may be hard to check: %s', (text, hint) => {
  expect(promiseHint(text)).toBe(hint);
});
