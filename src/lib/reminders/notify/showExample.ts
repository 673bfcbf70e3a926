import { askWorker } from './askWorker.ts';
import { permission } from '#lib/device/notifications.ts';

/** Shows an example notification where notifications are allowed. Resolves with whether they are. */
export async function showExample(): Promise<boolean> {
  const registration = await navigator.serviceWorker?.getRegistration();
  if (!registration || permission() !== 'granted') return false;
  askWorker(registration, 'show-example');
  return true;
}
