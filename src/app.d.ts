declare global {
  namespace App {
    interface PageState {
      /** The card of the first run that is shown, from 0 on. */
      firstRun?: number;
      /** Something was opened over the page while no page of the app lay behind it. */
      isOver?: boolean;
    }
  }

  /** A tap on the prerendered pad, kept by src/early.js until the app can answer it. */
  interface EarlyTap {
    tap: string | undefined;
    at: number;
  }

  interface Window {
    /** Ends the keeping and hands over what was kept. */
    stopEarlyTaps: () => EarlyTap[];
    /** Hands over, once, what a shortcut's address asked for, and when. */
    takeShortcut: () => EarlyTap | undefined;
    /** The browser's last offer to install the app, held back by src/early.js. It's in no standard. */
    installEvent?: Event & { prompt?: () => Promise<unknown> };
    /** Where the browser knows Trusted Types: makes addresses that may be run. As far as it is used. */
    readonly trustedTypes?: {
      createPolicy(name: string, rules: TrustedAddresses): TrustedAddresses;
    };
  }

  interface TrustedAddresses {
    /** Given back is an object that the browser trusts, and that reads as a text. */
    createScriptURL(address: string): string;
  }
}

export {};
