/** What this device can do for reminders, as far as it tells. */
export interface Device {
  readonly notifications: 'granted' | 'denied' | 'default' | 'unsupported';
  /** The app runs as an installed one. */
  readonly isInstalled: boolean;
  /** An iPhone or iPad: its notifications need the Home Screen. */
  readonly isIos: boolean;
  readonly hasPeriodicSync: boolean;
  readonly hasBadge: boolean;
}

/** Whether it can only notify once the app is on the Home Screen. */
export function needsHomeScreen({ isIos, isInstalled }: Device): boolean {
  return isIos && !isInstalled;
}
