import { asOf } from '#lib/store/clash.svelte.ts';
import type { PracticeRecord } from '../registry.ts';
import { pauseRecord, type PauseMade } from '../pause/record.ts';
import { questionsRecord, type Questions } from '../questions/record.ts';
import { thoughtRecord, type Thought } from '../thought/record.ts';

/** What something reminded the person of, and the record that holds it. */
export type Note =
  | { readonly table: 'groundings'; readonly row: PauseMade }
  | { readonly table: 'questions'; readonly row: Questions }
  | { readonly table: 'thoughts'; readonly row: Thought };

/** All that was written of the past, the newest first. */
export function notesOf(
  pauses: readonly PauseMade[],
  questions: readonly Questions[],
  thoughts: readonly Thought[]
): Note[] {
  const all: Note[] = [
    ...pauses.map((row) => ({ table: 'groundings' as const, row })),
    ...questions.map((row) => ({ table: 'questions' as const, row })),
    ...thoughts.map((row) => ({ table: 'thoughts' as const, row }))
  ];
  return all.filter(({ row }) => row.rootNote).sort((one, other) => other.row.at - one.row.at);
}

/**
 * The note's record with other words in it.
 *
 * @param since when the record was last written before the words were begun
 */
export function withNote(
  note: Note,
  rootNote: string,
  now: number,
  since = note.row.updatedAt
): PracticeRecord {
  const changes = { rootNote };
  switch (note.table) {
    case 'groundings':
      return {
        ...note,
        row: pauseRecord.amend(note.row, changes, now),
        before: asOf(note.row, since)
      };
    case 'questions':
      return {
        ...note,
        row: questionsRecord.amend(note.row, changes, now),
        before: asOf(note.row, since)
      };
    case 'thoughts':
      return {
        ...note,
        row: thoughtRecord.amend(note.row, changes, now),
        before: asOf(note.row, since)
      };
  }
}

/** Whether the record says nothing but the note. */
export function isOnlyNote({ table, row }: Note): boolean {
  const bare = { ...row, rootNote: undefined };
  return table === 'groundings'
    ? pauseRecord.fault(bare) !== undefined
    : table === 'questions' && questionsRecord.fault(bare) !== undefined;
}
