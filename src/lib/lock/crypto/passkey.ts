import { SALT_BYTES, type PasskeyAnswer } from './keyring.ts';

/*
 * A passkey of this device that opens the lock: WebAuthn with its extension PRF, which gives a
 * secret of the passkey's own for a salt. There is no server, so challenges prove nothing and are
 * random; the secret alone counts.
 */

const ES256 = -7;
const RS256 = -257;

/** Whether this device can have a passkey: the browser knows passkeys, and the device knows its user. */
export async function mayHavePasskey(): Promise<boolean> {
  if (!('PublicKeyCredential' in globalThis) || !navigator.credentials) return false;
  return PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable().catch(() => false);
}

/**
 * Makes a passkey on this device, and asks it for its secret. Undefined where the person or the
 * device would not, or where it knows no secrets (no PRF).
 *
 * @param name what the device calls it in its list of passkeys
 */
export async function makePasskey(name: string): Promise<PasskeyAnswer | undefined> {
  const salt = random(SALT_BYTES);
  const made = await ceremony(() =>
    navigator.credentials.create({
      publicKey: {
        rp: { name },
        user: { id: random(16), name, displayName: name },
        challenge: random(32),
        pubKeyCredParams: [
          { type: 'public-key', alg: ES256 },
          { type: 'public-key', alg: RS256 }
        ],
        authenticatorSelection: {
          authenticatorAttachment: 'platform',
          residentKey: 'preferred',
          userVerification: 'required'
        },
        extensions: { prf: { eval: { first: salt } } }
      }
    })
  );
  if (!made) return undefined;
  const credentialId = new Uint8Array(made.rawId);
  // Some devices give the secret while the passkey is made, others only when it's used.
  const secret = secretOf(made) ?? (await askPasskey({ credentialId, salt }));
  return secret && { credentialId, salt, secret };
}

/**
 * Asks the passkey for its secret. Undefined where the person or the device would not.
 */
export async function askPasskey({
  credentialId,
  salt
}: Pick<PasskeyAnswer, 'credentialId' | 'salt'>): Promise<PasskeyAnswer['secret'] | undefined> {
  const asked = await ceremony(() =>
    navigator.credentials.get({
      publicKey: {
        challenge: random(32),
        allowCredentials: [{ type: 'public-key', id: credentialId, transports: ['internal'] }],
        userVerification: 'required',
        extensions: { prf: { eval: { first: salt } } }
      }
    })
  );
  return asked && secretOf(asked);
}

/** Asks the device. The person may cancel and the device may refuse: neither is an error. */
async function ceremony(
  ask: () => Promise<Credential | null>
): Promise<PublicKeyCredential | undefined> {
  const answer = await ask().catch(() => null);
  return answer instanceof PublicKeyCredential ? answer : undefined;
}

function secretOf(credential: PublicKeyCredential): PasskeyAnswer['secret'] | undefined {
  const first = credential.getClientExtensionResults().prf?.results?.first;
  if (!first) return undefined;
  if (first instanceof ArrayBuffer) return new Uint8Array(first);
  return new Uint8Array(first.buffer, first.byteOffset, first.byteLength).slice();
}

function random(length: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(length));
}
