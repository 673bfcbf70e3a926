import { SECOND_MS } from '#lib/time/duration.ts';
import { BREATH, BREATH_IN, type Timer } from './model/timer.ts';

/*
 * Soft sounds. They are made here, note by note: there is nothing to load.
 */

const LOW = 220;
const HIGH = 330;
const LOUD = 0.12;
const QUIET = 0.015;
/** Seconds in which a sound comes and goes: sooner it would crack. */
const SOFT = 0.15;

/**
 * A tone that rises with each breath in and sinks with each breath out, until the timer ends. All
 * of it is planned at once, on the clock of the sound itself, so that it goes on evenly whatever
 * the page does. It joins a breath that has begun. Ends when the function returned is called.
 */
export function playBreaths(
  { startedAt, endsAt }: Pick<Timer, 'startedAt' | 'endsAt'>,
  now: number
): () => void {
  const audio = new AudioContext();
  const { tone, loudness } = toneOf(audio);
  const start = audio.currentTime;
  const when = (at: number) => start + Math.max(SOFT, (at - now) / SECOND_MS);
  const glideTo = (pitch: number, volume: number, at: number) => {
    tone.frequency.linearRampToValueAtTime(pitch, when(at));
    loudness.gain.linearRampToValueAtTime(volume, when(at));
  };
  tone.frequency.setValueAtTime(LOW, start);
  loudness.gain.setValueAtTime(0, start);
  const begun = Math.floor(Math.max(0, now - startedAt) / BREATH);
  for (let at = startedAt + begun * BREATH; at < endsAt; at += BREATH) {
    glideTo(LOW, QUIET, at);
    glideTo(HIGH, LOUD, at + BREATH_IN);
    glideTo(LOW, QUIET, at + BREATH);
  }
  tone.start();
  tone.stop(when(endsAt));
  return () => fadeOut(audio, loudness);
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
  tone.start(start);
  tone.stop(start + 1.3);
  // By a timer: where the browser refuses to sound, the notes never end.
  setTimeout(() => void audio.close().catch(() => undefined), 2 * SECOND_MS);
}

function toneOf(audio: AudioContext): { tone: OscillatorNode; loudness: GainNode } {
  const tone = audio.createOscillator();
  const loudness = audio.createGain();
  tone.connect(loudness).connect(audio.destination);
  return { tone, loudness };
}

function fadeOut(audio: AudioContext, { gain }: GainNode): void {
  const { value } = gain;
  gain.cancelScheduledValues(audio.currentTime);
  gain.setValueAtTime(value, audio.currentTime);
  gain.setTargetAtTime(0, audio.currentTime, SOFT / 3);
  setTimeout(() => void audio.close().catch(() => undefined), 2 * SOFT * SECOND_MS);
}
