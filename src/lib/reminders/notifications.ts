import { permission, type Permission } from './permission.ts';

export { permission, type Permission };

/** Asks the user for leave to show notifications. Browsers want this to follow a tap. */
export async function askPermission(): Promise<Permission> {
  return 'Notification' in globalThis ? Notification.requestPermission() : 'unsupported';
}
