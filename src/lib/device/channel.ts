/**
 * A channel to the other tabs. Where a site may store nothing, a browser may refuse it too (Firefox
 * does): then there's nobody to hear of.
 */
export function openChannel(name: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(name);
  } catch {
    return undefined;
  }
}
