import { expect, test } from 'vitest'
import { deriveKey, deriveNewKey, presentCost } from './hashing'

const salt = new Uint8Array(16).fill(7)

test('the same password and salt give the same 32 bytes, another password others', async () => {
  const key = await deriveKey('ひらがなのことば', salt, presentCost)
  expect(key).toHaveLength(32)
  expect(await deriveKey('ひらがなのことば', salt, presentCost)).toEqual(key)
  expect(await deriveKey('ひらがなのことは', salt, presentCost)).not.toEqual(key)
})

test('a password typed in full width is the same password', async () => {
  expect(await deriveKey('ｄａｉｃｈｏ－２０２６', salt, presentCost)).toEqual(
    await deriveKey('daicho-2026', salt, presentCost),
  )
})

test('every new password has a salt of its own', async () => {
  const [one, other] = await Promise.all([deriveNewKey('daicho-2026'), deriveNewKey('daicho-2026')])
  expect(one.salt).not.toEqual(other.salt)
  expect(one.key).not.toEqual(other.key)
})
