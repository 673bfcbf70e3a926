/** A device as it is stored. Instants are in seconds since the epoch unless they say otherwise. */
export interface Device {
  readonly id: string;
  /** The SHA-256 of what the device proves itself with. */
  readonly token: Uint8Array;
  /** Its address at the push service. */
  readonly endpoint: string;
  /** What is posted there at each ring, sealed by the device for itself. */
  readonly body: Uint8Array<ArrayBuffer>;
  /** As `packRings` writes them. */
  readonly rings: Uint8Array;
  /** When to look at it again; null where it has no ring left. */
  readonly next: number | null;
  /** When its plan was last renewed, in milliseconds since the epoch. */
  readonly seen: number;
}

/** A device one of whose rings is due. */
export type Claimed = Pick<Device, 'id' | 'endpoint' | 'body' | 'rings' | 'seen'> & {
  /** How often this ring was tried before. */
  readonly tries: number;
  /** When others may claim it. */
  readonly lease: number;
};

/**
 * What becomes of a device that was claimed. One whose plan was renewed, or that somebody else has
 * claimed since, stays as it is.
 */
export type Settled = Pick<Claimed, 'id' | 'seen' | 'lease'> &
  (
    | { readonly isGone: true }
    | { readonly isGone: false; readonly next: number | null; readonly tries: number }
  );

/** The devices that the relay rings. Any number of processes may share one. */
export interface Store {
  /** What an id has; undefined where it's nobody's. */
  find(id: string): Promise<Pick<Device, 'token' | 'rings' | 'next'> | undefined>;
  /**
   * Saves a device in place of what its id had before. Resolves with false where the id is another's,
   * and where there are as many devices as there may be.
   */
  save(device: Device, most: number): Promise<boolean>;
  /** Deletes a device. Resolves with false where there is none with that id and token. */
  delete(id: string, token: Uint8Array): Promise<boolean>;
  /**
   * Takes devices whose time has come, the longest due first. Nobody else gets them before `until`:
   * whoever dies in between leaves them to the others.
   */
  claim(now: number, until: number, most: number): Promise<Claimed[]>;
  /** Writes what became of claimed devices, all of it or nothing. */
  settle(settled: readonly Settled[]): Promise<void>;
  /**
   * Deletes the devices that were last renewed before an instant in milliseconds; those with no ring
   * left, before another. Resolves with how many.
   */
  sweep(before: number, emptyBefore: number): Promise<number>;
  /** Resolves where the store answers. */
  check(): Promise<void>;
  close(): Promise<void>;
}
