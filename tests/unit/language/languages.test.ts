import { describe, expect, test } from 'vitest';
import { languageOf } from '#lib/language/index.ts';
import { sentencesOf } from '#lib/language/sentences.ts';

describe('the rules of a language', () => {
  test.each(['en', 'en-GB', 'en-US'])('are there for %s', async (tag) => {
    const { isRead, danger } = languageOf(tag);
    expect(isRead).toBe(true);
    expect((await danger()).speaksOfDanger('He hit me')).toBe(true);
    expect(sentencesOf(tag).pieceOf('wish', 'hug me').text).toBe('you to hug me');
  });

  test.each(['ar-EG', 'de', 'enm'])('are not those of English for %s', async (tag) => {
    const { isRead, danger, hints, leads } = languageOf(tag);
    expect(isRead).toBe(false);
    expect((await danger()).speaksOfDanger('He hit me')).toBe(false);
    const { hintsOn, behind, promiseHint } = await hints();
    expect(hintsOn('about', 'you always forget', 'unpleasant')).toEqual([]);
    expect([behind('ignored'), promiseHint('always call')]).toEqual([undefined, undefined]);
    expect((await leads()).leadOf('what if they leave')).toBeUndefined();
    expect(sentencesOf(tag).pieceOf('wish', ' hug me. ')).toEqual({
      joint: 'after',
      text: 'hug me'
    });
  });
});
