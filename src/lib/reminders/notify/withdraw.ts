import { alone } from './oneAtATime.ts';
import { setDueBadge } from './appBadge.ts';
import { stopPeriodicSync } from './periodicSync.ts';

/** Takes back all that this app shows outside its own window, and that it is woken now and then. */
export async function withdraw(registration: ServiceWorkerRegistration): Promise<void> {
  await setDueBadge(false);
  await stopPeriodicSync(registration);
  await alone(async () => {
    for (const shown of await registration.getNotifications()) shown.close();
  });
}
