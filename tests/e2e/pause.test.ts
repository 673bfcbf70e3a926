import type { PauseMade } from '../../src/lib/practices/pause/record.ts';
import { held, put } from './seed.ts';
import { expect, test, type Page } from './test.ts';

test.use({ hasWorker: false });

const NOON = new Date('2026-11-22T12:00+01:00');
const MINUTE = 60_000;

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name });
const status = (page: Page) => page.getByRole('status').filter({ hasText: /^(Saved|Changed|Del)/ });

/** A pause of days ago, in which a walk helped. */
const walked = (number: number): PauseMade => ({
  id: `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`,
  at: NOON.getTime() - number * 86_400_000,
  day: `2026-11-${22 - number}`,
  zone: 'Europe/Berlin',
  updatedAt: NOON.getTime(),
  trigger: 'no answer',
  feeling: `uneasy ${number}`,
  because: 'it is late',
  before: 8,
  after: 4,
  ways: ['walk'],
  helped: ['walk'],
  alsoHelped: ''
});

/** Leaves a pause in its first words, and comes back on the day after. */
async function leaveForADay(page: Page) {
  await page.clock.install({ time: NOON });
  await page.goto('/practice/pause/');
  await button(page, 'Just put it into words').click();
  await page.getByRole('textbox', { name: 'What brought this on?' }).fill('no answer');
  await page.clock.runFor(1000);
  await expect.poll(() => held(page, 'drafts')).toContain('no answer');
  await page.clock.fastForward(26 * 60 * MINUTE);
  await page.reload();
  await expect(
    page.getByText('Your last pause is saved just as you left it: no answer')
  ).toBeVisible();
}

test('from the log in one tap, and breathing in one more, by the clock also after a reload', async ({
  page
}) => {
  await page.clock.install({ time: NOON });
  await page.goto('/');
  await page.getByRole('link', { name: 'Pause' }).click();
  await button(page, /^Breathe slowly/).click();
  await expect(heading(page, 'Breathe slowly')).toBeFocused();
  await expect(page.getByRole('timer')).toHaveText(/^(5:00|4:5\d) left$/);
  await page.clock.fastForward(2 * MINUTE);
  await page.reload();
  await expect(page.getByRole('timer')).toHaveText(/^2:5\d left$/);
  await page.clock.fastForward(3 * MINUTE);
  await expect(heading(page, 'You took time to breathe. Well done.')).toBeVisible();
  await page.getByRole('checkbox', { name: 'This helped' }).check();
  await page.getByRole('slider', { name: 'How strong was the feeling at first?' }).fill('8');
  await page.getByRole('slider', { name: 'How strong is the feeling now?' }).fill('2');
  await button(page, 'Save').click();
  await expect(status(page)).toContainText('Saved: Breathe slowly');
  await page.locator('summary', { hasText: 'Breathe slowly' }).click();
  await expect(page.getByText('8 → 2')).toBeVisible();
});

test('another length counts from the start; one that was left at once was not done', async ({
  page
}) => {
  await page.clock.install({ time: NOON });
  await page.goto('/practice/pause/');
  await button(page, /^A brisk walk/).click();
  await page.getByRole('radio', { name: '20 min' }).check();
  await expect(page.getByRole('timer')).toHaveText(/^(20:00|19:5\d) left$/);
  await button(page, 'Stop here').click();
  await expect(button(page, /^Breathe slowly/)).toBeVisible();
  await expect(page.getByText('Not saved yet')).toBeHidden();
});

