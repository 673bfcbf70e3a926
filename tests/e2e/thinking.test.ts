import { addDays, type Day } from '../../src/lib/time/day.ts';
import { fearRecord, type Fear, type FearFacts } from '../../src/lib/practices/fear/record.ts';
import { thoughtRecord, type Thought } from '../../src/lib/practices/thought/record.ts';
import { barriers } from './barriers.ts';
import { held, put } from './seed.ts';
import { expect, test, type Page } from './test.ts';

test.use({ hasWorker: false });

const SUNDAY = '2026-11-22';

const setDay = (page: Page, day: Day) => page.clock.setFixedTime(new Date(`${day}T20:00:00+01:00`));
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const choose = (page: Page, name: string) =>
  page.getByRole('radio', { name, exact: true }).check({ force: true });
const question = (page: Page, name: string) => page.getByRole('heading', { level: 2, name });
const field = (page: Page, name?: string) =>
  page.getByRole('region', { name: /^Step/ }).getByRole('textbox', name ? { name } : {});
const line = (page: Page) => page.getByRole('status').last();
const theThought = (page: Page) => field(page, 'What’s the thought?');
const theFear = (page: Page) => field(page, 'I’m afraid that …');
const triggerOf = (page: Page) => field(page, 'What set it off, in a few words');
const past = (page: Page) => page.getByRole('region', { name: 'Earlier' });
const openPast = (page: Page, name: string) =>
  past(page).getByRole('listitem').filter({ hasText: name }).locator('summary').click();

async function open(page: Page, path: string, day = SUNDAY) {
  await setDay(page, day);
  await page.goto(path);
  await expect(page.getByRole('region', { name: /^Step/ })).toBeVisible();
}

/** Writes what is asked for and goes on. */
async function answer(page: Page, asked: string, words: string, name?: string) {
  await expect(question(page, asked)).toBeFocused();
  await field(page, name).fill(words);
  await press(page, 'Next');
}

const id = (number: number) => `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`;

/** What every record has, written at noon UTC of a day and some minutes. */
function written(number: number, day: Day) {
  const at = Date.parse(`${day}T12:00Z`) + number * 60_000;
  return { id: id(number), at, day, zone: 'UTC', updatedAt: at };
}

/** A fear of some days ago, asked about a day later. */
function fear(number: number, daysAgo: number, facts: Partial<FearFacts> = {}): Fear {
  const day = addDays(SUNDAY, -daysAgo);
  const by = addDays(day, 1);
  const usual = { ...fearRecord.blank(by), prediction: `Fear ${number}` };
  return { ...written(number, day), ...usual, ...facts };
}

function thought(number: number, before: number, after: number): Thought {
  const facts = thoughtRecord.plain({ thought: `Thought ${number}`, before, after });
  return { ...written(number, SUNDAY), ...facts };
}

test('each question is in view, also above more than fits on the screen', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 568 });
  await open(page, '/practice/thought/');
  await theThought(page).fill('They must be pulling away, once more. '.repeat(12));
  await press(page, 'Next');
  const asked = question(page, 'What’s the evidence for it? And against it?');
  await expect(asked).toBeFocused();
  await expect(asked).toBeInViewport();
});

