import { expect, test } from 'vitest';
import { leadOf } from '#lib/language/english/leads.ts';
import { speaksOfDanger } from '#lib/language/english/danger.ts';
import { nextStep } from '#lib/practices/pause/nextStep.ts';
import { pauseRecord, type PauseFacts } from '#lib/practices/pause/record.ts';

test.each([
  ['future', 'I’m afraid they’ll leave me'],
  ['future', 'What if he finds someone better?'],
  ['future', 'she is going to get bored of me'],
  ['future', 'I’m scared of losing her'],
  ['future', 'they will never come back'],
  ['future', 'We are going to break up'],
  ['mind', 'they must be pulling away'],
  ['mind', 'Sam probably hates me'],
  ['mind', 'he doesn’t love me anymore'],
  ['mind', 'she seems distant'],
  ['mind', 'They think I’m boring'],
  ['mind', 'Sam does not care about me'],
  ['mind', 'she might not want me'],
  ['wish', 'I don’t want to fight, I want peace'],
  [undefined, 'I don’t want to fight'],
  [undefined, 'we do not trust each other'],
  [undefined, 'I’m getting angry'],
  ['wish', 'I want more time with them'],
  ['wish', 'I need to hear that we’re okay'],
  ['wish', 'I miss her'],
  ['wish', 'I’d like to know when he’ll be home'],
  [undefined, 'it’s ten and I haven’t heard from them'],
  [undefined, 'they were late'],
  [undefined, 'the plates were still there'],
  [undefined, '']
])('%s: %s', (lead, text) => {
  expect(leadOf(text)).toBe(lead);
});

test.each([
  ['safety', 'he said he’ll hit me'],
  ['fear', 'what if they leave?'],
  ['thought', 'they must be angry with me'],
  ['gently', 'I want to be held'],
  ['questions', 'the door was closed']
])('after a pause %s is offered where it says: %s', (step, because) => {
  const facts = pauseRecord.plain({ because });
  expect(nextStep(facts, { speaksOfDanger, leadOf })).toBe(step);
});

test.each<[string, Partial<PauseFacts>]>([
  ['fear', { feeling: 'afraid', because: 'of losing him' }],
  ['fear', { feeling: 'scared', because: 'she might leave' }],
  ['thought', { feeling: 'that she hates me' }],
  ['gently', { unsent: 'I need to know if you still love me' }],
  ['fear', { feeling: 'afraid', because: 'of losing him', unsent: 'I want you to call' }],
  ['questions', { feeling: 'insecure', unsent: 'Where are you?' }]
])('the next step is %s where the form holds %j', (step, facts) => {
  expect(nextStep(pauseRecord.plain(facts), { speaksOfDanger, leadOf })).toBe(step);
});

test.each<Partial<PauseFacts>>([
  { trigger: 'he hit me' },
  { unsent: 'stop hitting me' },
  { alsoHelped: 'I hid, he hit me' }
])('Safety is offered wherever it says so: %j', (facts) => {
  expect(nextStep(pauseRecord.plain(facts), { speaksOfDanger, leadOf })).toBe('safety');
});

test('fear of the partner is read across the feeling and its reason', () => {
  const facts = pauseRecord.plain({ feeling: 'afraid', because: 'of what they might do' });
  expect(nextStep(facts, { speaksOfDanger, leadOf })).toBe('safety');
});
