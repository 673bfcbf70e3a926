import { v7 as uuid } from 'uuid';
import { m } from '#i18n/paraglide/messages.js';
import { live } from '#lib/store/live.ts';
import type { Idea, IdeaChange, IdeaList, IdeaTag, OwnIdea } from './model/ideas.ts';
import { ideaWords } from './ideaWords.ts';
import type { Tell } from '#lib/ui/announcer.svelte.ts';
import { changeIdeas, loadIdeas } from '../store/index.ts';

/** The ideas for time together, as a page reads and changes them. Make one while a page is made. */
export class Ideas {
  readonly #tell: Tell;
  readonly #live = live(loadIdeas, 'currentIdeas');

  /** Undefined until they have been read. */
  readonly list: IdeaList | undefined = $derived(this.#live.current);

  constructor(tell: Tell) {
    this.#tell = tell;
  }

  /** Keeps which ideas were drawn. Where that fails one may come again, and nothing else. */
  async see(seen: readonly string[]): Promise<void> {
    await changeIdeas([{ see: seen }]).catch(() => undefined);
  }

  /**
   * Adds an idea of the user's own. Like all that follow it resolves with whether that worked.
   *
   * @param draft the key of its half-written form, which goes with it
   */
  add(text: string, tags: readonly IdeaTag[], draft: string): Promise<boolean> {
    const idea = { id: uuid(), text, tags };
    const said = m.together_idea_was_added({ idea: text });
    return this.#change(said, [{ add: idea }], [{ remove: idea.id, was: idea }], draft);
  }

  /** Changes the words and tags of an own idea, and deletes its draft like {@link add}. */
  change(before: OwnIdea, text: string, tags: readonly IdeaTag[], draft: string): Promise<boolean> {
    const said = m.together_idea_was_changed({ idea: text });
    const after = { id: before.id, text, tags };
    const back = [{ change: before, was: after }];
    return this.#change(said, [{ change: after, was: before }], back, draft);
  }

  /** Removes an own idea. */
  remove(idea: OwnIdea): Promise<boolean> {
    const isHidden = this.list?.hidden.includes(idea.id) ?? false;
    const said = m.together_idea_was_deleted({ idea: idea.text });
    const back = [{ add: idea }, { hide: idea.id, isHidden }];
    return this.#change(said, [{ remove: idea.id, was: idea }], back);
  }

  /** Hides an idea, or brings it back. */
  hide(idea: Idea, isHidden: boolean): Promise<boolean> {
    const words = { idea: ideaWords(idea) };
    const said = isHidden ? m.together_idea_was_hidden(words) : m.together_idea_is_back(words);
    return this.#hide(idea.id, isHidden, said);
  }

  /** Hides a question for two, or brings it back. */
  hideQuestion(id: string, isHidden: boolean): Promise<boolean> {
    const said = isHidden ? m.questions_two_was_hidden() : m.questions_two_is_back();
    return this.#hide(id, isHidden, said);
  }

  #hide(id: string, isHidden: boolean, said: string): Promise<boolean> {
    return this.#change(said, [{ hide: id, isHidden }], [{ hide: id, isHidden: !isHidden }]);
  }

  #change(
    said: string,
    changes: readonly IdeaChange[],
    back: readonly IdeaChange[],
    draft?: string
  ): Promise<boolean> {
    return this.#tell(
      said,
      () => changeIdeas(changes, draft),
      () => changeIdeas(back)
    );
  }
}
