/** The key of what is half written about an entry, or for a new one. */
export function entryDraftKey(id: string): string {
  return `entry/${id}`;
}

/** The id of the row that a draft with that key is about; undefined where it's about a new one. */
export function idInKey(key: string): string | undefined {
  return key.split('/')[1];
}

/** The key of what is half written about a reminder, or for a new one. */
export function reminderDraftKey(id: string): string {
  return `reminders/${id}`;
}