test('three questions go back and forth, outlive a reload, and lead on to the thought', async ({
  page
}) => {
  await open(page, '/practice/questions/');
  await expect(question(page, 'What are you afraid is true?')).toBeVisible();
  await triggerOf(page).fill('No answer');
  await triggerOf(page).press('Enter');
  await expect(question(page, 'Is this about now, or does it come from the past?')).toBeFocused();
  await choose(page, 'both');
  await field(page).fill('My father left.');
  await press(page, 'Next');
  await press(page, 'Skip');
  await expect(question(page, 'What would I tell a friend in my place?')).toBeFocused();
  await press(page, 'Back');
  await field(page, 'Evidence for it').fill('They said little.');
  await expect.poll(() => held(page, 'drafts')).toContain('They said little.');
  await page.reload();
  await expect(field(page, 'Evidence for it')).toHaveValue('They said little.');
  await expect(page.getByText('You started this earlier. It’s just as you left it.')).toBeVisible();
  await press(page, 'Back');
  await expect(page.getByRole('radio', { name: 'both' })).toBeChecked();
  await expect(field(page)).toHaveValue('My father left.');
  await press(page, 'Next');
  await press(page, 'Next');
  await answerLast(page, 'Ask them tomorrow.');
  await expect(page.getByRole('heading', { name: /^Saved\./ })).toBeFocused();
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /Check the thought/ })
    .click();
  await expect(question(page, 'What’s the thought?')).toBeVisible();
  await expect(page).toHaveURL(/\/practice\/thought\/$/);
  await theThought(page).fill('They are pulling away.');
  await expect(page.getByText('Step 1 of 4')).toBeVisible();
  await press(page, 'Next');
  await expect(field(page, 'Evidence for it')).toHaveValue('They said little.');
  await expect.poll(() => held(page, 'drafts')).toContain('"step":1');
  await page.reload();
  await expect(field(page, 'Evidence for it')).toHaveValue('They said little.');
});

async function answerLast(page: Page, words: string) {
  await field(page).fill(words);
  await press(page, 'Save');
}

test('undoing what was kept puts the words back into the form', async ({ page }) => {
  await open(page, '/practice/questions/');
  await triggerOf(page).fill('No answer');
  await press(page, 'Next');
  await choose(page, 'about now');
  await press(page, 'Save it as it is');
  await expect(past(page)).toContainText('No answer');
  await press(page, 'Undo');
  await expect(page.locator('#content')).toBeFocused();
  await expect(past(page)).toBeHidden();
  await expect(page.getByRole('radio', { name: 'about now' })).toBeChecked();
  await press(page, 'Start over');
  await expect(triggerOf(page)).toHaveValue('');
  await press(page, 'Undo');
  await expect(page.getByRole('radio', { name: 'about now' })).toBeChecked();
});

test('nothing answered is not kept, and says so', async ({ page }) => {
  await open(page, '/practice/questions/');
  await press(page, 'Skip');
  await press(page, 'Skip');
  await press(page, 'Skip');
  await press(page, 'Save');
  await expect(page.getByRole('alert')).toHaveText(/nothing to save yet/);
  await field(page).fill('Ask them.');
  await expect(page.getByRole('alert')).toBeHidden();
});

test('a thought is noticed, challenged and reframed, in four steps or the long form', async ({
  page
}) => {
  await open(page, '/practice/thought/');
  await theThought(page).fill('They are pulling away.');
  await page.getByRole('slider').fill('80');
  await expect(page.getByText('Step 1 of 4')).toBeVisible();
  await choose(page, 'The long form');
  await expect(page.getByText('Step 1 of 6')).toBeVisible();
  await press(page, 'Next');
  await field(page, 'Evidence for it').fill('They said little.');
  await field(page, 'Evidence against it').fill('They kissed me.');
  await press(page, 'Next');
  await field(page, 'What else could it be?').fill('A hard week.');
  await field(page, 'What does it remind you of?').fill('The empty house.');
  await expect.poll(() => held(page, 'drafts')).toContain('The empty house.');
  await page.reload();
  await expect(field(page, 'What does it remind you of?')).toHaveValue('The empty house.');
  await press(page, 'Next');
  await answer(page, 'What would I tell a friend who had this thought?', 'Ask them tomorrow.');
  await expect(page.getByRole('figure', { name: 'To a friend' })).toContainText('Ask them');
  await field(page, 'Have I ever been quiet like that, and why?').fill('When I was tired.');
  await field(page, 'A fairer thought').fill('They may be tired, and I can ask.');
  await page.getByText('Do you recognize a pattern?').first().click();
  for (const name of ['Mind-reading', 'Testing', 'Hinting'])
    await page.getByRole('checkbox', { name }).check();
  await press(page, 'Next');
  await page.getByRole('slider').fill('45');
  const picture = page.getByRole('img', { name: /80 of 100 at first, 45 now/ });
  await expect(picture).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  await press(page, 'Save');
  await expect(page.getByText('It went down by 35.').first()).toBeVisible();
  await openPast(page, 'They are pulling away.');
  await expect(past(page)).toContainText('They may be tired, and I can ask.');
  for (const name of ['Mind-reading', 'Testing', 'Hinting'])
    await expect(past(page)).toContainText(name);
  await page.goto('/practice/roots/');
  await expect(page.getByRole('blockquote')).toHaveText('The empty house.');
});

