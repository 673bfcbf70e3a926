import { expect, test } from 'vitest';
import { partsOf, togglePart } from '#lib/practices/pause/parts.ts';

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
