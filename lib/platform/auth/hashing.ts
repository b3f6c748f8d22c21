import 'server-only'
import { hashRaw } from '@node-rs/argon2'
import { boundedWork } from './bounded-work'

/** argon2id's cost as stored with each password; memory in KiB (OWASP's first recommendation for a server). */
export type HashingCost = { memoryKib: number; passes: number; lanes: number }
export const presentCost: HashingCost = { memoryKib: 19_456, passes: 2, lanes: 1 }

/** A password's salt (16 bytes) and what argon2id derived from both (32 bytes). */
export type DerivedKey = HashingCost & { salt: Uint8Array<ArrayBuffer>; key: Uint8Array<ArrayBuffer> }

/*
 * Two at a time: one derivation takes about 50 ms and 19 MiB and keeps a thread of libuv's four. When everybody
 * signs in at 8:30 the rest queue, and past 200 (five seconds) they are told so instead of piling up.
 */
const oneOfTwo = boundedWork({ running: 2, waiting: 200 })

/**
 * The 32 bytes that prove a password; NFKC first, so that a full-width keyboard types the same password
 * (NIST SP 800-63B-4, 3.1.1.2). Never longer than a password may be, so that nobody can make it expensive.
 * @throws {Busy} when too many wait already
 */
export async function deriveKey(
  password: string,
  salt: Uint8Array,
  cost: HashingCost,
): Promise<Uint8Array<ArrayBuffer>> {
  const typed = password.slice(0, 512).normalize('NFKC')
  const key = await oneOfTwo(() =>
    hashRaw(typed, {
      salt,
      memoryCost: cost.memoryKib,
      timeCost: cost.passes,
      parallelism: cost.lanes,
      outputLen: 32,
    }),
  )
  return new Uint8Array(key)
}

/** A new password with a salt of its own and the present cost. @throws {Busy} */
export async function deriveNewKey(password: string): Promise<DerivedKey> {
  const salt = crypto.getRandomValues(new Uint8Array(16))
  return { ...presentCost, salt, key: await deriveKey(password, salt, presentCost) }
}
