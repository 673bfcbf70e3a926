/** Writes a line of JSON about what has happened: counts and faults, never whom it was about. */
export type Log = (what: string, facts?: Readonly<Record<string, unknown>>) => void;

export const log: Log = (what, facts) => {
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), what, ...facts })}\n`);
};
