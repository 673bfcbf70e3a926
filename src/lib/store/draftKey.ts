/** The key of what is half written about an entry, or for a new one. */
export function entryDraftKey(id: string): string {
  return `entry/${id}`;
}

/** The key of what is half written about a reminder, or for a new one. */
export function reminderDraftKey(id: string): string {
  return `reminders/${id}`;
}