test('without a thought the way leads back to it', async ({ page }) => {
  await open(page, '/practice/thought/');
  await page.getByText('Step 1 of 4').click();
  await press(page, 'What’s another way to see it?');
  await field(page, 'A fairer thought').fill('They may be tired.');
  await press(page, 'Next');
  await press(page, 'Save');
  await expect(question(page, 'What’s the thought?')).toBeFocused();
  await expect(page.getByRole('alert')).toHaveText(/Write the thought first/);
});

test('an older one is edited, deleted, put back and found, and a half-written new one stays', async ({
  page
}) => {
  await open(page, '/practice/thought/');
  await put(
    page,
    'thoughts',
    [1, 2, 3, 4, 5, 6].map((number) => thought(number, 80, 40))
  );
  await page.reload();
  await theThought(page).fill('Half written');
  await openPast(page, 'Thought 3');
  await past(page).getByRole('button', { name: 'Edit' }).click();
  await expect(page.getByText('You’re editing an earlier one.')).toBeVisible();
  await theThought(page).fill('Thought 3, changed');
  await expect.poll(() => held(page, 'drafts')).toContain('Thought 3, changed');
  await page.reload();
  await expect(theThought(page)).toHaveValue('Thought 3, changed');
  await press(page, 'Save it as it is');
  await expect(past(page)).toContainText('Thought 3, changed');
  await expect(theThought(page)).toHaveValue('Half written');
  await openPast(page, 'Thought 3, changed');
  await past(page).getByRole('button', { name: 'Delete' }).click();
  await expect(past(page)).not.toContainText('Thought 3, changed');
  await expect(past(page).locator('summary', { hasText: 'Thought 2' })).toBeFocused();
  await press(page, 'Undo');
  await expect(past(page)).toContainText('Thought 3, changed');
  await page.getByRole('searchbox').fill('CHANGED');
  await expect(past(page).getByRole('listitem')).toHaveCount(1);
});

test('what is brought waits for another that is half written', async ({ page }) => {
  await open(page, '/practice/thought/');
  await theThought(page).fill('An older thought');
  await expect.poll(() => held(page, 'drafts')).toContain('An older thought');
  await open(page, '/practice/questions/');
  await triggerOf(page).fill('No answer');
  await press(page, 'Next');
  await choose(page, 'both');
  await press(page, 'Save it as it is');
  await page
    .getByRole('navigation')
    .getByRole('link', { name: /Check the thought/ })
    .click();
  await expect(theThought(page)).toHaveValue('An older thought');
  await press(page, 'Save it and start the new one');
  await expect(theThought(page)).toHaveValue('');
  await expect(past(page)).toContainText('An older thought');
  await expect(field(page, 'What brought this on?')).toHaveValue('No answer');
});

