import { beforeEach, describe, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page, userEvent } from 'vitest/browser';
import FearCard from '#lib/practices/fear/FearCard.svelte';
import { answeredWords, earlierWords } from '#lib/practices/fear/words.ts';
import FearCounts from '#lib/practices/fear/FearCounts.svelte';
import { countFears } from '#lib/practices/fear/model/fear.ts';
import { fearRecord, type FearOutcome } from '#lib/practices/fear/record.ts';
import BeliefPicture from '#lib/practices/thought/BeliefPicture.svelte';
import { startAnew } from '../ground.ts';

describe('the picture of a belief', () => {
  /** How much of its bar each belief fills, from 0 to 1. */
  const filled = () =>
    [...page.getByRole('img').element().querySelectorAll('svg')].map((svg) => {
      const bar = svg.querySelector('.edge')?.getBoundingClientRect();
      return Math.round(((bar?.width ?? 0) / svg.clientWidth) * 100) / 100;
    });

  test.each([
    [80, 45, 'Belief in the thought: 80 of 100 at first, 45 now.', 'It went down by 35.'],
    [45, 80, 'Belief in the thought: 45 of 100 at first, 80 now.', 'It went up by 35.'],
    [50, 50, 'Belief in the thought: 50 of 100 at first, 50 now.', 'It stayed the same.']
  ])('from %d to %d: numbers, bars, and a sentence', async (before, after, name, sentence) => {
    await render(BeliefPicture, { before, after });
    await expect.element(page.getByRole('img', { name })).toBeVisible();
    await expect.element(page.getByText(sentence)).toBeVisible();
    expect(filled()).toEqual([before / 100, after / 100]);
  });

  test.each([
    [30, null, 'Belief in the thought: 30 of 100 at first.'],
    [null, 0, 'Belief in the thought: 0 of 100 now.']
  ])('from %j to %j it shows the one that was said', async (before, after, name) => {
    await render(BeliefPicture, { before, after });
    await expect.element(page.getByRole('img', { name })).toBeVisible();
    expect(filled()).toEqual([(before ?? after ?? 0) / 100]);
    expect(page.getByText(/It went|It stayed/).elements()).toEqual([]);
  });

  test('without any belief there is no picture', async () => {
    const { container } = await render(BeliefPicture, { before: null, after: null });
    expect(container.textContent).toBe('');
  });

  test.each(['ltr', 'rtl'])('a bar begins where one begins to read: %s', async (dir) => {
    document.documentElement.dir = dir;
    await render(BeliefPicture, { before: 30, after: null });
    const bar = page.getByRole('img').element().querySelector('svg');
    const [whole, filled] = [bar, bar?.querySelector('.edge')].map((element) =>
      element?.getBoundingClientRect()
    );
    const gap = (edge: 'left' | 'right') =>
      Math.abs((whole?.[edge] ?? 0) - (filled?.[edge] ?? 9999));
    const [start, end] =
      dir === 'ltr' ? (['left', 'right'] as const) : (['right', 'left'] as const);
    expect(gap(start)).toBeLessThan(5);
    expect(gap(end)).toBeGreaterThan(20);
    document.documentElement.dir = '';
  });
});

describe('the card of a fear', () => {
  beforeEach(startAnew);

  const FEAR = fearRecord.create(
    { trigger: '', prediction: 'They will not call.', by: '2026-11-29', line: '' },
    {
      id: '01900000-0000-7000-8000-000000000001',
      now: Date.parse('2026-11-22T12:00Z'),
      zone: 'UTC'
    }
  );

  /** Shows the card and keeps how it was answered. */
  async function show() {
    const given: unknown[] = [];
    await render(FearCard, {
      fear: FEAR,
      today: '2026-11-29',
      safetyHref: '/safety/',
      // It isn't saved: the card stays.
      onanswer: (...answer) => (given.push(answer), Promise.resolve(false)),
      onlater: () => given.push('later')
    });
    return given;
  }

  const button = (name: string) => page.getByRole('button', { name, exact: true });

  test('it says what was predicted, and one tap answers', async () => {
    const given = await show();
    await expect.element(page.getByRole('region', { name: 'They will not call.' })).toBeVisible();
    await button('It happened').click();
    await button('It didn’t happen').click();
    await button('Not now').click();
    expect(given).toEqual([['happened', ''], ['did not', ''], 'later']);
  });

  test('what went differently is told in a line, or without one', async () => {
    const given = await show();
    await button('It went differently').click();
    await userEvent.keyboard('They wrote instead.{Enter}');
    expect(given).toEqual([['differently', 'They wrote instead.']]);
    await page.getByRole('textbox').fill('');
    await button('Save').click();
    expect(given.at(-1)).toEqual(['differently', '']);
  });

  test('a line that speaks of danger offers the safety page', async () => {
    await show();
    await button('It went differently').click();
    const offer = page.getByRole('link', { name: 'Go to Safety' });
    await expect.element(offer).not.toBeInTheDocument();
    await page.getByRole('textbox').fill('He hit me.');
    await expect.element(offer).toHaveAttribute('href', '/safety/');
  });
});

