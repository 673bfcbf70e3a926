declare global {
  /** A tap on the prerendered pad, kept by src/early.js until the app can answer it. */
  interface EarlyTap {
    tap: string | undefined;
    at: number;
  }

  interface Window {
    /** Ends the keeping and hands over what was kept. */
    stopEarlyTaps: () => EarlyTap[];
  }
}

export {};
