import { expect, test } from 'vitest';
import { Walk } from './walk.ts';

const LENGTH = 4000;
/** A match of this many steps takes a browser some ten milliseconds. */
const MOST = 3_000_000;

const over = (text: string) => `${text.repeat(LENGTH).slice(0, LENGTH - 1)};`;
const HOSTILE = ['a', ' ', ',', 'you ', 'and ', 'you to a and ', 'the a ']
  .concat(['that you a and ', 'that the fact ', 'never say that '])
  .map(over);

/** All expressions that are made while the rules are loaded. */
async function expressionsOfRules(): Promise<RegExp[]> {
  const Plain = globalThis.RegExp;
  const made = new Map<string, RegExp>();
  globalThis.RegExp = new Proxy(Plain, {
    construct(target, [source, flags]: [string, string]) {
      const expression = new target(source, flags);
      made.set(source, expression);
      return expression;
    }
  });
  await import('#lib/language/english/hints.ts');
  await import('#lib/language/english/sentence.ts');
  globalThis.RegExp = Plain;
  return [...made.values()];
}

test('no pattern takes long over a hostile text, nor over its own words again and again', async () => {
  const expressions = await expressionsOfRules();
  expect(expressions.length).toBeGreaterThan(250);
  const slow = expressions.flatMap((expression) => {
    const walk = new Walk(expression, MOST);
    const own = [[0], [0, 1, 2]].map((choices) => over(`${walk.bait(choices, 60)} `));
    const found = [...HOSTILE, ...own].find((text) => walk.count(text) > MOST);
    return found ? [[expression.source, found.slice(0, 60)]] : [];
  });
  expect(slow).toEqual([]);
}, 60_000);

test('what can be read in many ways is found out', () => {
  expect(new Walk(/^(?:a b|a|b| )+$/, MOST).count(over('a b '))).toBeGreaterThan(MOST);
  expect(new Walk(/^(?:a| b)+c/, MOST).count('a bac')).toBeLessThan(40);
});
