import { createHash, randomBytes } from 'node:crypto'

/** 256 bits as 64 hex digits: names a session, or a browser, and cannot be guessed. */
export function newSecret(): string {
  return randomBytes(32).toString('hex')
}

/** What the database keeps of it. */
export function secretHash(secret: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(Buffer.from(secret, 'hex')).digest())
}

export function isSecret(text: string | undefined): text is string {
  return text !== undefined && /^[0-9a-f]{64}$/u.test(text)
}
