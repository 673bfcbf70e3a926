import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import { DEFAULT_RULES, type Reminder } from '#lib/reminders/model/reminder.ts';
import WhenFields from '#lib/practices/checkIn/WhenFields.svelte';
import { startTicking, untilNext } from '#lib/reminders/notify/ticker.ts';
import PlanMaker from '#lib/reminders/ui/PlanMaker.svelte';
import PromptCard from '#lib/reminders/ui/PromptCard.svelte';
import ReminderCard from '#lib/reminders/ui/ReminderCard.svelte';
import ReminderEditor from '#lib/reminders/ui/ReminderEditor.svelte';
import { newReminder } from '#lib/reminders/model/reminderDraft.ts';
import { factsOf, type ReminderFacts } from '#lib/reminders/ui/reminderFields.ts';
import { Decisions } from '#lib/reminders/ui/reminderList.svelte.ts';
import { db } from '../database.ts';
import { make } from '../making.svelte.ts';
import { startAnew } from '../ground.ts';

// Half-written forms are read from the database, which earlier tests may have left locked.
beforeEach(startAnew);

describe('the form of a reminder', () => {
  const PLAN: ReminderFacts = {
    text: '',
    plan: { cue: 'we eat', action: 'I thank them' },
    days: [1, 2, 3, 4, 5],
    times: { kind: 'fixed', at: [1080] }
  };

  /** Opens the form. Resolves with what reads the reminder as it's saved. */
  async function open(facts: ReminderFacts = PLAN) {
    const reminder = newReminder({ ...facts, isOn: true }, { id: 'one', now: 1 });
    await db.transaction('rw', db.reminders, () => db.reminders.put(reminder));
    const [decisions] = make(() => new Decisions());
    let isClosed = false;
    const onclose = () => (isClosed = true);
    await render(ReminderEditor, { decisions, reminder, onclose });
    return async () => {
      await expect.poll(() => isClosed).toBe(true);
      const saved = await db.reminders.get('one');
      return saved && factsOf(saved);
    };
  }

  const choose = (name: string) => page.getByRole('radio', { name, exact: true }).click();
  const box = (name: string) => page.getByRole('checkbox', { name });
  const save = () => page.getByRole('button', { name: 'Save' }).click();
  const refusal = page.getByRole('alert').last();

  test('what is not touched is kept as it was', async () => {
    const saved = await open({ ...PLAN, quiet: { from: 1320, to: 420 } });
    await save();
    expect(await saved()).toEqual({ ...PLAN, quiet: { from: 1320, to: 420 } });
  });

  test('a plan is written in own words, and needs both halves', async () => {
    const saved = await open();
    await page.getByLabelText('If …', { exact: true }).fill('  ');
    await save();
    await expect.element(refusal).toHaveTextContent('Say what it’s about first.');
    await page.getByLabelText('If …', { exact: true }).fill(' the kettle boils ');
    await save();
    expect((await saved())?.plan).toEqual({ cue: 'the kettle boils', action: 'I thank them' });
  });

  test('own words on some days, at several times', async () => {
    const saved = await open();
    await choose('my own words');
    await page.getByLabelText('Your words').fill('Look up');
    await box('Monday').click();
    await box('Sunday').click();
    await page.getByRole('button', { name: 'Another time' }).click();
    await page.getByLabelText('Time 2', { exact: true }).fill('07:30');
    await save();
    expect(await saved()).toEqual({
      text: 'Look up',
      days: [2, 3, 4, 5, 7],
      times: { kind: 'fixed', at: [450, 1080] }
    });
  });

  test('prompts from the small acts come at random in a window, outside quiet hours', async () => {
    const saved = await open();
    await choose('a small act to look for');
    await choose('at random times');
    await page.getByRole('button', { name: 'More: About how many times a day' }).click();
    await page.getByLabelText('Earliest', { exact: true }).fill('10:00');
    await page.getByLabelText('Latest', { exact: true }).fill('09:00');
    await save();
    await expect
      .element(refusal)
      .toHaveTextContent('The second time must be later than the first.');
    await page.getByLabelText('Latest', { exact: true }).fill('20:00');
    await box('Quiet hours').click();
    await page.getByLabelText('From', { exact: true }).fill('13:00');
    await page.getByLabelText('Until', { exact: true }).fill('14:00');
    await save();
    expect(await saved()).toEqual({
      text: '',
      days: [1, 2, 3, 4, 5],
      times: { kind: 'spread', count: 3, from: 600, to: 1200 },
      quiet: { from: 780, to: 840 }
    });
  });

  test('without a day, or with quiet hours over all of its times, it would never come', async () => {
    const never: ReminderFacts = { ...PLAN, days: [6], quiet: { from: 1080, to: 1081 } };
    await open(never);
    await save();
    await expect
      .element(refusal)
      .toHaveTextContent('All its times are in quiet hours, so you’d never see it.');
    await box('Saturday').click();
    await save();
    await expect.element(refusal).toHaveTextContent('Choose at least one day.');
    expect(await db.reminders.get('one')).toMatchObject(never);
  });

  test('a time is taken away; one that is left empty is not a time', async () => {
    const saved = await open({ ...PLAN, times: { kind: 'fixed', at: [480, 1080] } });
    await page.getByRole('button', { name: 'Remove: Time 1' }).click();
    await page.getByLabelText('Time 1', { exact: true }).fill('');
    await save();
    await expect.element(refusal).toHaveTextContent('Give it a time.');
    await page.getByLabelText('Time 1', { exact: true }).fill('18:30');
    await save();
    expect((await saved())?.times).toEqual({ kind: 'fixed', at: [1110] });
  });
});

