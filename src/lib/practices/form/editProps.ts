import type { Announcer } from '#lib/ui/announcer.svelte.ts';

/** What the form of an older record is given, wherever it's opened. */
export interface EditProps<Row> {
  readonly record: Row;
  /** Where it's announced what was changed. */
  readonly announcer: Announcer;
  /** Why the last try to delete failed. */
  readonly fault?: string | undefined;
  /** Deletes what the form was opened for. Resolves with whether that worked. */
  readonly ondelete: () => Promise<boolean>;
  readonly onclose: () => void;
}
