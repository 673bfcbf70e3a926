import { permission, type Permission } from './notifications.ts';

// Apart from what a worker needs too: it cannot ask.

/** Asks the user for leave to show notifications. Browsers want this to follow a tap. */
export async function askPermission(): Promise<Permission> {
  try {
    if (permission() !== 'unsupported') await Notification.requestPermission();
  } catch {
    // Refused before the user was asked, as in a frame.
  }
  return permission();
}