test('after a pause its trigger comes along, once', async ({ page }) => {
  await open(page, '/practice/questions/');
  const words = { trigger: 'A closed door', feeling: '', because: '', alsoHelped: '' };
  const facts = { ...words, ways: [], helped: [] };
  await put(page, 'groundings', [{ ...written(1, SUNDAY), ...facts, before: null, after: null }]);
  await open(page, `/practice/questions/?pause=${id(1).slice(-12)}`);
  await expect(question(page, 'What are you afraid is true?')).toBeVisible();
  await expect(page).toHaveURL(/\/practice\/questions\/$/);
  await expect(triggerOf(page)).toHaveValue('A closed door');
  await triggerOf(page).fill('Two closed doors');
  await expect.poll(() => held(page, 'drafts')).toContain('Two closed doors');
  await page.reload();
  await expect(triggerOf(page)).toHaveValue('Two closed doors');
  // Whoever comes the same way again finds it as it is, and is asked nothing.
  await triggerOf(page).fill('A closed door');
  await press(page, 'Next');
  await choose(page, 'both');
  await page.getByRole('link', { name: 'Practice' }).last().click();
  await expect(page).toHaveURL(/\/practice\/$/);
  await open(page, `/practice/questions/?pause=${id(1).slice(-12)}`);
  await expect(page).toHaveURL(/\/practice\/questions\/$/);
  await expect(page.getByRole('radio', { name: 'both' })).toBeChecked();
  await expect(page.getByRole('button', { name: /^Save it and start/ })).toBeHidden();
});

test('two tabs show the same half-written words, and neither loses them to the other', async ({
  page,
  context
}) => {
  await open(page, '/practice/questions/');
  const other = await context.newPage();
  await open(other, '/practice/questions/');
  await triggerOf(page).fill('No answer');
  await press(page, 'Next');
  await choose(other, 'both');
  await expect(page.getByRole('radio', { name: 'both' })).toBeChecked();
  await press(page, 'Save it as it is');
  await expect(question(other, 'What are you afraid is true?')).toBeVisible();
  await expect(triggerOf(other)).toHaveValue('');
});

test('thoughts that barely move lead to help', async ({ page }) => {
  await open(page, '/practice/thought/');
  await put(
    page,
    'thoughts',
    [1, 2, 3, 4].map((number) => thought(number, 80, 75))
  );
  await page.reload();
  await expect(past(page)).toBeVisible();
  const offer = page.getByRole('region', { name: 'Your last five thoughts barely changed' });
  await expect(offer).toBeHidden();
  await put(page, 'thoughts', [thought(5, 60, 60)]);
  await page.reload();
  await expect(offer.getByRole('link', { name: 'When to get help' })).toHaveAttribute(
    'href',
    /\/practice\/help/
  );
});

test('a fear from a thought is due on its day, answered with one tap, and undone', async ({
  page
}) => {
  await open(page, '/practice/thought/');
  await put(page, 'thoughts', [thought(1, 80, 40)]);
  await page.reload();
  await openPast(page, 'Thought 1');
  await past(page)
    .getByRole('link', { name: /Is there a fear in it/ })
    .click();
  await expect(theFear(page)).toHaveValue('Thought 1');
  await theFear(page).fill('They will not call.');
  await press(page, 'Next');
  await press(page, 'Skip');
  await expect(page.getByText('You’ll see it on Today from Sunday 29 November.')).toBeVisible();
  await choose(page, 'another day');
  await press(page, 'Save');
  await expect(page.getByRole('alert')).toHaveText('Choose a day that exists.');
  await page.getByLabel('Which day').fill('2026-11-21');
  await expect(page.getByRole('alert')).toHaveText('Choose today or a later day.');
  await choose(page, 'in three days');
  await press(page, 'Save');
  await expect(
    page.getByRole('heading', { name: /on Today from Wednesday 25 November/ })
  ).toBeFocused();

  const card = page.getByRole('region', { name: 'They will not call.' });
  await open(page, '/practice/fear/', '2026-11-24');
  await expect(card).toBeHidden();
  await open(page, '/practice/fear/', '2026-11-25');
  await card.getByRole('button', { name: 'Not now' }).click();
  await expect(card).toBeHidden();
  await press(page, 'Undo');
  await card.getByRole('button', { name: 'It didn’t happen' }).click();
  await expect(line(page)).toHaveText('It didn’t happen.');
  await expect(past(page)).toContainText('didn’t happen');
  await press(page, 'Undo');
  await card.getByRole('button', { name: 'It went differently' }).click();
  await card.getByRole('textbox').fill('They came by.');
  await card.getByRole('button', { name: 'Save' }).click();
  await expect(past(page)).toContainText('went differently: They came by.');
  await openPast(page, 'They will not call.');
  await expect(past(page)).toContainText('From the thought');
  await press(page, 'Reopen');
  await expect(past(page).getByText('Do you know already?')).toBeVisible();
  await expect(past(page).locator('summary').first()).toBeFocused();
  await expect(card).toBeVisible();

  await page.goto('/practice/thought/');
  await openPast(page, 'Thought 1');
  await expect(past(page)).toContainText('They will not call.');
});

