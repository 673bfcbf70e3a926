import { v7 as uuid } from 'uuid';
import { m } from '#i18n/paraglide/messages.js';
import { Live } from '#lib/store/live.ts';
import {
  addIdea,
  changeIdea,
  hideIdea,
  removeIdea,
  seeIdeas,
  type Idea,
  type IdeaList,
  type IdeaTag,
  type OwnIdea
} from './model/ideas.ts';
import { ideaWords } from './ideaWords.ts';
import type { Tell } from '#lib/ui/announcer.svelte.ts';
import { changeIdeas, loadIdeas } from '../store/index.ts';

/** The ideas for time together, as a page reads and changes them. Make one while a page is made. */
export class Ideas {
  readonly #tell: Tell;
  readonly #live = new Live(async () => (await loadIdeas()).currentIdeas);

  /** Undefined until they have been read. */
  readonly list: IdeaList | undefined = $derived(this.#live.current);

  constructor(tell: Tell) {
    this.#tell = tell;
  }

  /** Keeps which ideas were drawn. Where that fails one may come again, and nothing else. */
  async see(seen: readonly string[]): Promise<void> {
    await changeIdeas((list) => seeIdeas(list, seen)).catch(() => undefined);
  }

  /** Adds an idea of the user's own. Like all that follow it resolves with whether that worked. */
  add(text: string, tags: readonly IdeaTag[]): Promise<boolean> {
    const idea = { id: uuid(), text, tags };
    return this.#change(
      m.together_idea_was_added({ idea: text }),
      (list) => addIdea(list, idea),
      (list) => removeIdea(list, idea.id)
    );
  }

  /** Puts other words and tags to an own idea. */
  change(before: OwnIdea, text: string, tags: readonly IdeaTag[]): Promise<boolean> {
    return this.#change(
      m.together_idea_was_changed({ idea: text }),
      (list) => changeIdea(list, { ...before, text, tags }),
      (list) => changeIdea(list, before)
    );
  }

  /** Removes an own idea. */
  remove(idea: OwnIdea): Promise<boolean> {
    const isHidden = this.list?.hidden.includes(idea.id) ?? false;
    return this.#change(
      m.together_idea_was_deleted({ idea: idea.text }),
      (list) => removeIdea(list, idea.id),
      (list) => hideIdea(addIdea(list, idea), idea.id, isHidden)
    );
  }

  /** Hides an idea, or brings it back. */
  hide(idea: Idea, isHidden: boolean): Promise<boolean> {
    const words = { idea: ideaWords(idea) };
    return this.#change(
      isHidden ? m.together_idea_was_hidden(words) : m.together_idea_is_back(words),
      (list) => hideIdea(list, idea.id, isHidden),
      (list) => hideIdea(list, idea.id, !isHidden)
    );
  }

  #change(
    text: string,
    change: (list: IdeaList) => IdeaList,
    back: (list: IdeaList) => IdeaList
  ): Promise<boolean> {
    return this.#tell(
      text,
      () => changeIdeas(change),
      () => changeIdeas(back)
    );
  }
}
