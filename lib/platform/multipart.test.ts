import { createHash, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { FileTooLarge, NoFile, receiveFile } from './multipart'

const sent = (data: FormData) => new Request('http://portal.invalid/', { method: 'POST', body: data })
const aForm = (bytes: Uint8Array<ArrayBuffer>, name = '台帳 令和8年度.xlsx') => {
  const data = new FormData()
  data.append('replaces', '12')
  data.append('file', new File([bytes], name))
  return data
}
const take = (request: Request, most = 8 << 20) =>
  receiveFile(request, most, async ({ name, fields, parts }) => {
    const hash = createHash('sha256')
    const lengths: number[] = []
    for await (const part of parts) {
      hash.update(part)
      lengths.push(part.length)
    }
    return { name, fields, lengths, hash: hash.digest('hex') }
  })

test('a file arrives whole, in parts of one mebibyte, with its Japanese name and the fields before it', async () => {
  const bytes = new Uint8Array(randomBytes((3 << 20) + 5))
  const { name, fields, lengths, hash } = await take(sent(aForm(bytes)))
  expect([name, fields]).toEqual(['台帳 令和8年度.xlsx', { replaces: '12' }])
  expect(lengths).toEqual([1 << 20, 1 << 20, 1 << 20, 5])
  expect(hash).toBe(createHash('sha256').update(bytes).digest('hex'))
})

test('what is larger than allowed is refused while it arrives, and not after', async () => {
  await expect(take(sent(aForm(new Uint8Array(3 << 20))), 2 << 20)).rejects.toThrow(FileTooLarge)
  expect((await take(sent(aForm(new Uint8Array(2 << 20))), 2 << 20)).lengths).toEqual([1 << 20, 1 << 20])
})

test('a form without a file, an unchosen file, and something else altogether have none', async () => {
  const empty = new FormData()
  empty.append('replaces', '12')
  await expect(take(sent(empty))).rejects.toThrow(NoFile)
  await expect(take(sent(aForm(new Uint8Array(), '')))).rejects.toThrow(NoFile)
  const json = new Request('http://portal.invalid/', { method: 'POST', body: '{}' })
  await expect(take(json)).rejects.toThrow(NoFile)
})

test('a request that is cut off ends in an error, and leaves nothing waiting', async () => {
  const whole = Buffer.from(await sent(aForm(new Uint8Array(randomBytes(2 << 20)))).arrayBuffer())
  const type = sent(aForm(new Uint8Array(1))).headers.get('content-type') ?? ''
  const boundary = /boundary=(.+)$/u.exec(type)?.[1] ?? ''
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n`
  const cut = new Request('http://portal.invalid/', {
    method: 'POST',
    headers: { 'content-type': type },
    body: Buffer.concat([Buffer.from(head), whole.subarray(0, 1 << 20)]),
  })
  await expect(take(cut)).rejects.toThrow()
})
