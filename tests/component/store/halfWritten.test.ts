import { beforeEach, expect, test } from 'vitest';
import { cleanup, render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import OtherAct from '#lib/account/log/OtherAct.svelte';
import ActsEditor from '#lib/account/settings/ActsEditor.svelte';
import AwayDaysForm from '#lib/account/settings/AwayDaysForm.svelte';
import PartnerName from '#lib/account/settings/PartnerName.svelte';
import { Announcer } from '#lib/ui/announcer.svelte.ts';
import BreakForm from '#lib/practices/pause/BreakForm.svelte';
import IdeasEditor from '#lib/practices/together/IdeasEditor.svelte';
import { addIdea, NO_IDEAS } from '#lib/practices/together/model/ideas.ts';
import ReminderEditor from '#lib/reminders/ui/ReminderEditor.svelte';
import { BLANK, type ReminderFacts } from '#lib/reminders/ui/reminderFields.ts';
import { Decisions } from '#lib/reminders/ui/reminderList.svelte.ts';
import { newReminder } from '#lib/reminders/model/reminderDraft.ts';
import { reminders } from '#lib/reminders/reminders.svelte.ts';
import { clash } from '#lib/store/clash.svelte.ts';
import { db } from '../database.ts';
import { startAnew } from '../ground.ts';
import { make } from '../making.svelte.ts';
import { watch } from '../watch.svelte.ts';

/*
 * Forms that are left half filled in, in whichever way: by Escape, by a notification that was tapped,
 * by a lock. What was typed is there again.
 */

const nothing = () => undefined;
const never = async () => false;
const OWN = { id: 'own', text: 'Feed the ducks', tags: [] };
const REMINDER = newReminder({ ...BLANK, text: 'Look up', isOn: true }, { id: 'one', now: 1 });
const acts = { acts: [{ name: 'kiss' }], onchange: never, onreset: nothing };
const ideas = {
  ...{ ideas: addIdea(NO_IDEAS, OWN), text: '', tags: [], safetyHref: '/safety/' },
  ...{ onadd: never, onchange: never, onremove: nothing, onhide: nothing }
};

const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const choose = (name: string) => page.getByRole('radio', { name, exact: true }).click();

/** What a form is called; how it is shown; its field; what was typed; what opens the field. */
const FORMS: readonly [
  string,
  () => PromiseLike<unknown>,
  string,
  string,
  (() => Promise<void>)?
][] = [
  [
    'an act in own words',
    () => render(OtherAct, { first: 'me', onsave: nothing, onclose: nothing }),
    ...(['In a few words', 'a map'] as const)
  ],
  ['a new act', () => render(ActsEditor, acts), 'An act of your own', 'walked the dog'],
  [
    'another name for an act',
    () => render(ActsEditor, acts),
    ...(['New name for a kiss', 'a real ki'] as const),
    () => press('Rename: a kiss')
  ],
  [
    'time off',
    () => render(AwayDaysForm, { today: '2026-11-22', onadd: never }),
    ...(['First day', '2026-12-24'] as const)
  ],
  [
    'a name for the partner',
    () => render(PartnerName, { tell: new Announcer().tell }),
    ...(['Name or nickname', 'Zo'] as const)
  ],
  [
    'an idea that is changed',
    () => render(IdeasEditor, ideas),
    ...(['Edit: Feed the ducks', 'Feed the sw'] as const),
    () => press('Edit: Feed the ducks')
  ],
  [
    'a break',
    () =>
      render(BreakForm, {
        ...{ now: 0, zone: 'UTC', isFresh: false, safetyHref: '/safety/', onshare: undefined },
        ...{ oncopy: never, onstart: nothing, onstop: nothing }
      }),
    ...(['We’ll talk again at', '18:50'] as const),
    () => choose('Another time')
  ],
  [
    'a new reminder',
    () =>
      render(ReminderEditor, {
        decisions: make(() => new Decisions())[0],
        onclose: nothing
      }),
    ...(['Your words', 'Look at th'] as const),
    () => choose('my own words')
  ],
  [
    'a reminder that is changed',
    () =>
      render(ReminderEditor, {
        ...{
          decisions: make(() => new Decisions())[0],
          reminder: REMINDER,
          onclose: nothing
        }
      }),
    ...(['Your words', 'Look at th'] as const)
  ]
];

beforeEach(startAnew);

test.each(FORMS)('%s', async (_, show, label, typed, open) => {
  const field = () => page.getByLabelText(label).last();
  await show();
  await open?.();
  await field().fill(typed);
  cleanup();
  await expect.poll(() => db.drafts.count()).toBe(1);
  await show();
  await expect.element(field()).toHaveValue(typed);
});

test('days off that could not be saved stay in the form', async () => {
  await render(AwayDaysForm, { today: '2026-11-22', onadd: never });
  const field = page.getByLabelText('First day');
  await field.fill('2026-12-24');
  await press('Add time off');
  await expect.poll(() => db.drafts.count()).toBe(1);
  await expect.element(field).toHaveValue('2026-12-24');
});

test.each([
  [
    'acts',
    () => render(ActsEditor, { ...acts, acts: [{ name: 'kiss' }, { name: 'helped' }] }),
    (act: string) => ({ press: `Rename: ${act}`, field: `New name for ${act}` }),
    ['a kiss', 'helped']
  ],
  [
    'ideas',
    () =>
      render(IdeasEditor, {
        ...ideas,
        ideas: addIdea(ideas.ideas, { id: 'two', text: 'Row', tags: [] })
      }),
    (idea: string) => ({ press: `Edit: ${idea}`, field: `Edit: ${idea}` }),
    ['Feed the ducks', 'Row']
  ]
] as const)('each of two %s keeps the words that it’s given', async (_, show, names, all) => {
  await show();
  for (const [at, one] of all.entries()) {
    await press(names(one).press);
    await page.getByLabelText(names(one).field).fill(`words ${at}`);
  }
  cleanup();
  const kept = async () => JSON.stringify(await db.drafts.toArray());
  await expect.poll(kept).toMatch(/words 0.*words 1/);
  await show();
  for (const [at, one] of all.entries()) {
    await expect.element(page.getByLabelText(names(one).field)).toHaveValue(`words ${at}`);
  }
});

test('acts that could not be saved stay in their fields', async () => {
  await render(ActsEditor, acts);
  const own = page.getByLabelText('An act of your own');
  await own.fill('walked the dog');
  await press('Add');
  await expect
    .poll(() => db.drafts.toArray())
    .toMatchObject([{ value: { own: 'walked the dog' } }]);
  await expect.element(own).toHaveValue('walked the dog');
  await press('Rename: a kiss');
  const name = page.getByLabelText('New name for a kiss');
  await name.fill('a real kiss');
  await press('Save');
  await expect
    .poll(() => db.drafts.toArray())
    .toMatchObject([{ value: { renamed: [{ words: 'a real kiss' }] } }]);
  await expect.element(name).toHaveValue('a real kiss');
});

test('a suggestion shows its own time, and leaves the words that were typed', async () => {
  const [decisions] = make(() => new Decisions());
  const show = (suggested?: ReminderFacts) =>
    render(ReminderEditor, { decisions, ...(suggested && { suggested }), onclose: nothing });
  await show();
  await choose('my own words');
  await page.getByLabelText('Your words').fill('Look up');
  cleanup();
  await expect.poll(() => db.drafts.count()).toBe(1);
  await show({ text: '', days: [6, 7], times: { kind: 'fixed', at: [600] } });
  await expect.element(page.getByLabelText('Your words')).toHaveValue('Look up');
  await expect.element(page.getByLabelText('Time 1', { exact: true })).toHaveValue('10:00');
  await expect.element(page.getByRole('checkbox', { name: 'Monday' })).not.toBeChecked();
  cleanup();
  // And without the suggestion, the form goes on where it was left.
  await show();
  await expect.element(page.getByLabelText('Time 1', { exact: true })).toHaveValue('10:00');
});

test.each([
  ['turned off', { isOn: false }, undefined],
  ['given other words', { text: 'Look there' }, ['Look there']]
])('what is written about a reminder that another tab has %s', async (_, change, other) => {
  await db.transaction('rw', db.reminders, () => db.reminders.put(REMINDER));
  const { stop } = watch(() => reminders.all);
  await render(ReminderEditor, {
    ...{ decisions: make(() => new Decisions())[0], reminder: REMINDER, onclose: nothing }
  });
  await page.getByLabelText('Your words').fill('Look up');
  await db.transaction('rw', db.reminders, () =>
    db.reminders.put({ ...REMINDER, ...change, updatedAt: 2, sequence: 1 })
  );
  await expect.poll(() => reminders.all?.[0]?.updatedAt).toBe(2);
  await press('Save');
  if (other) await expect.poll(() => clash.asked?.other?.[0]).toContain(other[0]);
  else await expect.poll(() => reminders.all?.[0]).toMatchObject({ text: 'Look up', isOn: false });
  expect(clash.asked !== undefined).toBe(other !== undefined);
  clash.asked?.choose(false);
  stop();
});
