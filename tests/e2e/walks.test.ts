import type { Locator } from '@playwright/test';
import { expect, test, type Page } from './test.ts';

/*
 * The shortest way through each practice, as a person goes it at its moment: on a small phone, in the
 * dark, by keys alone. What a screen reader is told is looked at on each screen.
 */

test.use({
  hasWorker: false,
  viewport: { width: 375, height: 667 },
  colorScheme: 'dark'
});

/** Something that is pressed, a field with what is written in it, or minutes that pass. */
type Act = string | RegExp | readonly [field: string, text: string] | number;

const ON = /^(Next|Skip)$/;
const SUNDAY_EVENING = '2026-11-22T19:30';
const LATE = '2026-11-23T23:30';
const NOON = '2026-11-24T12:00';

/** The practice's page, its moment, the headings of its screens with what is done on each, and what is seen at the end. */
const WALKS: readonly [string, string, readonly [string, ...Act[]][], string | RegExp][] = [
  [
    'pause',
    LATE,
    [
      ['Pause', /^Breathe slowly/],
      ['Breathe slowly', 5],
      ['You took time to breathe. Well done.', 'Save'],
      ['It’s late. Nothing has to be decided tonight.', 'Enough for now']
    ],
    'Today'
  ],
  [
    'questions',
    LATE,
    [
      [
        'What are you afraid is true?',
        ['What are you afraid is true?', 'That she’s tired of me'],
        ON
      ],
      ['Is this about now, or does it come from the past?', ON],
      ['What’s the evidence for your fear? And against it?', ON],
      ['What would I tell a friend in my place?', 'Save']
    ],
    /^Saved/
  ],
  [
    'thought',
    LATE,
    [
      ['What’s the thought?', ['What’s the thought?', 'She must be pulling away'], ON],
      ['What’s the evidence for it? And against it?', ON],
      ['What’s another way to see it?', ON],
      ['How much do I believe the first thought now?', 'Save']
    ],
    /^Saved/
  ],
  [
    'fear',
    LATE,
    [
      ['What am I afraid will happen?', ['I’m afraid that …', 'he cancels'], ON],
      ['What’s the evidence for your fear? And against it?', ON],
      ['By when will I know?', 'Save']
    ],
    /^Saved/
  ],
  [
    'gently',
    NOON,
    [
      ['What do you feel like saying right now?', ON],
      ['What can you see from their side?', ON],
      ['What do you feel, and about what?', ON],
      ['What would you like?', ['I’d like …', 'a walk'], 'Save']
    ],
    /^Saved/
  ],
  [
    'making-up',
    NOON,
    [
      ['What did you do?', ['What did you do?', 'I raised my voice.'], ON],
      ['What was it like for them?', ON],
      ['What will you do now?', 'Save']
    ],
    'Your words are ready'
  ],
  [
    'check-in',
    SUNDAY_EVENING,
    [
      ['Are you alone, or together?', ON],
      ['One thing to say thank you for', ['Thank-you 1', 'Thank you for the soup.'], ON],
      ['How has your week felt?', ON],
      ['One thing to look forward to', 'Save check-in']
    ],
    /^Done/
  ],
  [
    'openness',
    NOON,
    [['Openness', ['Just for you, in your own words', 'The lunch with Jo'], 'Save note']],
    'Openness'
  ],
  [
    'promises',
    NOON,
    [['A new promise', ['What’s the promise?', 'Call'], 'tomorrow', 'Save promise']],
    'Open promises'
  ],
  [
    'agreements',
    NOON,
    [['A new agreement', ['What have you two agreed?', 'Phones away'], 'Save agreement']],
    'Phones away'
  ],
  ['together', NOON, [['Plan something', ['What', 'A walk'], 'Save plan']], 'A walk'],
  ['help', LATE, [['Four questions to ask yourself', 'Yes']], 'When to get help'],
  ['ground', NOON, [['What I did', 'I got in touch with a friend']], 'My own ground'],
  [
    'roots',
    NOON,
    [['Something new', ['What does it remind you of?', 'The empty house.'], 'Save']],
    'What it reminds you of'
  ],
  [
    'two/questions',
    SUNDAY_EVENING,
    [['Questions for two', 'Draw a question', 'Another question']],
    'Questions for two'
  ],
  [
    'two/listening',
    SUNDAY_EVENING,
    [
      ['One of you speaks', 'I’ve said it'],
      ['Say back what you heard', 'Yes, that’s it'],
      ['Now the other one speaks', 'I’ve said it'],
      ['Say back what you heard', 'Yes, that’s it']
    ],
    'You’ve both been heard'
  ],
  [
    'two/breathing',
    SUNDAY_EVENING,
    [
      ['Breathe together', 'Breathe for three minutes'],
      ['Breathe slowly', 'Stop here']
    ],
    'Breathe together'
  ]
];

const main = (page: Page) => page.getByRole('main');

/** Presses Tab until the focus is there. */
async function tabTo(page: Page, target: Locator) {
  await expect(target).toBeVisible();
  await expect(async () => {
    if (!(await target.evaluate((node) => node === document.activeElement)))
      await page.keyboard.press('Tab');
    expect(await target.evaluate((node) => node === document.activeElement)).toBe(true);
  }).toPass({ intervals: [0] });
}

async function act(page: Page, what: Act) {
  if (typeof what === 'number') return page.clock.fastForward(what * 60_000);
  if (Array.isArray(what)) {
    await tabTo(page, main(page).getByRole('textbox', { name: what[0] }).first());
    return page.keyboard.type(what[1]);
  }
  const name = what as string | RegExp;
  const pressed = main(page).getByRole('button', { name, exact: true });
  await tabTo(page, pressed.or(main(page).getByRole('link', { name, exact: true })).first());
  return page.keyboard.press('Enter');
}

/** Looks at a screen as it's read aloud: all that can be used has a name. */
async function look(page: Page, name: string | RegExp) {
  await expect(main(page).getByRole('heading', { name, exact: true }).first()).toBeVisible();
  const read = await main(page).ariaSnapshot();
  expect(read).not.toMatch(/^ *- (button|link|textbox|checkbox|radio|slider|combobox)(:|$| \[)/m);
  const cut = () => document.documentElement.scrollWidth > window.innerWidth;
  expect(await page.evaluate(cut)).toBe(false);
}

for (const [practice, time, screens, end] of WALKS) {
  test(`${practice} is gone through in the dark, on a small phone, by keys alone`, async ({
    page
  }) => {
    expect(screens.length).toBeLessThanOrEqual(4);
    await page.clock.install({ time: new Date(`${time}+01:00`) });
    await page.goto(`/practice/${practice}/`);
    await page.locator('html[data-ready]').waitFor({ state: 'attached' });
    for (const [heading, ...acts] of screens) {
      await look(page, heading);
      for (const what of acts) await act(page, what);
    }
    await look(page, end);
  });
}
