import { expect, test } from 'vitest'
import { boundedWork, Busy } from './bounded-work'

/** Work that ends when told to; counts how much of it runs at once. */
function workshop() {
  const finish: (() => void)[] = []
  const seen = { now: 0, most: 0 }
  const work = async () => {
    seen.now += 1
    seen.most = Math.max(seen.most, seen.now)
    await new Promise<void>((end) => finish.push(end))
    seen.now -= 1
  }
  const finishOne = async () => {
    finish.shift()?.()
    await new Promise((settled) => setImmediate(settled))
  }
  return { work, finishOne, seen }
}

test('never more than the bound run at once, and all who waited get their turn', async () => {
  const { work, finishOne, seen } = workshop()
  const inTurn = boundedWork({ running: 2, waiting: 10 })
  const all = Array.from({ length: 7 }, () => inTurn(work))
  for (let turn = 0; turn < 7; turn += 1) await finishOne()
  await Promise.all(all)
  expect(seen).toEqual({ now: 0, most: 2 })
})

test('whoever comes when the queue is full is told at once, and the others are not disturbed', async () => {
  const { work, finishOne } = workshop()
  const inTurn = boundedWork({ running: 1, waiting: 1 })
  const first = inTurn(work)
  const second = inTurn(work)
  await expect(inTurn(work)).rejects.toBeInstanceOf(Busy)
  await finishOne()
  await finishOne()
  await Promise.all([first, second])
})

test('work that fails frees its place', async () => {
  const inTurn = boundedWork({ running: 1, waiting: 0 })
  await expect(inTurn(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
  await expect(inTurn(() => Promise.resolve('next'))).resolves.toBe('next')
})
