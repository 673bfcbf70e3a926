import { addDays, type Day } from '#lib/time/day.ts';
import type { Fear, FearFacts, FearOutcome } from '../record.ts';
import { DAYS_AHEAD, USUAL_AHEAD } from './fear.ts';

/** The day on which it is asked: so many days from today, or one of the user's own. */
export type Ahead = `${(typeof DAYS_AHEAD)[number]}` | 'own';

/** What the form of a fear holds. */
export interface FearForm {
  trigger: string;
  prediction: string;
  evidenceFor: string;
  evidenceAgainst: string;
  ahead: Ahead;
  /** The day of the user's own. */
  own: Day | '';
  /** The thought that it came from; empty without one. */
  thoughtId: string;
  /** Empty while it is open. */
  outcome: FearOutcome | '';
  line: string;
}

/** What a new one begins with. */
export const BLANK_FORM: FearForm = {
  trigger: '',
  prediction: '',
  evidenceFor: '',
  evidenceAgainst: '',
  ahead: `${USUAL_AHEAD}`,
  own: '',
  thoughtId: '',
  outcome: '',
  line: ''
};

/** The form of a fear that is there. */
export function formOf({ thoughtId, outcome, ...fear }: FearFacts): FearForm {
  const { trigger, prediction, evidenceFor, evidenceAgainst, by, line } = fear;
  return {
    ...{ trigger, prediction, evidenceFor, evidenceAgainst, line },
    ahead: 'own',
    own: by,
    thoughtId: thoughtId ?? '',
    outcome: outcome ?? ''
  };
}

/**
 * The form, while its fear was answered or left open again elsewhere: on its card, or in another tab.
 * The same form where what it holds still fits.
 */
export function caughtUp(form: FearForm, fear: FearFacts): FearForm {
  const { outcome, line } = formOf(fear);
  const fits = (form.outcome === '') === (outcome === '');
  return fits ? form : { ...form, outcome, line };
}

/** The day that the form chooses; empty where it is yet to be chosen. */
export function dayOf({ ahead, own }: FearForm, today: Day): Day | '' {
  return ahead === 'own' ? own : addDays(today, Number(ahead));
}

/**
 * The fear that the form says.
 *
 * @param before the one that is being changed: it stays put off while its day stays
 */
export function factsOf(form: FearForm, today: Day, before?: Fear): FearFacts {
  const { trigger, prediction, evidenceFor, evidenceAgainst, thoughtId, outcome, line } = form;
  const by = dayOf(form, today);
  const notBefore = before?.by === by && before.notBefore;
  return {
    trigger,
    prediction,
    evidenceFor,
    evidenceAgainst,
    by,
    line,
    ...(thoughtId && { thoughtId }),
    ...(outcome && { outcome }),
    ...(notBefore && { notBefore })
  };
}
