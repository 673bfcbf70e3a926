import { holdsMedia } from '#lib/device/media.ts';
import { permission } from '#lib/device/notifications.ts';
import type { Device } from './device.ts';

/** What this device says that it can do. */
export function readDevice(): Device {
  return {
    notifications: permission(),
    isInstalled: isInstalled(),
    isIos: isIos(),
    hasPeriodicSync:
      'ServiceWorkerRegistration' in window &&
      'periodicSync' in ServiceWorkerRegistration.prototype,
    hasBadge: 'setAppBadge' in navigator
  };
}

function isInstalled(): boolean {
  const isStandalone = 'standalone' in navigator && navigator.standalone === true;
  return isStandalone || holdsMedia('(display-mode: standalone)');
}

/** iPads say that they are Macs, which have no touch screen. */
function isIos(): boolean {
  const { userAgent, maxTouchPoints } = navigator;
  return /iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && maxTouchPoints > 1);
}
