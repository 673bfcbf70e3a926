/** How safe the data is on this device, as far as the browser tells. */
export interface StorageReport {
  /** Whether the browser has promised not to clear it to make room. */
  readonly isPersistent: boolean;
  /** Bytes that this site uses; undefined where the browser does not say. */
  readonly used: number | undefined;
  /** Bytes that this site may use; undefined where the browser does not say. */
  readonly quota: number | undefined;
}

/**
 * Asks the browser to keep the data for good. Some browsers ask the user, some decide alone, and
 * the answer may be no: then the data is kept as long as there is room.
 */
export function askToPersist(): Promise<boolean> {
  return told(() => navigator.storage?.persist?.(), false);
}

/**
 * Has the data kept for good where the browser decides that alone. Firefox puts a question to the
 * person, which is for a moment at which they know why.
 */
export async function persistUnasked(): Promise<void> {
  if (!CSS.supports('-moz-appearance', 'none')) await askToPersist();
}

/** What the browser says of the storage of this site. */
export async function storageReport(): Promise<StorageReport> {
  const isPersistent = await told(() => navigator.storage?.persisted?.(), false);
  const { usage, quota } = await told<StorageEstimate>(() => navigator.storage?.estimate?.(), {});
  return { isPersistent: isPersistent === true, used: bytes(usage), quota: bytes(quota) };
}

function bytes(told: unknown): number | undefined {
  return Number.isFinite(told) && Number(told) >= 0 ? Number(told) : undefined;
}

/** What the browser answers; `otherwise` where it can't be asked, or refuses as private windows do. */
async function told<T>(ask: () => Promise<T> | undefined, otherwise: T): Promise<T> {
  try {
    return (await ask()) ?? otherwise;
  } catch {
    return otherwise;
  }
}
