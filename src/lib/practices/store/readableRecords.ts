import type { PracticeRows, PracticeTable } from '../model/practices.ts';
import { isDayText, isList, isNumber, isText } from '#lib/store/readable.ts';

/** What a page takes for granted of a record: these fields are there, and of this type. */
interface Shape<Field = string> {
  readonly texts?: readonly Field[];
  readonly days?: readonly Field[];
  readonly lists?: readonly Field[];
}

const SHAPES: { readonly [Table in PracticeTable]: Shape<keyof PracticeRows[Table]> } = {
  groundings: { texts: ['trigger', 'feeling', 'because', 'alsoHelped'], lists: ['ways', 'helped'] },
  questions: { texts: ['trigger', 'rootNote', 'evidenceFor', 'evidenceAgainst', 'friend'] },
  thoughts: {
    texts: [
      'trigger',
      'thought',
      'evidenceFor',
      'evidenceAgainst',
      'explanations',
      'mySide',
      'friend',
      'balanced'
    ]
  },
  fears: { texts: ['trigger', 'prediction', 'line'], days: ['by'] },
  requests: { texts: ['impulse', 'see', 'about', 'wish'], lists: ['feelings'] },
  promises: { texts: ['text'], days: ['due'] },
  disclosures: { texts: ['prompt', 'note'] },
  sharedTimes: { texts: ['what', 'memory'] },
  checkIns: {
    texts: ['felt', 'feltPartner', 'line', 'hard', 'promise', 'together'],
    days: ['week'],
    lists: ['thanks', 'thanksPartner']
  },
  goals: { texts: ['text'], lists: ['steps'] },
  wins: { texts: ['text'] },
  sentences: { texts: ['harsh', 'friend', 'fair'] }
};

/** Whether it is a record that the pages of its practice can show. */
export function isRecord(table: PracticeTable, row: object): boolean {
  const found = row as Readonly<Record<string, unknown>>;
  const { texts = [], days = [], lists = [] }: Shape = SHAPES[table];
  const { id, at, day, zone, updatedAt } = found;
  return (
    [id, zone, ...texts.map((key) => found[key])].every(isText) &&
    [at, updatedAt].every(isNumber) &&
    [day, ...days.map((key) => found[key])].every(isDayText) &&
    lists.every((key) => isList(found[key], (item) => isText(item) || isText(Object(item).text)))
  );
}
