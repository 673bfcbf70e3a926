import type { Reminder, ReminderRules } from '../model/reminder.ts';
import { amendReminder, newReminder, restoredReminder } from '../model/reminderDraft.ts';
import { isSame } from '#lib/record/same.ts';
import type { ReminderFacts } from './reminderFields.ts';
import { versionWords } from './words.ts';
import { reminders } from '../reminders.svelte.ts';
import { keepReminder, removeReminder, restoreReminder, setRules } from '../store/index.ts';
import { replaceOrAsk } from '#lib/store/clash.svelte.ts';
import type { Change } from '#lib/store/replaceable.ts';
import { stamp } from '#lib/time/stamp.ts';
import { Announcer, NOTHING } from '#lib/ui/announcer.svelte.ts';

/** What the user decides about reminders: each is kept at once, and can be undone. Make one while a page is made. */
export class Decisions extends Announcer {
  /** What was made last while this page is open, until the person has seen what will happen. */
  made: Reminder | undefined = $state.raw();
  #rules: ReminderRules | undefined = $state.raw();
  #isMaking = false;

  constructor() {
    super();
    // What was decided has served once the database says the same.
    $effect(() => {
      if (isSame(reminders.rules, this.#rules)) this.#rules = undefined;
    });
  }

  /** What holds for all reminders; undefined until it has been read. */
  get rules(): ReminderRules | undefined {
    return this.#rules ?? reminders.rules;
  }

  /**
   * Adds a reminder, once for two presses. Resolves with whether that worked.
   *
   * @param draft the key of its half-written form, which goes with it
   */
  async make(facts: ReminderFacts, text: string, draft?: string): Promise<boolean> {
    if (this.#isMaking) return false;
    this.#isMaking = true;
    const reminder = newReminder({ ...facts, isOn: true }, stamp());
    const isMade = await this.tell(
      text,
      () => keepReminder(reminder, undefined, draft),
      () => removeReminder(reminder.id, reminder)
    );
    this.#isMaking = false;
    if (isMade) this.made = reminder;
    return isMade;
  }

  /** Changes what a reminder says or when it comes. As {@link make}. */
  async change(
    before: Reminder,
    facts: ReminderFacts,
    text: string,
    draft?: string
  ): Promise<boolean> {
    const after = amendReminder(before, { ...facts, isOn: before.isOn }, Date.now());
    let done: Change<Reminder> = { before, after };
    const keep = (change: Change<Reminder>) => keepReminder(change.after, change.before, draft);
    const write = async () => (done = await replaceOrAsk({ before, after }, keep, versionWords));
    return this.tell(text, write, async () => {
      const { before, after } = done;
      if (before) await keepReminder(restoredReminder(before, after, Date.now()), after);
      else await removeReminder(after.id, after);
    });
  }

  /** Turns a reminder on or off. Resolves with whether that worked. */
  turn(reminder: Reminder, isOn: boolean): Promise<boolean> {
    const changed = amendReminder(reminder, { ...reminder, isOn }, Date.now());
    return this.do(() => keepReminder(changed, reminder), NOTHING);
  }

  /** Takes a reminder away, with its answers. Resolves with whether that worked. */
  async remove(reminder: Reminder, text: string): Promise<boolean> {
    let undo = async () => {};
    const remove = async () => {
      const removed = await removeReminder(reminder.id);
      if (!removed) return;
      undo = () => restoreReminder(removed);
    };
    return this.tell(text, remove, () => undo());
  }

  /** Keeps rules that hold for all reminders. The next change builds on them at once. */
  async rule(changes: Partial<ReminderRules>): Promise<void> {
    const { rules } = this;
    if (!rules) return;
    const changed = { ...rules, ...changes };
    this.#rules = changed;
    if (!(await this.do(() => setRules(rules, changed), NOTHING))) this.#rules = undefined;
  }
}