test('on its day a fear is due on the log, and where it speaks of threats safety is offered', async ({
  page
}) => {
  await open(page, '/practice/fear/');
  await theFear(page).fill('They will threaten me again.');
  await expect(page.getByRole('link', { name: 'Go to Safety' })).toBeVisible();
  await press(page, 'Next');
  await press(page, 'Skip');
  await choose(page, 'tomorrow');
  await press(page, 'Save');
  await expect(page.getByRole('heading', { name: /^Saved\./ })).toBeVisible();
  await setDay(page, '2026-11-23');
  await page.goto('/');
  const card = page.getByRole('region', { name: 'They will threaten me again.' });
  await card.getByRole('button', { name: 'It didn’t happen' }).click();
  await expect(card).toBeHidden();
  await expect(page.getByText('It didn’t happen.')).toBeVisible();
  await press(page, 'Undo');
  await expect(card).toBeVisible();
});

test('from five answers on it says how many came true, by trigger too', async ({ page }) => {
  await open(page, '/practice/fear/');
  const trigger = 'No answer';
  await put(page, 'fears', [
    ...[1, 2, 3].map((number) => fear(number, 9, { outcome: 'did not', trigger })),
    fear(4, 8, { outcome: 'happened', trigger }),
    fear(5, 1, { trigger: 'no answer' })
  ]);
  await page.reload();
  const counts = page.getByRole('region', { name: 'How your fears turned out' });
  await expect(counts).toContainText('4 answered so far.');
  await page
    .getByRole('region', { name: 'Fear 5' })
    .getByRole('button', { name: 'It didn’t happen' })
    .click();
  await expect(line(page)).toHaveText(
    'It didn’t happen. That’s 4 of 5 fears that didn’t come true.'
  );
  await expect(counts).toContainText('4 of 5 didn’t happen the way you feared.');
  await expect(counts).toContainText(/likely 38\D*96%/);
  await expect(counts).toContainText('no answer');
  await expect(counts).toContainText('4 of 5 didn’t happen as feared');
  await openPast(page, 'Fear 4');
  await past(page).getByRole('button', { name: 'Edit' }).click();
  await page.getByText('Step 1 of 4').click();
  await page.getByRole('button', { name: /^What happened\?/ }).click();
  await choose(page, 'It didn’t happen');
  await press(page, 'Save');
  await expect(counts).toContainText('5 of 5 didn’t happen the way you feared.');
  await put(page, 'fears', [fear(6, 2)]);
  await page.reload();
  await openPast(page, 'Fear 6');
  await past(page).getByRole('button', { name: 'Edit' }).click();
  const due = page.getByRole('region', { name: 'Fear 6' });
  await due.getByRole('button', { name: 'It didn’t happen' }).click();
  await expect(page.getByText('Step 1 of 4')).toBeVisible();
  await press(page, 'Save it as it is');
  await expect(page.getByText('Change saved.')).toBeVisible();
  await expect(counts).toContainText('6 of 6 didn’t happen the way you feared.');
  // The list shows what was just saved only once it's read again.
  await page.reload();
  await openPast(page, 'Fear 6');
  await press(page, 'Reopen');
  await expect(page.getByRole('region', { name: 'Fear 6' })).toBeVisible();
  expect(await barriers(page)).toEqual([]);
});
