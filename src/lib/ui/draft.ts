import {
  plainFacts,
  type About,
  type BidResponse,
  type Facts,
  type Kind,
  type Who
} from '#lib/domain/entry.ts';

/** The facts of an entry as a form holds them: a value for every field of every kind. */
export interface Draft {
  kind: Kind;
  by: Who;
  response: BidResponse;
  warm: boolean;
  about: About | '';
  /** An act's name; '' stands for the own words in `ownAct`. */
  act: string;
  ownAct: string;
  outcome: 'kept' | 'broken';
  note: string;
}

const BLANK: Draft = {
  kind: 'bid',
  by: 'partner',
  response: 'toward',
  warm: false,
  about: '',
  act: '',
  ownAct: '',
  outcome: 'kept',
  note: ''
};

/** A form's draft of these facts, or of a new entry. `act` is the act that a new one begins with. */
export function draftOf(facts: Facts | undefined, act = ''): Draft {
  return { ...BLANK, act, ...(facts && plainFacts(facts)) };
}

/** The facts that a draft says, as a plain object; `of` is the entry that a repair is known to mend. */
export function factsOf(draft: Draft, of?: string): Facts {
  const { kind, by, response, warm, about, act, ownAct, outcome, note } = draft;
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
      return plainFacts({ kind, by, note, ...(of && { of }) });
    case 'promise':
      return plainFacts({ kind, by, outcome, note });
    case 'experience':
      return plainFacts({ kind, note });
  }
}
