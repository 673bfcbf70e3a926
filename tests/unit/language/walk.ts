import { parseRegExpLiteral, type AST } from '@eslint-community/regexpp';

/** A place in an expression: a character, ways to go on in their order, or a condition. */
type Place =
  | { readonly is: (code: number) => boolean; readonly by: 1 | -1; readonly next: Place }
  | { ways: readonly Place[] }
  | { readonly holds: (text: string, at: number) => boolean; readonly next: Place }
  | 'end';

/** An expression as a backtracking matcher walks it, which counts its steps. */
export class Walk {
  steps = 0;
  readonly #begin: Place;

  constructor(
    expression: RegExp,
    readonly most: number
  ) {
    this.#begin = this.#any(parseRegExpLiteral(expression).pattern.alternatives, 1, 'end');
  }

  /** Counts the steps to look for it from each place of a text; it gives up past the most. */
  count(text: string): number {
    this.steps = 0;
    for (let start = 0; start <= text.length; start += 1) {
      if (this.#find(this.#begin, text, start) || this.steps > this.most) break;
    }
    return this.steps;
  }

  /** Writes a text that gets far in it: at each fork the next of the choices is taken. */
  bait(choices: readonly number[], length: number): string {
    let text = '';
    let place: Place = this.#begin;
    for (let fork = 0; place !== 'end' && text.length < length;) {
      if ('ways' in place) {
        const choice = choices[fork++ % choices.length] ?? 0;
        place = place.ways[choice % place.ways.length] ?? 'end';
      } else {
        const { is } = 'is' in place ? place : {};
        if (is) text += LETTERS.find((letter) => is(letter.charCodeAt(0))) ?? '';
        place = place.next;
      }
    }
    return text;
  }

  #find(begin: Place, text: string, from: number): boolean {
    const places = [begin];
    const ats = [from];
    for (let place = places.pop(); place; place = places.pop()) {
      const at = ats.pop() ?? 0;
      this.steps += 1;
      if (place === 'end') return true;
      if (this.steps > this.most) return false;
      if ('ways' in place) {
        for (let way = place.ways.length - 1; way >= 0; way -= 1) go(place.ways[way], at);
      } else if ('is' in place) {
        const code = text.charCodeAt(place.by > 0 ? at : at - 1);
        if (!Number.isNaN(code) && place.is(code)) go(place.next, at + place.by);
      } else if (place.holds(text, at)) {
        go(place.next, at);
      }
    }
    return false;

    function go(place: Place | undefined, at: number) {
      if (!place) return;
      places.push(place);
      ats.push(at);
    }
  }

  #any(alternatives: readonly AST.Alternative[], by: 1 | -1, next: Place): Place {
    const ways = alternatives.map(({ elements }) =>
      (by > 0 ? elements.toReversed() : elements).reduce<Place>(
        (then, element) => this.#one(element, by, then),
        next
      )
    );
    return ways.length === 1 ? (ways[0] ?? next) : { ways };
  }

  #one(element: AST.Element, by: 1 | -1, next: Place): Place {
    switch (element.type) {
      case 'Group':
      case 'CapturingGroup':
        return this.#any(element.alternatives, by, next);
      case 'Quantifier':
        return this.#repeated(element, by, next);
      case 'Assertion':
        return { holds: this.#condition(element), next };
      case 'Character':
      case 'CharacterSet':
      case 'CharacterClass': {
        return { is: knows(element.raw), by, next };
      }
      default:
        throw new Error(`A pattern has a ${element.type}.`);
    }
  }

  #repeated({ element, min, max, greedy }: AST.Quantifier, by: 1 | -1, next: Place): Place {
    const ordered = (more: Place) => (greedy ? [more, next] : [next, more]);
    let place = next;
    if (max === Infinity) {
      const loop: Place = { ways: [] };
      loop.ways = ordered(this.#one(element, by, loop));
      place = loop;
    } else {
      for (let left = max - min; left > 0; left -= 1) {
        place = { ways: ordered(this.#one(element, by, place)) };
      }
    }
    for (let left = min; left > 0; left -= 1) place = this.#one(element, by, place);
    return place;
  }

  #condition(assertion: AST.Assertion): (text: string, at: number) => boolean {
    if (assertion.kind === 'start') return (_, at) => at === 0;
    if (assertion.kind === 'end') return (text, at) => at === text.length;
    if (assertion.kind === 'word') throw new Error('A pattern has a limit of ASCII words.');
    const { alternatives, negate } = assertion as AST.LookaroundAssertion;
    const begin = this.#any(alternatives, assertion.kind === 'lookahead' ? 1 : -1, 'end');
    return (text, at) => this.#find(begin, text, at) !== negate;
  }
}

const LETTERS = Array.from(" aeiouy,.!?;:'-–—\n…|0123456789", String).concat(
  Array.from('bcdfghjklmnpqrstvwxzé_"()/')
);

const KNOWN = new Map<string, (code: number) => boolean>();

/** Whether an expression of one character is that of a code. */
function knows(raw: string): (code: number) => boolean {
  const known = KNOWN.get(raw);
  if (known) return known;
  const expression = new RegExp(`^${raw}$`);
  const answers: boolean[] = [];
  const is = (code: number) => (answers[code] ??= expression.test(String.fromCharCode(code)));
  KNOWN.set(raw, is);
  return is;
}
