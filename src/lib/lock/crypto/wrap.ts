/*
 * The ways to the data key, as they're stored. Nothing in them is secret: each opens only with what
 * the person knows or has.
 */

/** How much work each try of a passphrase costs. */
export interface Argon2Cost {
  readonly memoryKiB: number;
  readonly passes: number;
  readonly lanes: number;
}

/** The parts of every way: what went into its key, and the data key sealed under that key. */
interface Sealed {
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly nonce: Uint8Array<ArrayBuffer>;
  readonly sealed: Uint8Array<ArrayBuffer>;
}

/** A way by passphrase, through Argon2id. */
export interface PassphraseWrap extends Sealed {
  readonly kind: 'passphrase';
  readonly cost: Argon2Cost;
}

/** A way by recovery code, which holds enough chance to need no costly hash. */
export interface RecoveryWrap extends Sealed {
  readonly kind: 'recovery';
}

/** A way by a passkey of this device, whose own secret (WebAuthn PRF) answers to `salt`. */
export interface PasskeyWrap extends Sealed {
  readonly kind: 'passkey';
  readonly credentialId: Uint8Array<ArrayBuffer>;
}

/** One way to the data key. */
export type Wrap = PassphraseWrap | RecoveryWrap | PasskeyWrap;

/** Finds the way of one kind in a row; undefined where the row has none. */
export function wrapOf<Kind extends Wrap['kind']>(
  row: { readonly wraps: readonly Wrap[] },
  kind: Kind
): Extract<Wrap, { kind: Kind }> | undefined {
  return row.wraps.find((wrap): wrap is Extract<Wrap, { kind: Kind }> => wrap.kind === kind);
}

/** Replaces the way of the same kind by this one. */
export function withWrap(wraps: readonly Wrap[], added: Wrap): Wrap[] {
  return [...withoutWrap(wraps, added.kind), added];
}

/** Leaves out the way of one kind. */
export function withoutWrap(wraps: readonly Wrap[], kind: Wrap['kind']): Wrap[] {
  return wraps.filter((wrap) => wrap.kind !== kind);
}

/** The most that {@link isWrap} accepts: more memory would end the tab, more passes the person's patience. */
const MOST: Argon2Cost = { memoryKiB: 1_048_576, passes: 64, lanes: 16 };

/** Whether a value has the shape of a way. A damaged row doesn't. */
export function isWrap(value: unknown): value is Wrap {
  const { kind, salt, nonce, sealed, cost, credentialId } = Object(value) as Record<
    string,
    unknown
  >;
  const hasBytes = isBytes(salt, 16) && isBytes(nonce, 12) && isBytes(sealed, 48);
  if (kind === 'passphrase') return hasBytes && isCost(cost);
  if (kind === 'passkey') return hasBytes && isBytes(credentialId, 1);
  return kind === 'recovery' && hasBytes;
}

function isBytes(value: unknown, least: number): boolean {
  return value instanceof Uint8Array && value.length >= least && value.length <= 1024;
}

function isCost(value: unknown): boolean {
  const cost = Object(value) as Record<string, unknown>;
  const isUpTo = (number: unknown, most: number) =>
    Number.isInteger(number) && Number(number) >= 1 && Number(number) <= most;
  return (
    isUpTo(cost.memoryKiB, MOST.memoryKiB) &&
    isUpTo(cost.passes, MOST.passes) &&
    isUpTo(cost.lanes, MOST.lanes)
  );
}
