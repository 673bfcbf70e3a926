/** The key of what is half written about an entry. */
export function entryDraftKey(id: string): string {
  return `entry/${id}`;
}
