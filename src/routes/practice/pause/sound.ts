import { BREATH, BREATH_IN, BREATH_OUT, type Timer } from '#lib/domain/practice/timer.ts';

/*
 * Soft sounds. They are made here, note by note: there is nothing to load.
 */

const LOW = 220;
const HIGH = 330;
const LOUD = 0.12;
const QUIET = 0.015;
const SECOND = 1000;

/**
 * A tone that rises with each breath in and sinks with each breath out, until the timer ends. All
 * of it is planned at once, on the clock of the sound itself, so that it goes on evenly whatever
 * the page does. Ends when the function returned is called.
 */
export function playBreaths(
  { startedAt, endsAt }: Pick<Timer, 'startedAt' | 'endsAt'>,
  now: number
): () => void {
  const audio = new AudioContext();
  const { tone, loudness } = toneOf(audio);
  const { frequency } = tone;
  const { gain } = loudness;
  const when = (at: number) => audio.currentTime + Math.max(0, at - now) / SECOND;
  const first = startedAt + Math.ceil(Math.max(0, now - startedAt - SECOND) / BREATH) * BREATH;
  gain.setValueAtTime(0, audio.currentTime);
  for (let at = first; at + BREATH <= endsAt + SECOND; at += BREATH) {
    frequency.setValueAtTime(LOW, when(at));
    gain.setValueAtTime(QUIET, when(at));
    frequency.linearRampToValueAtTime(HIGH, when(at + BREATH_IN));
    gain.linearRampToValueAtTime(LOUD, when(at + BREATH_IN));
    frequency.linearRampToValueAtTime(LOW, when(at + BREATH_IN + BREATH_OUT));
    gain.linearRampToValueAtTime(QUIET, when(at + BREATH_IN + BREATH_OUT));
  }
  tone.start();
  tone.stop(when(endsAt));
  return () => void audio.close().catch(() => undefined);
}

/** Two soft notes, where the browser lets the page sound without a tap. */
export function chime(): void {
  const audio = new AudioContext();
  const { tone, loudness } = toneOf(audio);
  const start = audio.currentTime + 0.05;
  tone.frequency.setValueAtTime(HIGH, start);
  tone.frequency.setValueAtTime(HIGH * 1.5, start + 0.6);
  loudness.gain.setValueAtTime(0, start);
  for (const note of [start, start + 0.6]) {
    loudness.gain.linearRampToValueAtTime(LOUD, note + 0.05);
    loudness.gain.linearRampToValueAtTime(0, note + 0.55);
  }
  tone.onended = () => void audio.close().catch(() => undefined);
  tone.start(start);
  tone.stop(start + 1.3);
}

function toneOf(audio: AudioContext): { tone: OscillatorNode; loudness: GainNode } {
  const tone = audio.createOscillator();
  const loudness = audio.createGain();
  tone.connect(loudness).connect(audio.destination);
  return { tone, loudness };
}
