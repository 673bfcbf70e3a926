import { resolve } from '$app/paths';
import { m } from '#i18n/paraglide/messages.js';

/** The calendar files, which the service worker makes. Make one while a page is made. */
export class Calendar {
  /** The service worker answers this page. */
  isReady = $state(false);

  constructor() {
    $effect(() => {
      const { serviceWorker } = navigator;
      const look = () => (this.isReady = Boolean(serviceWorker?.controller));
      look();
      serviceWorker?.addEventListener('controllerchange', look);
      return () => serviceWorker?.removeEventListener('controllerchange', look);
    });
  }

  /** The address of a reminder's file, or of the one for all; undefined while none can be made. */
  hrefOf(id: string): string | undefined {
    return this.isReady ? `${resolve('/')}calendar/${id}.ics` : undefined;
  }
}

const TYPE = 'text/calendar';

/** Whether this browser can hand a calendar file to another app. */
export function canShareFile(): boolean {
  const probe = new File([''], m.calendar_file(), { type: TYPE });
  return navigator.canShare?.({ files: [probe] }) ?? false;
}

/** Hands a calendar file to an app that the user chooses. */
export async function shareFile(href: string): Promise<void> {
  // Offline and not kept: the link beside the button says so.
  const answer = await fetch(href).catch(() => undefined);
  if (!answer?.ok) return;
  const file = new File([await answer.blob()], m.calendar_file(), { type: TYPE });
  // To change one's mind is not an error.
  await navigator.share({ files: [file] }).catch(() => undefined);
}
