/** Tells what has happened: counts and faults, never whom it was about. */
export type Log = (what: string, facts?: Readonly<Record<string, unknown>>) => void;

/** For how long nothing is told twice, in milliseconds: a database that is away is asked each second. */
const QUIET = 60_000;

/**
 * Makes a log of lines of JSON, none of them twice within a minute.
 *
 * @param now in milliseconds since the epoch
 */
export function logTo(write: (line: string) => void, now = Date.now): Log {
  const told = new Set<string>();
  let since = -Infinity;
  return (what, facts) => {
    const at = now();
    if (at - since >= QUIET) {
      told.clear();
      since = at;
    }
    const text = JSON.stringify({ what, ...facts });
    if (told.has(text)) return;
    told.add(text);
    write(`${JSON.stringify({ at: new Date(at).toISOString(), what, ...facts })}\n`);
  };
}
