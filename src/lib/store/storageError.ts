/** Why the database did not do what was asked. The words for each are in the message files. */
export type StorageFault =
  | 'full'
  | 'outdated'
  | 'erased'
  | 'lost'
  | 'gone'
  | 'locked'
  | 'damaged'
  | 'unloaded'
  | 'unavailable';

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