describe('making a plan', () => {
  async function show() {
    const made: ReminderFacts[] = [];
    const written: ReminderFacts[] = [];
    await render(PlanMaker, {
      onmake: (plan) => made.push(plan),
      onwrite: (plan) => written.push(plan)
    });
    return { made, written };
  }

  const choose = (name: string) => page.getByRole('radio', { name, exact: true }).click();

  test('three taps make a plan', async () => {
    const { made } = await show();
    await choose('we meet again after work');
    await choose('I look for one small act');
    await page.getByRole('button', { name: /^around (18:00|6:00 PM)$/ }).click();
    expect(made).toEqual([
      {
        text: '',
        plan: { cue: 'we meet again after work', action: 'I look for one small act' },
        days: [1, 2, 3, 4, 5],
        times: { kind: 'fixed', at: [1080] },
        quiet: { from: 1320, to: 420 }
      }
    ]);
  });

  test('what was chosen so far can be written on', async () => {
    const { written } = await show();
    await choose('we go to bed');
    await page.getByRole('button', { name: 'Write it in my own words' }).click();
    expect(written).toEqual([
      {
        text: '',
        plan: { cue: 'we go to bed', action: '' },
        days: [1, 2, 3, 4, 5, 6, 7],
        times: { kind: 'fixed', at: [1320] }
      }
    ]);
  });
});

describe('the card of a prompt', () => {
  /** Shows the card and keeps how it was answered. */
  async function show(act: string | undefined, isRequested = false) {
    const given: unknown[] = [];
    await render(PromptCard, {
      text: 'If we eat, then I look for one small act.',
      act,
      acts: ['kiss', 'a map', 'helped'],
      isRequested,
      onyes: (facts) => given.push(facts),
      onlater: (reply) => given.push(reply)
    });
    return given;
  }

  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

  test('one tap says yes to the act that it names', async () => {
    const given = await show('helped');
    await press('Yes, they helped me');
    expect(given).toEqual([{ kind: 'act', by: 'partner', act: 'helped' }]);
  });

  test.each([
    ['checked-in', 'Yes, they checked in with me'],
    ['asked', 'Yes, they asked about my day'],
    ['brought', 'Yes, they brought me something'],
    ['remembered', 'Yes, they remembered'],
    ['thanked', 'Yes, they thanked me'],
    ['touch', 'Yes, they gave me a gentle touch'],
    ['kiss', 'Yes, they kissed me'],
    ['laugh', 'Yes, they made me laugh'],
    ['time', 'Yes, they made time for me'],
    ['interest', 'Yes, they showed interest in me'],
    ['good-news', 'Yes, they were happy for me'],
    ['Walked the dog', 'Yes: Walked the dog']
  ])('yes to %s is a person’s answer', async (act, words) => {
    await show(act);
    await expect.element(page.getByRole('button', { name: words, exact: true })).toBeVisible();
  });

  test('another act, a bid, or nothing to log', async () => {
    const given = await show('helped');
    await press('Yes, another…');
    await press('a map');
    await press('I turned toward');
    await press('Yes, nothing to log');
    expect(given).toEqual([
      { kind: 'act', by: 'partner', act: 'a map' },
      { kind: 'bid', by: 'partner', response: 'toward' },
      undefined
    ]);
  });

  test('the act that one tap logs is not offered twice', async () => {
    await show('helped');
    await press('Yes, another…');
    await expect.element(page.getByRole('button', { name: 'helped' })).toBeInTheDocument();
    expect(page.getByRole('button', { name: 'helped' }).elements()).toHaveLength(1);
  });

  test('without acts there is still a yes', async () => {
    const given = await show(undefined);
    await press('Yes, I did');
    await press('Yes, and log…');
    await press('a map');
    expect(given).toEqual([undefined, { kind: 'act', by: 'partner', act: 'a map' }]);
  });

  test('later, and not today', async () => {
    const given = await show('helped');
    await press('Not yet');
    await press('Not today');
    expect(given).toEqual(['not yet', 'not today']);
  });

  test('a card that was asked for takes the focus, another one does not', async () => {
    await show('helped');
    expect(document.activeElement).toBe(document.body);
    await show('helped', true);
    expect(document.activeElement?.textContent).toContain('If we eat');
  });
});

