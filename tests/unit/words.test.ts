import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** The files whose words follow the glossary in CONTRIBUTING.md. */
const FILES = ['erased', 'leave', 'lock', 'pause', 'practice', 'safety'];

/** Words of a translation, where a person would speak otherwise. */
const AVOIDED =
  /\b(anew|stands?|stood|amid|tak(e|es|en|ing) in|cannot|(do|does|did|is|are|was|will|has|have|could|would|should) not)\b|!/i;

type Message = string | readonly { readonly match: Readonly<Record<string, string>> }[];

/** What people read of a message: one text, or one for each plural. */
const textsOf = (message: Message) =>
  typeof message === 'string' ? [message] : message.flatMap(({ match }) => Object.values(match));

const MESSAGES = FILES.flatMap((file) => {
  const path = `src/i18n/messages/en/${file}.json`;
  const messages = JSON.parse(readFileSync(path, 'utf8')) as Record<string, Message>;
  return Object.entries(messages)
    .filter(([key]) => key !== '$schema')
    .flatMap(([key, message]) => textsOf(message).map((text) => ({ key, text })));
});

test('messages are said as a person would say them', () => {
  expect(MESSAGES.length).toBeGreaterThan(500);
  expect(MESSAGES.filter(({ text }) => AVOIDED.test(text))).toEqual([]);
});

test('no message is longer than can be read in a hard moment', () => {
  expect(MESSAGES.filter(({ text }) => text.split(/\s+/).length > 26)).toEqual([]);
});
