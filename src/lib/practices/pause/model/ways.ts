import type { PauseFacts, Way } from '../record.ts';

/** The facts with one more way done. One that was done before stays in its place. */
export function withWay<Facts extends PauseFacts>(facts: Facts, way: Way): Facts {
  return facts.ways.includes(way) ? facts : { ...facts, ways: [...facts.ways, way] };
}