describe('the counts of fears', () => {
  const outcomes = (...given: [FearOutcome, number][]) =>
    given.flatMap(([outcome, times]) =>
      Array.from({ length: times }, () => ({
        ...fearRecord.blank('2026-11-22'),
        prediction: 'a',
        outcome
      }))
    );

  test('it says how many did not happen, how surely, and what that is not', async () => {
    const fears = outcomes(['happened', 1], ['did not', 9], ['differently', 2]);
    const busy = countFears(outcomes(['happened', 2], ['did not', 4]));
    const { container } = await render(FearCounts, {
      answered: fears.length,
      count: countFears(fears),
      byTrigger: busy ? [{ trigger: 'busy', ...busy }] : []
    });
    for (const text of [
      '11 of 12 didn’t happen the way you feared.',
      '1 happened · 2 went differently · 9 didn’t happen',
      '4 of 6 didn’t happen as feared'
    ]) {
      await expect.element(page.getByText(text)).toBeVisible();
    }
    const limits = [/From 12 answers.*likely 65\D*99%/, /You chose which fears/];
    for (const text of limits) await expect.element(page.getByText(text)).not.toBeVisible();
    await page.getByText('How sure is this?').click();
    for (const text of limits) {
      await expect.element(page.getByText(text)).toBeVisible();
    }
    expect(container.querySelectorAll('svg')).toHaveLength(12 + 6);
  });

  test('an answer is told with how many did not come true, and so is the next fear', () => {
    const fears = outcomes(['happened', 1], ['did not', 4]).map((facts, n) => ({
      ...facts,
      id: String(n),
      at: n,
      day: '2026-11-22',
      zone: 'UTC',
      updatedAt: n
    }));
    const [happened, last] = [fears[0], fears[4]];
    if (!happened || !last) throw new Error('no fears');
    expect(answeredWords(last, [])).toBe('It didn’t happen.');
    expect(answeredWords(last, fears.slice(0, 1))).toBe(
      'It didn’t happen. That’s 1 of 2 fears that didn’t come true.'
    );
    expect(answeredWords(last, fears)).toBe(
      'It didn’t happen. That’s 4 of 5 fears that didn’t come true.'
    );
    expect(answeredWords(happened, fears)).toBe(
      'It happened, and that hurts. Some days are harder than others. Be gentle with yourself today.'
    );
    const late = fears.map((fear) => ({ ...fear, trigger: 'late' }));
    expect(earlierWords([...fears, ...late.slice(0, 3)], ' Late')).toBe(
      'Earlier fears after “Late”: 2 of 3 didn’t come true.'
    );
    expect(earlierWords(late.slice(0, 1), 'late')).toBe('');
    expect(earlierWords(fears, '')).toBe('');
  });

  test('where all happened it says that', async () => {
    const fears = outcomes(['happened', 5]);
    await render(FearCounts, { answered: 5, count: countFears(fears), byTrigger: [] });
    await expect
      .element(page.getByText('All 5 happened the way you feared. That’s a lot to carry.'))
      .toBeVisible();
  });

  test.each([
    [0, '0 answered so far.'],
    [1, '1 answered so far.'],
    [4, '4 answered so far.']
  ])('with %d answers it says how many are needed', async (answered, text) => {
    await render(FearCounts, { answered, count: undefined, byTrigger: [] });
    await expect.element(page.getByText(text)).toBeVisible();
    expect(page.getByText(/didn’t happen/).elements()).toEqual([]);
  });
});
