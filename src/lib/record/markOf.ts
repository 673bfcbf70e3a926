/**
 * What names a row in an address: the random end of its id. The beginning tells the millisecond in
 * which it was made, and addresses stay in the browser's history.
 */
export function markOf(id: string): string {
  return id.slice(-12);
}
