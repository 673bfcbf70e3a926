import { describe, expect, test } from 'vitest';
import { speaksOfDanger } from '#lib/domain/practice/danger.ts';

const DANGER = [
  'I am afraid of him',
  'I’m scared of my partner when they drink',
  'scared what she will do when I say no',
  'I am scared to go home',
  'I don’t feel safe',
  'I fear for my life',
  'They threatened to leave and take the children',
  'He said he would kill me',
  'she is going to hurt my dog',
  'They won’t let me see my friends',
  'My husband never lets me work',
  'I am not allowed to go out alone',
  'He forbade me to call my sister',
  'She checks my phone every night',
  'they went through my messages',
  'He tracks me with an app',
  'They locked me in',
  'she took my money',
  'they keeps my passport',
  'He forced me',
  'they made me have sex',
  'He hit me',
  'She slapped me in front of the kids',
  'They pushed me against the wall',
  'he grabbed me by the arm',
  'he was choking me',
  'I was raped',
  'She threw a glass at me',
  'He hurts my children',
  'I have bruises',
  'a black eye',
  'I want to hurt myself',
  'He says he will kill himself if I leave',
  'I think of suicide',
  'taking my own life',
  'I want to die',
  'I don’t want to live any more',
  'everyone would be better off without me',
  'I just want to\nend it all'
];

const HARMLESS = [
  'I am afraid they will leave me',
  'I am scared that they no longer love me',
  'That hurt me',
  'They hurt my feelings',
  'It hit me that I never asked',
  'It hit me how tired they were',
  'They pushed me to apply for the job',
  'They let me sleep in',
  'They never let me down',
  'They did not answer my message',
  'They are out with friends and not answering',
  'I feel threadbare',
  'They beat me at chess',
  'They kicked off their shoes',
  'We had a fight about the dishes',
  'They followed me into the kitchen to say sorry',
  'I took my keys and went for a walk',
  'I keep checking my phone',
  'I would like to end the evening earlier',
  'They were short with me',
  'I want to disappear into the sofa',
  'I am terrified of spiders',
  'I cannot live without coffee',
  ''
];

describe('an offer of the safety page', () => {
  test.each(DANGER)('is made for “%s”', (text) => {
    expect(speaksOfDanger(text)).toBe(true);
  });

  test.each(HARMLESS)('is not made for “%s”', (text) => {
    expect(speaksOfDanger(text)).toBe(false);
  });
});