describe('the ticker', () => {
  const MINUTE = 60_000;
  const HOUR = 60 * MINUTE;

  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('looks at once, when it was told to look again, and at least every hour', () => {
    let looks = 0;
    const waits = [5 * MINUTE, Infinity, 3 * HOUR];
    const stop = startTicking(() => waits[looks++] ?? Infinity);
    expect(looks).toBe(1);
    vi.advanceTimersByTime(5 * MINUTE - 1);
    expect(looks).toBe(1);
    vi.advanceTimersByTime(1);
    expect(looks).toBe(2);
    vi.advanceTimersByTime(HOUR);
    expect(looks).toBe(3);
    vi.advanceTimersByTime(HOUR);
    expect(looks).toBe(4);
    stop();
    vi.advanceTimersByTime(9 * HOUR);
    expect(looks).toBe(4);
  });

  test('looks when the page comes into view, until it is stopped', () => {
    let looks = 0;
    const stop = startTicking(() => {
      looks += 1;
      return Infinity;
    });
    document.dispatchEvent(new Event('visibilitychange'));
    expect(looks).toBe(2);
    // The hour begins anew.
    vi.advanceTimersByTime(HOUR);
    expect(looks).toBe(3);
    stop();
    document.dispatchEvent(new Event('visibilitychange'));
    expect(looks).toBe(3);
  });

  test('the soonest of all reminders tells how long to wait', () => {
    const noon = Date.UTC(2026, 2, 1, 12);
    const at = (id: string, minute: number): Reminder => ({
      id,
      createdAt: 0,
      updatedAt: 0,
      text: '',
      days: [1, 2, 3, 4, 5, 6, 7],
      times: { kind: 'fixed', at: [minute] },
      isOn: true,
      sequence: 0
    });
    const until = (reminders: readonly Reminder[]) =>
      untilNext(reminders, [], DEFAULT_RULES, noon, 'UTC');
    expect(until([at('a', 20 * 60), at('b', 12 * 60 + 30), at('c', 9 * 60)])).toBe(30 * MINUTE);
    expect(until([at('c', 12 * 60)])).toBe(24 * HOUR);
    expect(until([])).toBe(Infinity);
  });
});

const unsaved = vi.fn(async () => false);
const nothing = () => undefined;
const evening = { text: 'Look up', days: [1], times: { kind: 'fixed', at: [1080] } } as const;
const card = {
  ...{ reminder: newReminder({ ...evening, isOn: true }, { id: 'one', now: 1 }), next: '' },
  ...{ quietness: 0, after: undefined, calendarHref: undefined },
  ...{ onturn: unsaved, onedit: nothing, onshow: nothing }
};
const weekly = {
  ...{ rules: { isOn: true, weekday: 7, minute: 1080 } as const, firstDay: 1 as const },
  ...{ calendarHref: undefined, isHeld: false, onchange: unsaved }
};

test.each([
  ['switch', () => render(ReminderCard, card)],
  ['checkbox', () => render(WhenFields, weekly)]
] as const)('a %s that could not be saved goes back', async (role, show) => {
  unsaved.mockClear();
  await show();
  const box = page.getByRole(role);
  await expect.element(box).toBeChecked();
  await box.click();
  await expect.poll(() => unsaved.mock.calls.length).toBe(1);
  await expect.element(box).toBeChecked();
});
