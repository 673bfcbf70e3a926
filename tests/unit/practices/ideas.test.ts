import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addIdea,
  allIdeas,
  BUILT_IN_IDEAS,
  changeIdea,
  drawOne,
  hiddenIdeas,
  hideIdea,
  IDEA_TAGS,
  ideasWith,
  isBuiltInIdea,
  NO_IDEAS,
  OWN_IDEAS_MAX,
  plainIdeas,
  removeIdea,
  seeIdeas,
  type Idea,
  type IdeaTag,
  type OwnIdea
} from '#lib/practices/together/model/ideas.ts';

const OWN: OwnIdea = { id: 'own-1', text: 'Feed the ducks', tags: ['short', 'out', 'free'] };

const idsOf = (ideas: readonly Idea[]) => ideas.map(({ id }) => id);
const pool = (...ids: string[]): Idea[] => ids.map((id) => ({ id, tags: [] }));

/** Every way to choose some of the tags. */
const combinations = IDEA_TAGS.reduce<IdeaTag[][]>(
  (sets, tag) => [...sets, ...sets.map((set) => [...set, tag])],
  [[]]
);

describe('the built-in ideas', () => {
  test('are at least sixty', () => {
    expect(BUILT_IN_IDEAS.length).toBeGreaterThanOrEqual(60);
    expect(BUILT_IN_IDEAS.every(({ id }) => isBuiltInIdea(id))).toBe(true);
    expect(isBuiltInIdea('toString')).toBe(false);
  });

  test.each(combinations.map((tags) => [tags.join(' and ') || 'anything', tags] as const))(
    'have something for %s',
    (_, tags) => {
      const found = ideasWith(NO_IDEAS, tags);
      expect(found.length).toBeGreaterThan(0);
      for (const idea of found) expect(idea.tags).toEqual(expect.arrayContaining([...tags]));
    }
  );

  test('have no tag twice', () => {
    for (const { tags } of BUILT_IN_IDEAS) expect(new Set(tags).size).toBe(tags.length);
  });
});

describe('own and hidden ideas', () => {
  test('an own idea stands first and is found by its tags', () => {
    const list = addIdea(NO_IDEAS, { ...OWN, text: '  Feed\nthe ducks ' });
    expect(allIdeas(list)[0]).toStrictEqual(OWN);
    expect(ideasWith(list, ['out', 'short'])[0]).toStrictEqual(OWN);
    expect(ideasWith(list, ['evening'])).not.toContainEqual(OWN);
  });

  test('nothing empty, nothing twice, nothing beyond the most', () => {
    const list = addIdea(NO_IDEAS, OWN);
    expect(addIdea(list, { ...OWN, id: 'own-2', text: ' ' })).toBe(list);
    expect(addIdea(list, { ...OWN, id: 'own-2' })).toBe(list);
    expect(addIdea(list, { ...OWN, text: 'Another' })).toBe(list);
    const own = Array.from({ length: OWN_IDEAS_MAX }, (_, index) => ({
      ...OWN,
      id: `${index}`,
      text: `${index}`
    }));
    const full = { ...NO_IDEAS, own };
    expect(addIdea(full, OWN)).toBe(full);
  });

  test('an own idea changes and goes', () => {
    const list = hideIdea(addIdea(NO_IDEAS, OWN), OWN.id, true);
    const changed = changeIdea(list, { ...OWN, text: 'Feed the swans', tags: ['out'] });
    expect(changed.own).toStrictEqual([{ id: OWN.id, text: 'Feed the swans', tags: ['out'] }]);
    expect(changeIdea(list, { ...OWN, text: '' })).toBe(list);
    expect(removeIdea(changed, OWN.id)).toStrictEqual(NO_IDEAS);
  });

  test('any idea is hidden and brought back', () => {
    const list = addIdea(NO_IDEAS, OWN);
    const hidden = hideIdea(hideIdea(hideIdea(list, OWN.id, true), 'hug', true), 'hug', true);
    expect(idsOf(hiddenIdeas(hidden))).toEqual([OWN.id, 'hug']);
    expect(idsOf(ideasWith(hidden, []))).toHaveLength(BUILT_IN_IDEAS.length - 1);
    expect(idsOf(ideasWith(hidden, []))).not.toContain('hug');
    expect(hideIdea(hideIdea(hidden, 'hug', false), OWN.id, false)).toStrictEqual(list);
  });

  test('the list can be stored, whatever it came from', () => {
    const tags: readonly IdeaTag[] = new Proxy(['out', 'short'], {});
    const list = plainIdeas({ own: [{ ...OWN, tags }], hidden: ['hug'], seen: ['song'] });
    expect(structuredClone(list)).toStrictEqual({
      own: [{ ...OWN, tags: ['short', 'out'] }],
      hidden: ['hug'],
      seen: ['song']
    });
    expect(seeIdeas(list, ['moon']).seen).toEqual(['moon']);
  });
});

describe('a draw', () => {
  test.each([
    { seen: [], chance: 0, drawn: 'a', then: ['a'] },
    { seen: [], chance: 0.999, drawn: 'c', then: ['c'] },
    { seen: ['a'], chance: 0, drawn: 'b', then: ['a', 'b'] },
    { seen: ['x', 'a', 'c'], chance: 0.9, drawn: 'b', then: ['x', 'a', 'c', 'b'] },
    // All were seen: a new round, but for the last one drawn.
    { seen: ['c', 'b', 'a'], chance: 0, drawn: 'b', then: ['b'] },
    { seen: ['x', 'c', 'b', 'a'], chance: 0.5, drawn: 'c', then: ['x', 'c'] }
  ])('after $seen at $chance is $drawn', ({ seen, chance, drawn, then }) => {
    const draw = drawOne(pool('a', 'b', 'c'), seen, chance);
    expect(draw?.one.id).toBe(drawn);
    expect(draw?.seen).toEqual(then);
  });

  test('comes from one idea again and again, and from none never', () => {
    expect(drawOne(pool('a'), ['a'], 0.5)).toEqual({ one: pool('a')[0], seen: ['a'] });
    expect(drawOne([], ['a'], 0.5)).toBeUndefined();
  });

  const chances = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

  test('repeats nothing until all were seen, round after round, and nothing twice in a row', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 12 }),
        fc.array(fc.string()),
        fc.array(chances, { minLength: 36, maxLength: 36 }),
        (ids, elsewhere, luck) => {
          let seen: readonly string[] = elsewhere.filter((id) => !ids.includes(id));
          const drawn = luck.map((chance) => {
            const draw = drawOne(pool(...ids), seen, chance);
            seen = draw?.seen ?? [];
            return draw?.one.id;
          });
          for (let start = 0; start + ids.length <= drawn.length; start += ids.length) {
            expect(new Set(drawn.slice(start, start + ids.length))).toEqual(new Set(ids));
          }
          expect(drawn.some((id, index) => id === drawn[index - 1])).toBe(false);
        }
      )
    );
  });
});
