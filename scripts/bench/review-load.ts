import type pg from 'pg'
import type { Viewer } from '@/lib/platform/viewer'
import type { BenchCity } from './city'

export const inTenths = (value: number) => (Math.round(value * 10) / 10).toLocaleString('en')

/** How much of it: the figures unless told otherwise, to see that it works on a busy machine. */
export type ReviewLoad = { seconds: number; waiting: number; requests: number }
export type ReviewBench = {
  city: BenchCity
  owner: pg.Client
  review: bigint
  viewerOf: (login: string) => Promise<Viewer>
  log: (line: string) => void
}

export async function timed<T>(work: () => Promise<T>): Promise<{ result: T; milliseconds: number }> {
  const start = performance.now()
  return { result: await work(), milliseconds: performance.now() - start }
}