test('words come one question at a time, and are there again after a reload', async ({ page }) => {
  await page.goto('/practice/pause/');
  // On a busy machine the ways show before it's known what was left here.
  await page.locator('.start.isReady').waitFor();
  await button(page, /^Five senses/).click();
  await expect(heading(page, '5 things you can see')).toBeFocused();
  await button(page, 'Next').click();
  await expect.poll(() => held(page, 'drafts')).toContain('"place":1');
  await page.reload();
  await expect(heading(page, '4 things you can feel')).toBeVisible();
  for (const next of ['3 things', '2 things', '1 thing']) {
    await button(page, 'Next').click();
    await expect(heading(page, new RegExp(`^${next}`))).toBeFocused();
  }
  await button(page, 'Done').click();
  await button(page, 'Put it into words').click();
  await page.getByRole('textbox', { name: 'What brought this on?' }).fill('no answer');
  await button(page, 'anxious').click();
  await button(page, 'hurt').click();
  const because = page.getByRole('textbox', { name: 'because' });
  await because.fill('I am afraid of them');
  await expect(page.getByText('There are people who can help now')).toBeVisible();
  await because.fill('it is late');
  await expect(page.getByText('There are people who can help now')).toBeHidden();
  await expect.poll(() => held(page, 'drafts')).toContain('it is late');
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'I think I feel' })).toHaveValue('anxious, hurt');
  await button(page, 'hurt').click();
  await button(page, 'Next').click();
  await button(page, 'Back').click();
  await expect(page.getByRole('textbox', { name: 'What brought this on?' })).toHaveValue(
    'no answer'
  );
  await button(page, 'Next').click();
  await page.getByRole('checkbox', { name: 'Five senses' }).check();
  await button(page, 'Save').click();
  await expect(status(page)).toContainText('Saved: no answer');
  await expect(page.locator('#content')).toBeFocused();
  await button(page, 'Undo').click();
  await expect(heading(page, 'What helped?')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Five senses' })).toBeChecked();
  await button(page, 'Not now').click();
  await button(page, 'Discard').click();
  await expect(page.getByText('Discarded: no answer')).toBeVisible();
  await button(page, 'Undo').click();
  await button(page, 'Save').click();
  await expect(status(page)).toContainText('Saved: no answer');
  await page.locator('summary', { hasText: 'no answer' }).click();
  await expect(page.locator('details', { hasText: 'no answer' })).toContainText('anxious');
  const next = page.getByRole('complementary', { name: 'One next step, if you like' });
  await next.getByRole('button', { name: 'I waited' }).click();
  await expect(status(page)).toContainText('Saved: I waited');
  await expect(next.getByRole('button', { name: 'I waited' })).toBeDisabled();
  await next.getByRole('link', { name: 'Three questions' }).click();
  await expect(page.getByRole('textbox', { name: 'What are you afraid is true?' })).toHaveValue(
    'it is late'
  );
});

test('what was left long ago is kept as it was, and is not in the way', async ({ page }) => {
  await leaveForADay(page);
  await expect(page.locator('summary', { hasText: 'no answer' })).toContainText('22 Nov 2026');
  await expect(button(page, /^Breathe slowly/)).toBeVisible();
});

test('what was kept as it was left can be gone on with instead', async ({ page }) => {
  await leaveForADay(page);
  await button(page, 'Undo').click();
  const trigger = page.getByRole('textbox', { name: 'What brought this on?' });
  await expect(trigger).toHaveValue('no answer');
  await page.clock.runFor(1000);
  await expect.poll(() => held(page, 'drafts')).toContain('no answer');
  await page.reload();
  await expect(trigger).toHaveValue('no answer');
});

test('what was only named before a pause does not stand there the day after', async ({ page }) => {
  await page.clock.install({ time: NOON });
  await page.goto('/practice/pause/');
  await page.getByRole('textbox', { name: 'What brought this on?' }).fill('no answer');
  await page.getByRole('slider', { name: 'How strong is the feeling?' }).fill('9');
  await page.clock.runFor(1000);
  await expect.poll(() => held(page, 'drafts')).toContain('"before":9');
  await page.clock.fastForward(26 * 60 * MINUTE);
  await page.reload();
  await expect(
    page.getByText('Your last pause is saved just as you left it: no answer')
  ).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'What brought this on?' })).toHaveValue('');
});

test('earlier pauses are searched, changed and deleted, and both are undone', async ({ page }) => {
  await page.goto('/practice/pause/');
  await page.locator('[data-ready]').waitFor({ state: 'attached' });
  await put(page, 'groundings', [1, 2, 3, 4, 5].map(walked));
  await page.reload();
  await page.getByRole('searchbox').fill('uneasy 3');
  await expect(page.getByText('1 match')).toBeVisible();
  await page.locator('summary', { hasText: 'no answer' }).click();
  await button(page, 'Edit').click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'because' }).fill('no reason');
  await expect.poll(() => held(page, 'drafts')).toContain('no reason');
  await page.reload();
  await expect(page.getByRole('dialog').getByLabel('because')).toHaveValue('no reason');
  await button(page, 'Save').click();
  await expect(status(page)).toContainText('Changed: no answer');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.getByRole('searchbox').fill('uneasy 3');
  await page.locator('summary', { hasText: 'no answer' }).click();
  await expect(page.getByText('no reason')).toBeVisible();
  await button(page, 'Undo').click();
  await expect(page.getByText('no reason')).toBeHidden();
  await button(page, 'Delete').click();
  await expect(page.getByText('No matches.')).toBeVisible();
  await button(page, 'Undo').click();
  await expect(page.getByText('1 match')).toBeVisible();
});

