/*
 * The ways to the data key as they are kept. Nothing in them is secret: each opens only with what the
 * person knows or has.
 */

/** How much work each try of a passphrase costs. */
export interface Argon2Cost {
  readonly memoryKiB: number;
  readonly passes: number;
  readonly lanes: number;
}

/** What every way has: what went into its key, and the data key sealed under that. */
interface Sealed {
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly nonce: Uint8Array<ArrayBuffer>;
  readonly sealed: Uint8Array<ArrayBuffer>;
}

/** By a passphrase, through Argon2id. */
export interface PassphraseWrap extends Sealed {
  readonly kind: 'passphrase';
  readonly cost: Argon2Cost;
}

/** By the recovery code, which holds enough chance to need no costly hash. */
export interface RecoveryWrap extends Sealed {
  readonly kind: 'recovery';
}

/** By a passkey of this device, whose own secret (WebAuthn PRF) answers to `salt`. */
export interface PasskeyWrap extends Sealed {
  readonly kind: 'passkey';
  readonly credentialId: Uint8Array<ArrayBuffer>;
}

/** One way to the data key. */
export type Wrap = PassphraseWrap | RecoveryWrap | PasskeyWrap;

/** A way of one kind, of those that a row keeps; undefined where it has none. */
export function wrapOf<Kind extends Wrap['kind']>(
  row: { readonly wraps: readonly Wrap[] },
  kind: Kind
): Extract<Wrap, { kind: Kind }> | undefined {
  return row.wraps.find((wrap): wrap is Extract<Wrap, { kind: Kind }> => wrap.kind === kind);
}

/** The ways with this one in place of the one of its kind. */
export function withWrap(wraps: readonly Wrap[], added: Wrap): Wrap[] {
  return [...withoutWrap(wraps, added.kind), added];
}

/** The ways but for one kind. */
export function withoutWrap(wraps: readonly Wrap[], kind: Wrap['kind']): Wrap[] {
  return wraps.filter((wrap) => wrap.kind !== kind);
}

/** What {@link isWrap} lets through: more memory would end the tab, more passes the person's patience. */
const MOST: Argon2Cost = { memoryKiB: 1_048_576, passes: 64, lanes: 16 };

/** Whether what was read has the shape of a way. A damaged row has not. */
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
