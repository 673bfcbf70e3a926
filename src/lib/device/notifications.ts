/** What the browser says of notifications; `unsupported` where it has none. */
export type Permission = NotificationPermission | 'unsupported';

/** Whether this app may show notifications here. */
export function permission(): Permission {
  return 'Notification' in globalThis ? Notification.permission : 'unsupported';
}