test('what helped most with a trigger comes first, and the page says why', async ({ page }) => {
  await page.goto('/practice/pause/');
  const ways = page.getByRole('region', { name: 'Ways to settle' }).getByRole('listitem');
  await expect(ways.first()).toContainText('Breathe slowly');
  await page.locator('[data-ready]').waitFor({ state: 'attached' });
  await put(page, 'groundings', [1, 2].map(walked));
  await page.reload();
  await page.getByRole('group', { name: 'Pick one' }).getByText('no answer').click();
  await expect(
    page.getByText('After a few pauses, you’ll see here what helps you most.')
  ).toBeVisible();
  await expect(ways.first()).toContainText('Breathe slowly');
  await put(page, 'groundings', [walked(3)]);
  await page.reload();
  await page.getByRole('textbox', { name: 'What brought this on?' }).fill('No answer');
  await expect(ways.first()).toContainText('A brisk walk');
  await expect(page.getByText('This has helped you before')).toBeVisible();
  await page.getByRole('textbox', { name: 'What brought this on?' }).fill('something else');
  await expect(ways.first()).toContainText('Breathe slowly');
});

test('a shared break has a time to come back, shows what is left on return, and can go on', async ({
  page
}) => {
  await page.clock.install({ time: NOON });
  await page.goto('/practice/pause/');
  await button(page, /^A break for you both/).click();
  await expect(page.getByRole('radio', { name: '12:21 · 20 min' })).toBeChecked();
  await expect(page.getByText('I’ll be back at 12:21')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Go to Safety' })).toBeVisible();
  await page.getByRole('radio', { name: 'Another time' }).check();
  await button(page, 'Start the break').click();
  await expect(page.getByRole('alert').filter({ hasText: 'Choose a time' })).toBeVisible();
  await page.locator('input[type="time"]').fill('12:30');
  await button(page, 'Start the break').click();
  await expect(heading(page, 'On a break until 12:30')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Go to Safety' })).toBeVisible();
  await page.goto('/balance/');
  await page.clock.fastForward(20 * MINUTE);
  await page.goto('/practice/pause/');
  await expect(page.getByRole('timer')).toHaveText(/^(10:00|9:\d\d) left$/);
  await page.clock.fastForward(10 * MINUTE);
  await expect(heading(page, 'It’s 12:30, the time you agreed on')).toBeVisible();
  await button(page, '20 more minutes').click();
  await expect(page.getByRole('timer')).toHaveText(/^(20:00|19:\d\d) left$/);
  await button(page, 'I’m back').click();
  await expect(button(page, /^Breathe slowly/)).toBeVisible();
});

test('the log shows what runs, leads back to it, and puts what is over away', async ({ page }) => {
  await page.clock.install({ time: NOON });
  await page.goto('/practice/pause/');
  await button(page, /^A brisk walk/).click();
  await expect(page.getByRole('timer')).toBeVisible();
  await expect.poll(() => held(page, 'settings')).toContain('timer');
  await page.goto('/');
  const card = page.getByRole('region', { name: 'A pause is running' });
  await expect(card).toContainText('Until 12:10. 10 min left.');
  await card.getByRole('link', { name: 'Open' }).click();
  await expect(page.getByRole('timer')).toBeVisible();
  await expect.poll(() => held(page, 'settings')).toContain('timer');
  await page.goto('/');
  await expect(card).toBeVisible();
  await page.clock.fastForward(11 * MINUTE);
  const over = page.getByRole('region', { name: 'Time’s up' });
  await expect(over).toContainText('Ended at 12:10.');
  await over.getByRole('button', { name: 'Done' }).click();
  await expect(over).toBeHidden();
  await button(page, 'Undo').click();
  await over.getByRole('link', { name: 'Open' }).click();
  await expect(heading(page, 'You got yourself moving. Well done.')).toBeVisible();
});

test('what is over comes back to the log also where something else is due by then', async ({
  page
}) => {
  await page.clock.install({ time: NOON });
  await page.goto('/practice/pause/');
  await button(page, /^A brisk walk/).click();
  await expect(page.getByRole('timer')).toBeVisible();
  await expect.poll(() => held(page, 'settings')).toContain('timer');
  await put(page, 'promises', [
    { ...walked(1), text: 'Call the plumber', by: 'me', due: '2026-11-21' }
  ]);
  await page.goto('/');
  await page.clock.fastForward(11 * MINUTE);
  const over = page.getByRole('region', { name: 'Time’s up' });
  await over.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('region', { name: 'Call the plumber' })).toBeVisible();
  await button(page, 'Undo').click();
  await expect(over).toBeVisible();
});

test('the screen is kept on while breathing, and again on return', async ({ page }) => {
  await page.addInitScript(() => {
    const counts = { asked: 0, released: 0 };
    const lock = () => ({ released: false, release: async () => void (counts.released += 1) });
    let held: ReturnType<typeof lock> | undefined;
    Object.defineProperty(navigator, 'wakeLock', {
      value: {
        request: async () => {
          counts.asked += 1;
          return (held = lock());
        }
      }
    });
    Object.assign(window, { counts, goDark: () => held && (held.released = true) });
  });
  const counts = () =>
    page.evaluate(() => (window as unknown as { counts: Record<string, number> }).counts);
  await page.goto('/practice/pause/');
  await button(page, /^A brisk walk/).click();
  await expect(page.getByRole('timer')).toBeVisible();
  expect(await counts()).toEqual({ asked: 0, released: 0 });
  await button(page, 'Stop here').click();
  await button(page, /^Breathe slowly/).click();
  await expect.poll(counts).toEqual({ asked: 1, released: 0 });
  await page.evaluate(() => {
    // The browser lets go by itself where the page goes out of sight.
    (window as unknown as { goDark: () => void }).goDark();
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await expect.poll(counts).toEqual({ asked: 2, released: 0 });
  await button(page, 'Stop here').click();
  await expect.poll(counts).toEqual({ asked: 2, released: 1 });
});

test.describe('on a device that can be felt', () => {
  test.use({ hasTouch: true, isMobile: true });

  test('the breath is heard and felt where that is chosen, and the choice is remembered', async ({
    page
  }) => {
    await page.addInitScript(() => {
      const felt: unknown[] = [];
      navigator.vibrate = (pattern) => felt.push(pattern) > 0;
      const heard: AudioContext[] = [];
      class Heard extends AudioContext {
        constructor() {
          super();
          heard.push(this);
        }
      }
      Object.assign(window, { felt, heard, AudioContext: Heard });
    });
    const felt = () => page.evaluate(() => (window as unknown as { felt: number[][] }).felt);
    const heard = () =>
      page.evaluate(() =>
        (window as unknown as { heard: AudioContext[] }).heard.map(({ state }) => state)
      );
    await page.goto('/practice/pause/');
    await button(page, /^Breathe slowly/).click();
    await expect(page.getByRole('timer')).toBeVisible();
    expect(await heard()).toEqual([]);
    expect(await felt()).toEqual([]);
    await button(page, 'Sound').click();
    await expect.poll(heard).toEqual(['running']);
    await button(page, 'Vibration').click();
    await expect(button(page, 'Vibration')).toHaveAttribute('aria-pressed', 'true');
    await expect.poll(felt).toContainEqual([40, 120, 40]);
    await button(page, 'Stop here').click();
    await expect.poll(heard).toEqual(['closed']);
    await page.reload();
    await button(page, /^Breathe slowly/).click();
    await expect(button(page, 'Sound')).toHaveAttribute('aria-pressed', 'true');
    await expect.poll(heard).toEqual(['running']);
    await button(page, 'Sound').click();
    await expect.poll(heard).toEqual(['closed']);
  });
});

test('the shape moves, and under reduced motion the words alone tell', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await page.clock.install({ time: NOON });
  await page.goto('/practice/pause/');
  await button(page, /^Breathe slowly/).click();
  await expect(page.getByText('Breathe in', { exact: true })).toBeVisible();
  const moving = () => page.evaluate(() => document.getAnimations().length);
  expect(await moving()).toBe(1);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await moving()).toBe(0);
  await page.clock.pauseAt(NOON.getTime() + MINUTE);
  await page.clock.fastForward(MINUTE);
  const words = page.getByText(/^Breathe (in|out)$/);
  const said = new Set<string | null>();
  for (let second = 0; second < 10; second++) {
    await page.clock.runFor(1000);
    said.add(await words.textContent());
  }
  expect([...said].sort()).toEqual(['Breathe in', 'Breathe out']);
});

test('late at night nothing has to be decided, and what was written waits for the morning', async ({
  page
}) => {
  await page.clock.install({ time: new Date('2026-11-22T23:30+01:00') });
  await page.goto('/practice/pause/');
  await expect(page.getByText('It’s late. Let yourself settle first.')).toBeVisible();
  const night = page.getByRole('region', { name: 'It’s late.' });
  await night.getByText('A message you want to send now?').click();
  await night.getByRole('textbox').fill('Where are you?');
  await night.getByRole('button', { name: 'Show on Today at 9:00' }).click();
  await expect(night).toContainText('You’ll see this pause on Today from 9:00');
  await page.clock.fastForward(9 * 60 * MINUTE + 25 * MINUTE);
  await page.goto('/');
  await page.locator('[data-ready]').waitFor({ state: 'attached' });
  const card = page.getByRole('region', { name: 'Where are you?' });
  await expect(card).toBeHidden();
  await page.clock.fastForward(10 * MINUTE);
  await expect(card).toContainText('didn’t send it');
  await card.getByRole('link', { name: 'Say it gently' }).click();
  await expect(page.getByRole('textbox', { name: 'What do you feel like saying' })).toHaveValue(
    'Where are you?'
  );
  await page.goto('/');
  await card.getByRole('button', { name: 'Done' }).click();
  await expect(card).toBeHidden();
  await button(page, 'Undo').click();
  await expect(card).toBeVisible();
});

test('late at night whoever may be in danger is shown Safety, and isn’t told to wait', async ({
  page
}) => {
  await page.clock.install({ time: new Date('2026-11-22T23:30+01:00') });
  await page.goto('/practice/pause/');
  await button(page, 'Just put it into words').click();
  await page.getByRole('textbox', { name: 'because' }).fill('he hit me');
  await button(page, 'Next').click();
  await button(page, 'Save').click();
  const next = page.getByRole('complementary', { name: 'One next step, if you like' });
  await expect(next.getByRole('link', { name: /Safety/ })).toBeVisible();
  await expect(next.getByRole('button', { name: 'I waited' })).toBeHidden();
  await expect(page.getByText('Nothing has to be decided tonight')).toBeHidden();
});

test('a message that was written at night and left there is on Today in the morning', async ({
  page
}) => {
  await leaveAtNight(page);
  const card = page.getByRole('region', { name: 'Where are you?' });
  await expect(card).toContainText('didn’t send it');
  await card.getByRole('link', { name: 'Open' }).click();
  await expect(page.getByRole('dialog').getByLabel('Written at night, not sent')).toHaveValue(
    'Where are you?'
  );
});

test('breathing that was left running doesn’t keep it back', async ({ page }) => {
  await leaveAtNight(page, () => page.getByRole('button', { name: 'Breathe slowly' }).click());
  await expect(page.getByRole('region', { name: 'Where are you?' })).toBeVisible();
});

/** Writes a message at one in the morning, closes the app, and opens Today after nine. */
async function leaveAtNight(page: Page, before = () => Promise.resolve()): Promise<void> {
  await page.clock.install({ time: new Date('2026-11-23T01:00+01:00') });
  await page.goto('/practice/pause/');
  const night = page.getByRole('region', { name: 'It’s late.' });
  await night.getByText('A message you want to send now?').click();
  await night.getByRole('textbox').fill('Where are you?');
  await page.clock.runFor(1000);
  await expect.poll(() => held(page, 'drafts')).toContain('Where are you?');
  await before();
  await page.clock.runFor(1000);
  await page.goto('about:blank');
  await page.clock.fastForward(8 * 60 * MINUTE + 5 * MINUTE);
  await page.goto('/');
}

test('in the morning nobody reads on Today what speaks of danger', async ({ page }) => {
  await page.clock.install({ time: NOON });
  await page.goto('/practice/pause/');
  await page.locator('[data-ready]').waitFor({ state: 'attached' });
  const lookAt = NOON.getTime() - MINUTE;
  await put(page, 'groundings', [{ ...walked(1), because: 'he hit me', lookAt }]);
  await page.goto('/');
  const card = page.getByRole('region', { name: 'A pause you saved' });
  await expect(card.getByRole('link', { name: 'Open' })).toBeVisible();
  await expect(card.getByRole('link', { name: 'Three questions' })).toBeHidden();
  await expect(page.getByText('he hit me')).toBeHidden();
});
