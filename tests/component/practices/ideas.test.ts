import { beforeEach, expect, test } from 'vitest';
import { changeIdeas, currentIdeas } from '#lib/practices/together/store/ideas.ts';
import { emptyAccount } from '#lib/backup/store/importAccount.ts';
import { addIdea, hideIdea, NO_IDEAS, seeIdeas } from '#lib/practices/together/model/ideas.ts';

beforeEach(emptyAccount);

test('there is nothing of the user’s own at first', async () => {
  expect(await currentIdeas()).toEqual(NO_IDEAS);
});

test('changes at the same time, as of two tabs, are all kept', async () => {
  await Promise.all([
    changeIdeas((list) => addIdea(list, { id: 'a', text: 'Feed the ducks', tags: ['out'] })),
    changeIdeas((list) => hideIdea(list, 'hug', true)),
    changeIdeas((list) => addIdea(list, { id: 'b', text: 'Feed the swans', tags: [] })),
    changeIdeas((list) => seeIdeas(list, ['moon']))
  ]);
  const { own, hidden, seen } = await currentIdeas();
  expect(own.map(({ id }) => id).sort()).toEqual(['a', 'b']);
  expect({ hidden, seen }).toEqual({ hidden: ['hug'], seen: ['moon'] });
});
