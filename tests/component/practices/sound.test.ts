import { expect, test, vi } from 'vitest';
import { chime, playBreaths } from '#lib/practices/pause/sound.ts';

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
