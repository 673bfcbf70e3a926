import { createSubscriber } from 'svelte/reactivity';
import { getLocale } from '#i18n/paraglide/runtime.js';
import { languageOf } from '#lib/language/index.ts';
import { painted } from '#lib/ui/painted.ts';

const language = languageOf(getLocale());

/** Whether the app has rules of its language, and so can read along. */
export const readsAlong = language.isRead;

/** The words of danger in the language of the app: undefined until they are here. */
export const dangerRules = arriving(language.danger);

/** The hints in the language of the app: undefined until they are here. */
export const hintRules = arriving(language.hints);

/** What words from a hard moment are about, in the language of the app: undefined until that is here. */
export const leadRules = arriving(language.leads);

/**
 * Reads what is loaded once somebody on the screen asks for it, after the form is painted. A form
 * works without: what can't be loaded is asked for again by the next form.
 */
function arriving<T>(load: () => Promise<T>): () => T | undefined {
  let here: T | undefined;
  const subscribe = createSubscriber((update) => {
    void painted()
      .then(load)
      .then(
        (loaded) => {
          here = loaded;
          update();
        },
        () => undefined
      );
  });
  return () => {
    subscribe();
    return here;
  };
}
