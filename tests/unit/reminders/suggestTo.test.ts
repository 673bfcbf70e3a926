import { expect, test } from 'vitest';
import { BLANK, fieldsOf, suggestTo } from '#lib/reminders/ui/reminderFields.ts';
import { m } from '#i18n/paraglide/messages.js';

const PLAN = { cue: 'the kettle boils', action: 'I say thanks' };
const kept = fieldsOf({ ...BLANK, plan: PLAN });
const dinner = {
  text: '',
  plan: { cue: m.cue_dinner(), action: '' },
  days: [6, 7] as const,
  times: { kind: 'fixed', at: [1140] } as const
};

test('a suggestion gives its time and the half of a plan that it has', () => {
  expect(suggestTo(kept, dinner)).toEqual({
    ...kept,
    ...{ days: [6, 7], at: ['19:00'], hasQuiet: false, begun: dinner },
    ...{ cue: m.cue_dinner(), text: 'the kettle boils' }
  });
});

test('only own words are put aside', () => {
  const again = suggestTo(suggestTo(kept, dinner), {
    ...dinner,
    plan: { cue: m.cue_bed(), action: m.action_ask() }
  });
  expect(again).toMatchObject({ cue: m.cue_bed(), action: m.action_ask() });
  expect(again.text).toBe('the kettle boils\nI say thanks');
});

test('a plan in which nothing was chosen changes only the kind', () => {
  const words = fieldsOf({ ...BLANK, text: 'Look up' });
  const blank = { ...dinner, plan: { cue: '', action: '' } };
  expect(suggestTo(words, blank)).toEqual({ ...words, kind: 'plan' });
});
