import { shownActs, type Act } from '../model/acts.ts';
import { localTime } from '#lib/time/day.ts';
import {
  plainFacts,
  type About,
  type BidResponse,
  type Entry,
  type Facts,
  type Kind,
  type Who
} from '../model/entry.ts';

/** An entry as a form holds it: a value for every field of every kind. */
export interface EntryFields {
  kind: Kind;
  by: Who;
  /** Who began to make up; '' for both. */
  mender: Who | '';
  /** The id of the entry that a repair mends; '' where none is known. */
  of: string;
  response: BidResponse;
  warm: boolean;
  about: About | '';
  /** An act's name; '' stands for the own words in `ownAct`. */
  act: string;
  ownAct: string;
  outcome: 'kept' | 'broken';
  note: string;
}

/** All that the form of an entry holds. */
export interface EntryFormFields extends EntryFields {
  /** On the entry's own clock, 'YYYY-MM-DDTHH:mm'. */
  local: string;
  /** When the entry was last written before the form began with it. */
  since: number;
}

const BLANK: EntryFields = {
  kind: 'bid',
  by: 'partner',
  mender: '',
  of: '',
  response: 'toward',
  warm: false,
  about: '',
  act: '',
  ownAct: '',
  outcome: 'kept',
  note: ''
};

/** The facts, or those of a new entry, as a form begins with them. `act` is the act of a new one. */
export function fieldsOf(facts: Facts | undefined, act = ''): EntryFields {
  const { by: mender = '', of = '' } = facts?.kind === 'repair' ? facts : {};
  return { ...BLANK, act, ...(facts && plainFacts(facts)), mender, of };
}

/**
 * The form of an entry, or of a new one, as it begins.
 *
 * @param localNow the time on this clock, 'YYYY-MM-DDTHH:mm'
 */
export function firstFields(
  entry: Entry | undefined,
  acts: readonly Act[],
  localNow: string
): EntryFormFields {
  const local = entry ? localTime(entry) : localNow;
  return { ...fieldsOf(entry, shownActs(acts)[0]), local, since: entry?.updatedAt ?? 0 };
}

/** What a form says, as a plain object. */
export function factsOfFields(fields: EntryFields): Facts {
  const { kind, by, mender, of, response, warm, about, act, ownAct, outcome, note } = fields;
  switch (kind) {
    case 'bid':
      return plainFacts({
        kind,
        by,
        response,
        note,
        ...(warm && { warm }),
        ...(about && { about })
      });
    case 'act':
      return plainFacts({ kind, by, act: act || ownAct, note });
    case 'repair':
      return plainFacts({ kind, note, ...(mender && { by: mender }), ...(of && { of }) });
    case 'promise':
      return plainFacts({ kind, by, outcome, note });
    case 'experience':
      return plainFacts({ kind, note });
  }
}
