import { argon2, randomBytes, timingSafeEqual, type Argon2Parameters } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { promisify } from 'node:util'
import { Refusal } from '../../platform/errors.ts'

const derive: (algorithm: 'argon2id', parameters: Argon2Parameters) => Promise<Buffer> = promisify(argon2)

/** OWASP's second choice for argon2id: 19 MiB, two passes, one lane (Password Storage Cheat Sheet, 2025). */
const cost = { memory: 19_456, passes: 2, parallelism: 1 } as const
const tagLength = 32

/**
 * Hashing takes some 25 ms of a core and 19 MiB each. Only so many run at a time, so that a crowd of sign-ins waits for its turn
 * and everybody else's requests go on. A queue of more than some seconds is refused.
 */
const longestQueue = 200
const most = Math.max(1, Math.min(4, availableParallelism() - 1))
let running = 0
const waiting: (() => void)[] = []

async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (waiting.length >= longestQueue)
    throw new Refusal('busy', 'Many people sign in at the moment. Try again in a few seconds.', {
      retryAfterSeconds: 3,
    })
  if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve))
  else running++
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}

const base64 = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '')

/** One spelling per text, whatever keyboard typed it (NIST SP 800-63B, 5.1.1.2). */
const message = (password: string): string => password.normalize('NFKC')

/** Hashes a password into a PHC string: `$argon2id$v=19$m=19456,t=2,p=1$<salt>$<hash>`. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const hash = await inTurn(() =>
    derive('argon2id', { message: message(password), nonce, ...cost, tagLength }),
  )
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${base64(nonce)}$${base64(hash)}`
}

const shape = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

/**
 * Whether a password is the one behind a stored hash. Without a hash (nobody has this address, or no password is set) it takes the
 * same time and says no.
 */
export async function verifyPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  const parts = shape.exec(stored ?? '')
  const [memory, passes, parallelism] = parts
    ? [Number(parts[1]), Number(parts[2]), Number(parts[3])]
    : [cost.memory, cost.passes, cost.parallelism]
  const nonce = parts ? Buffer.from(parts[4] as string, 'base64') : randomBytes(16)
  const expected = parts ? Buffer.from(parts[5] as string, 'base64') : randomBytes(tagLength)
  const hash = await inTurn(() =>
    derive('argon2id', {
      message: message(password),
      nonce,
      memory,
      passes,
      parallelism,
      tagLength: expected.length,
    }),
  )
  return timingSafeEqual(hash, expected) && parts !== null
}
