/** Whether a media query holds. Where the browser can't tell, it doesn't. */
export function holdsMedia(query: string): boolean {
  return globalThis.matchMedia?.(query).matches ?? false;
}
