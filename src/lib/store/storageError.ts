/** Why the database did not do what was asked. The words for each are in the message files. */
export type StorageFault =
  | 'full'
  | 'outdated'
  | 'erased'
  | 'lost'
  | 'gone'
  | 'changed'
  | 'locked'
  | 'damaged'
  | 'unloaded'
  | 'unavailable'
  | 'failed';

/** A read or a write that failed, in terms that a person can be told about. Nothing was written. */
export class StorageError extends Error {
  override name = 'StorageError';

  constructor(
    readonly fault: StorageFault,
    cause?: unknown
  ) {
    super(`storage: ${fault}`, { cause });
  }
}

/** A row is no longer as it was when it was read: another tab, or a backup, has changed it meanwhile. */
export class ChangedError extends StorageError {
  /**
   * @param mine what was to be written; undefined where the row was to be deleted
   * @param found what stands there by now; undefined where it was deleted
   */
  constructor(
    readonly mine: unknown,
    readonly found: unknown
  ) {
    super('changed');
  }
}
