import { m } from '#i18n/paraglide/messages.js';
import type { Ground } from './record.ts';
import { waits } from './waits.ts';

/** What is said on one of the four grounds. */
interface GroundWords {
  readonly name: string;
  /** What is meant. */
  readonly why: string;
  /** Said of something that was done. */
  readonly done: string;
  /** What may have gone well, saved in one tap. */
  readonly wins: readonly string[];
}

const WORDS: Record<Ground, () => GroundWords> = {
  people: () => ({
    name: m.ground_people(),
    why: m.ground_people_why(),
    done: m.ground_people_done(),
    wins: [m.ground_win_friend(), m.ground_win_met(), m.ground_win_helped()]
  }),
  joy: () => ({
    name: m.ground_joy(),
    why: m.ground_joy_why(),
    done: m.ground_joy_done(),
    wins: [m.ground_win_own(), m.ground_win_hobby(), m.ground_win_rest()]
  }),
  goals: () => ({
    name: m.ground_goals(),
    why: m.ground_goal_what(),
    done: m.ground_goals_done(),
    wins: [m.ground_win_step(), m.ground_win_learned(), m.ground_win_hard()]
  }),
  worth: () => ({
    name: m.ground_worth(),
    why: m.ground_worth_why(),
    done: m.ground_worth_done(),
    wins: [...waits(), m.ground_win_said(), m.ground_win_paused()]
  })
};

/** What is said on a ground. */
export const groundWords = (ground: Ground): GroundWords => WORDS[ground]();
