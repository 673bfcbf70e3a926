import { usableZone } from './day.ts';

/**
 * The time zone that the device is in now. Asked anew each time: people travel. A device that names
 * none that exists is taken to be in UTC, as its browser does.
 */
export function here(): string {
  return usableZone(named() ?? 'UTC');
}

/** The zone that the browser names. Some have named none, and some have thrown. */
function named(): string | undefined {
  try {
    return Temporal.Now.timeZoneId();
  } catch {
    return undefined;
  }
}
