import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
  type KeyObject,
} from 'node:crypto'

/**
 * The installation's secret, from which every other key is derived (HKDF-SHA256), one per purpose. Ciphertexts carry the id of the
 * key that made them, so that a secret can be replaced while older ciphertexts stay readable: `PORTICO_SECRET` is the current
 * one, `PORTICO_OLD_SECRETS` (comma-separated) are only read with.
 */
export class Keyring {
  #secrets: Buffer[]

  /** @param secrets at least 32 bytes each, the current one first */
  constructor(secrets: Buffer[]) {
    if (secrets.length === 0 || secrets.some((secret) => secret.length < 32))
      throw new Error('A secret of at least 32 bytes is needed')
    this.#secrets = secrets
  }

  /** What can be written down to know each secret again by, the current one first; it tells nothing about the secret. */
  get checks(): string[] {
    return this.#secrets.map((secret) => derive(secret, 'check').subarray(0, 12).toString('base64url'))
  }

  /** The key of a purpose, for HMACs such as private links and cursors. 32 bytes. */
  key(purpose: string): Buffer {
    return derive(this.#secrets[0] as Buffer, purpose)
  }

  /** HMAC-SHA256 over the text under the purpose's key, base64url, cut to 22 letters (132 bits). */
  sign(purpose: string, text: string): string {
    return signature(this.#secrets[0] as Buffer, purpose, text)
  }

  /** Whether a signature is ours, under the current or an older secret; takes the same time for any wrong one. */
  verify(purpose: string, text: string, claimed: string): boolean {
    const given = Buffer.from(claimed)
    return this.#secrets.some((secret) => {
      const expected = Buffer.from(signature(secret, purpose, text))
      return given.length === expected.length && timingSafeEqual(given, expected)
    })
  }

  /** AES-256-GCM: key id (4 bytes), nonce (12), tag (16), ciphertext. */
  seal(purpose: string, plain: string): Buffer {
    const secret = this.#secrets[0] as Buffer
    const nonce = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', derive(secret, purpose), nonce)
    const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
    return Buffer.concat([keyId(secret), nonce, cipher.getAuthTag(), sealed])
  }

  open(purpose: string, sealed: Buffer): string {
    const secret = this.#secrets.find((candidate) => keyId(candidate).equals(sealed.subarray(0, 4)))
    if (!secret) throw new Error('Sealed under a secret that is not known here')
    const decipher = createDecipheriv('aes-256-gcm', derive(secret, purpose), sealed.subarray(4, 16))
    decipher.setAuthTag(sealed.subarray(16, 32))
    return Buffer.concat([decipher.update(sealed.subarray(32)), decipher.final()]).toString('utf8')
  }
}

const derived = new Map<string, Buffer>()
function derive(secret: Buffer, purpose: string): Buffer {
  const name = `${secret.toString('base64')}:${purpose}`
  let key = derived.get(name)
  if (!key) derived.set(name, (key = Buffer.from(hkdfSync('sha256', secret, 'portico', purpose, 32))))
  return key
}

// A key as Node's own object: made anew for each signature it would cost several times what signing does.
const signingKeys = new Map<Buffer, KeyObject>()
function signature(secret: Buffer, purpose: string, text: string): string {
  const raw = derive(secret, purpose)
  let key = signingKeys.get(raw)
  if (!key) signingKeys.set(raw, (key = createSecretKey(raw)))
  return createHmac('sha256', key).update(text).digest('base64url').slice(0, 22)
}

const keyId = (secret: Buffer): Buffer => derive(secret, 'key-id').subarray(0, 4)
