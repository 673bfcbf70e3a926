/** What the browser says of notifications; `unsupported` where it has none. */
export type Permission = NotificationPermission | 'unsupported';

const PERMISSIONS: readonly Permission[] = ['granted', 'denied', 'default'];

/** Whether this app may show notifications here. */
export function permission(): Permission {
  const told = (globalThis as { Notification?: { permission?: unknown } }).Notification?.permission;
  return PERMISSIONS.find((known) => known === told) ?? 'unsupported';
}
