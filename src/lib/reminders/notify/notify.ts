/** A notification, as far as this app gives it looks. TypeScript doesn't know all of it. */
export interface Notice extends NotificationOptions {
  /**
   * The address that a tap leads to. Safari on iOS demands one in answer to a push, and goes there by
   * itself; other browsers leave that to the worker.
   */
  readonly navigate: string;
  /** What it can be answered with. */
  readonly actions?: readonly { readonly action: string; readonly title: string }[];
  /** When it was due, in milliseconds since the epoch. */
  readonly timestamp?: number;
  /** It's heard also where it takes the place of another. */
  readonly renotify?: boolean;
}

/** Shows a notification in the place of any other with its tag. */
export function notify(
  registration: ServiceWorkerRegistration,
  title: string,
  notice: Notice
): Promise<void> {
  return registration.showNotification(title, notice);
}
