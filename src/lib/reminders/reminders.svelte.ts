import { live } from '#lib/store/live.ts';
import { whileReadable } from '#lib/store/whileReadable.svelte.ts';
import { loadHandedOut, loadReminders } from './store/index.ts';

/** The reminders as every page reads them. Each value is undefined until it has been read. */
class RemindersView {
  readonly #lives = whileReadable(() => ({
    all: live(loadReminders, 'allReminders'),
    answers: live(loadReminders, 'allAnswers'),
    rules: live(loadReminders, 'currentRules'),
    handedOut: live(loadHandedOut, 'currentHandedOut')
  }));

  /** In the order in which they were made. */
  get all() {
    return this.#lives.current?.all.current;
  }

  /** What became of the prompts, reminder by reminder. */
  get answers() {
    return this.#lives.current?.answers.current;
  }

  /** What calendars may hold. */
  get handedOut() {
    return this.#lives.current?.handedOut.current;
  }

  /** What holds for all reminders. */
  get rules() {
    return this.#lives.current?.rules.current;
  }
}

/** The one view of the reminders that all pages share. */
export const reminders = new RemindersView();
