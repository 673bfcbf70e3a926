import { beforeEach, describe, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { page } from 'vitest/browser';
import BreakForm from '#lib/practices/pause/BreakForm.svelte';
import Breathing from '#lib/practices/pause/Breathing.svelte';
import Places from '#lib/practices/pause/Places.svelte';
import WayList from '#lib/practices/pause/WayList.svelte';
import { newTimer } from '#lib/practices/pause/model/timer.ts';
import type { Order } from '#lib/practices/pause/model/whatHelped.ts';
import { partsOf, togglePart } from '#lib/practices/pause/parts.ts';
import { WAYS, type Way } from '#lib/practices/pause/record.ts';
import { chime, playBreaths } from '#lib/practices/pause/sound.ts';
import { startAnew } from '../ground.ts';

// Half-written forms are read from the database, which earlier tests may have left locked.
beforeEach(startAnew);

describe('a pause that runs', () => {
  const SECOND = 1000;
  const MINUTE = 60 * SECOND;
  const START = Date.UTC(2026, 10, 22, 18, 40);

  const breathing = {
    timer: newTimer('breathing', 5, START),
    now: START,
    isFresh: true,
    hasSound: false,
    hasTouch: undefined,
    onsound: () => undefined,
    ontouch: () => undefined,
    onlength: () => undefined,
    onstop: () => undefined
  };

  test('breathing follows the clock, word by word', async () => {
    const { rerender } = await render(Breathing, breathing);
    await expect.element(page.getByRole('heading')).toHaveFocus();
    for (const [now, word, left] of [
      [START, 'Breathe in', '5:00 left'],
      [START + 3 * SECOND, 'Breathe in', '4:57 left'],
      [START + 4 * SECOND, 'Breathe out', '4:56 left'],
      [START + 10 * SECOND, 'Breathe in', '4:50 left'],
      [START + 5 * MINUTE - 1, 'Breathe out', '0:01 left'],
      [START + 9 * MINUTE, 'Breathe in', '0:00 left']
    ] as const) {
      await rerender({ now });
      await expect.element(page.getByText(word)).toBeVisible();
      await expect.element(page.getByRole('timer')).toHaveTextContent(left);
    }
  });

  test('it is as long as chosen, and lengths that are over are not offered', async () => {
    const chosen: number[] = [];
    const { rerender } = await render(Breathing, {
      ...breathing,
      onlength: (minutes) => chosen.push(minutes)
    });
    await expect.element(page.getByRole('radio', { name: '5 min', exact: true })).toBeChecked();
    await page.getByRole('radio', { name: '3 min' }).click();
    expect(chosen).toEqual([3]);
    const why = page.getByText('In a review of 58 trials');
    await expect.element(why).not.toBeVisible();
    await page.getByText('Why this helps').click();
    await expect.element(why).toBeVisible();
    await rerender({ now: START + 3 * MINUTE });
    expect(page.getByRole('radio').elements()).toHaveLength(3);
  });

  test('vibration is offered where there is some', async () => {
    const { rerender } = await render(Breathing, breathing);
    expect(page.getByRole('button', { name: 'Vibration' }).elements()).toEqual([]);
    await rerender({ hasTouch: true });
    await expect
      .element(page.getByRole('button', { name: 'Vibration' }))
      .toHaveAttribute('aria-pressed', 'true');
  });

  test('a place at a time, forth and back, and done at the end', async () => {
    const told: string[] = [];
    const places = ['Feet', 'Legs', 'Belly'].map((title) => ({ title, what: `${title}, softly` }));
    await render(Places, {
      title: 'Body scan',
      why: 'Slowly.',
      places,
      index: 0,
      isFresh: false,
      ondone: () => told.push('done'),
      onstop: () => told.push('stopped')
    });
    const press = (name: string) => page.getByRole('button', { name }).click();
    await expect.element(page.getByRole('heading')).not.toHaveFocus();
    await press('Next');
    await expect.element(page.getByRole('heading', { name: 'Legs' })).toHaveFocus();
    await press('Back');
    await expect.element(page.getByRole('heading', { name: 'Feet' })).toHaveFocus();
    await press('Next');
    await press('Next');
    await expect.element(page.getByText('Step 3 of 3')).toBeVisible();
    await press('Done');
    await press('Stop here');
    expect(told).toEqual(['done', 'stopped']);
  });

  /** Shows the form at 18:40:30 in UTC and keeps what it did. */
  async function agree() {
    const started: unknown[] = [];
    const copied: string[] = [];
    const { rerender } = await render(BreakForm, {
      now: START + 30 * SECOND,
      zone: 'UTC',
      isFresh: false,
      safetyHref: '/safety/',
      onshare: undefined,
      oncopy: async (text) => copied.push(text) > 0,
      onstart: (...times) => started.push(times),
      onstop: () => undefined
    });
    return { started, copied, rerender };
  }

  test('a break is agreed on with a time to come back, in words to say', async () => {
    const { started, copied, rerender } = await agree();
    await page.getByRole('radio', { name: /30 min/ }).click();
    await page.getByRole('button', { name: 'Copy' }).click();
    await expect.element(page.getByText('Copied.')).toBeVisible();
    expect(copied).toEqual([expect.stringMatching(/I’ll be back at (7:11 PM|19:11)/)]);
    // While it was sent the clock went on. What was told holds.
    await rerender({ now: START + 4 * MINUTE });
    await page.getByRole('button', { name: 'Start the break' }).click();
    expect(started).toEqual([[START + 31 * MINUTE, START + 30 * SECOND]]);
  });

  test('any other time will do, but for none', async () => {
    const { started } = await agree();
    await page.getByRole('radio', { name: 'Another time' }).click();
    await page.getByRole('button', { name: 'Start the break' }).click();
    await expect.element(page.getByRole('alert')).toHaveTextContent('Choose a time to come back.');
    expect(started).toEqual([]);
    await page
      .getByLabelText(/^We’ll talk again at/)
      .last()
      .fill('18:50');
    await page.getByRole('button', { name: 'Start the break' }).click();
    expect(started).toEqual([[START + 24 * 60 * MINUTE + 10 * MINUTE, undefined]]);
  });
});

describe('the parts of a pause', () => {
  test.each([
    ['', []],
    [' , ,', []],
    ['hurt', ['hurt']],
    [' hurt,  a bit left out ,', ['hurt', 'a bit left out']]
  ])('"%s" lists %j', (line, parts) => {
    expect(partsOf(line)).toEqual(parts);
  });

  test.each([
    ['', 'hurt', 'hurt'],
    ['hurt', 'sad', 'hurt, sad'],
    ['hurt, sad', 'hurt', 'sad'],
    ['hurt, hurt', 'hurt', ''],
    ['hurtful', 'hurt', 'hurtful, hurt'],
    ['a bit left out ,', 'sad', 'a bit left out, sad']
  ])('"%s" with "%s" toggled is "%s"', (line, part, toggled) => {
    expect(togglePart(line, part)).toBe(toggled);
  });
});

describe('the list of ways', () => {
  const USUAL: Order = { ways: WAYS, proven: [] };
  const LEARNED: Order = {
    ways: ['body', 'walk', 'breathing', 'senses', 'break'],
    proven: ['body', 'walk']
  };

  async function show(order: Order, hasTrigger: boolean) {
    const started: Way[] = [];
    await render(WayList, { order, hasTrigger, onstart: (way) => started.push(way) });
    const names = page
      .getByRole('button')
      .elements()
      .map((button) => button.querySelector('strong')?.textContent);
    return { started, names };
  }

  test('each way starts in one tap', async () => {
    const { started, names } = await show(USUAL, false);
    expect(names).toEqual([
      'Breathe slowly',
      'Five senses',
      'Body scan',
      'A brisk walk',
      'A break for you both'
    ]);
    for (const button of page.getByRole('button').all()) await button.click();
    expect(started).toEqual(['breathing', 'senses', 'body', 'walk', 'break']);
  });

  test.each([
    [USUAL, false, 'Not sure? Start with slow breathing.'],
    [
      USUAL,
      true,
      'Not sure? Start with slow breathing. After a few pauses, you’ll see here what helps you most.'
    ],
    [LEARNED, true, 'These have helped you before: Body scan and A brisk walk.']
  ])('it says why the order is as it is (%#)', async (order, hasTrigger, why) => {
    await show(order, hasTrigger);
    await expect.element(page.getByRole('status')).toHaveTextContent(why);
  });

  test('what was learned comes first, and how is told on demand', async () => {
    const { names } = await show(LEARNED, true);
    expect(names.slice(0, 2)).toEqual(['Body scan', 'A brisk walk']);
    const rule = page.getByText(/three times for the same reason/);
    await expect.element(rule).not.toBeVisible();
    await page.getByText('Why this order?').click();
    await expect.element(rule).toBeVisible();
  });
});

describe('the sound', () => {
  const RATE = 8000;
  const SECONDS = 25;

  /** What is played, rendered at once: how loud each tenth of a second is, and how high its tone. */
  async function render(play: () => void) {
    const made: OfflineAudioContext[] = [];
    class Rendered extends OfflineAudioContext {
      constructor() {
        super(1, RATE * SECONDS, RATE);
        made.push(this);
      }
      close = async () => undefined;
    }
    vi.stubGlobal('AudioContext', Rendered);
    play();
    vi.unstubAllGlobals();
    const samples = (await made[0]?.startRendering())?.getChannelData(0) ?? new Float32Array();
    const tenth = (second: number) => samples.slice(second * RATE, (second + 0.1) * RATE);
    return {
      loudness: (second: number) => Math.max(...tenth(second)),
      pitch: (second: number) => {
        const part = tenth(second);
        const rising = part.filter((sample, index) => sample > 0 && Number(part[index - 1]) <= 0);
        return rising.length * 10;
      }
    };
  }

  test('a tone grows and rises with the breath in, sinks with the breath out, and ends', async () => {
    const heard = await render(() => playBreaths({ startedAt: 0, endsAt: 20_000 }, 0));
    for (const breath of [0, 10]) {
      expect(heard.loudness(breath + 0.5)).toBeLessThan(0.05);
      expect(heard.loudness(breath + 3.9)).toBeCloseTo(0.12, 2);
      expect(heard.loudness(breath + 9.8)).toBeLessThan(0.03);
      expect(heard.pitch(breath + 3.9)).toBeGreaterThan(heard.pitch(breath + 0.5) + 50);
      expect(heard.pitch(breath + 3.9)).toBeGreaterThan(heard.pitch(breath + 9.5) + 50);
    }
    expect(heard.loudness(21)).toBe(0);
  });

  test('it joins a breath that has begun, at its place', async () => {
    const heard = await render(() => playBreaths({ startedAt: 0, endsAt: 20_000 }, 12_000));
    expect(heard.loudness(0)).toBeLessThan(0.05);
    expect(heard.loudness(1.9)).toBeCloseTo(0.12, 2);
    expect(heard.loudness(7.5)).toBeLessThan(0.03);
    expect(heard.loudness(8.5)).toBe(0);
  });

  test('the end is told by two notes, the second one higher', async () => {
    const heard = await render(chime);
    expect(heard.pitch(0.2)).toBeCloseTo(330, -2);
    expect(heard.pitch(0.8)).toBeCloseTo(495, -2);
    expect(heard.loudness(2)).toBe(0);
  });
});
