import { expect, test } from 'vitest'
import {
  answerRest,
  answerRow,
  answers,
  certify,
  closeReview,
  countsOf,
  moveRow,
  openRow,
  reopenDepartment,
  returnDepartment,
  sealOf,
  totalsOf,
  type Answer,
  type ReviewModel,
  type Row,
} from './review'
import { objections } from './review-objections'

/** Random histories of a review: several people who saw it at different moments. `SEED=n` repeats one. */
const seeds = process.env['SEED']
  ? [Number(process.env['SEED'])]
  : Array.from({ length: 1000 }, (_, at) => at + 1)
const actsPerSeed = 40
const departments = [1n, 2n, 3n]

/** mulberry32: the same numbers for the same seed everywhere. */
function randomOf(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

function play(seed: number) {
  const next = randomOf(seed)
  const pick = <T>(from: readonly T[]): T => from[next(from.length)] as T
  const rows = Array.from({ length: 9 }, (_, at): Row => ({
    number: BigInt(at + 1),
    departmentId: pick(departments),
    version: 1,
    answer: null,
    settled: false,
    inBulk: false,
    opened: false,
    objections: next(4) === 0 ? [pick(objections)] : [],
    toDepartmentId: null,
  }))
  let model: ReviewModel = {
    state: 'open',
    rows,
    standing: new Map(),
    returned: new Set(),
    signedOff: new Set(),
    reopened: new Set(),
  }
  /** What somebody's screen shows: sometimes an earlier moment. */
  let screen = model
  /** Every saved answer, as the log keeps it. */
  const log: { number: bigint; version: number; answer: Answer | null }[] = []

  const acts: (() => ReviewModel)[] = [
    () => {
      const seen = pick(screen.rows)
      const told = {
        number: seen.number,
        version: seen.version,
        answer: pick([...answers, null]),
        submitted: next(2) === 0,
      }
      return answerRow(model, told).model
    },
    () => answerRest(model, pick(departments), next(9)).model,
    () => openRow(model, pick(model.rows).number),
    () => moveRow(model, pick(model.rows).number, pick(departments)),
    () => {
      const department = pick(departments)
      const asked = certify(model, department, sealOf(screen, department))
      if (asked.outcome === 'certified')
        expect(sealOf(model, department), 'certified is what was seen').toBe(sealOf(screen, department))
      return asked.model
    },
    () => returnDepartment(model, pick(departments)),
    () => (next(6) === 0 ? closeReview(model) : model),
    () => reopenDepartment(model, pick(departments)),
    () => {
      screen = model
      return model
    },
  ]
  for (let act = 0; act < actsPerSeed; act++) {
    const before = model
    model = pick(acts)()
    for (const row of model.rows) {
      const was = before.rows.find(({ number }) => number === row.number)
      if (was && was !== row) {
        expect(row.version, 'one version an answer').toBe(was.version + 1)
        log.push({ number: row.number, version: row.version, answer: row.answer })
        expect(before.state === 'open' || before.reopened.has(was.departmentId), 'closed stays closed').toBe(
          true,
        )
      }
    }
    invariants(before, model)
  }
  for (const { number, version, answer } of model.rows)
    if (version > 1)
      expect(
        log.find((line) => line.number === number && line.version === version)?.answer,
        'no answer is lost',
      ).toBe(answer)
}

function invariants(before: ReviewModel, model: ReviewModel) {
  expect(
    model.rows.map(({ number }) => number),
    'the scope is frozen',
  ).toEqual(before.rows.map(({ number }) => number))
  const parts = departments.map((id) =>
    countsOf(model.rows.filter(({ departmentId }) => departmentId === id)),
  )
  expect(totalsOf(parts), 'totals add up').toEqual(countsOf(model.rows))
  for (const [department, seal] of model.standing) {
    expect(sealOf(model, department), 'a certificate is of the answers as they are').toBe(seal)
    const { none, unsettled } = countsOf(model.rows.filter(({ departmentId }) => departmentId === department))
    expect([none, unsettled], 'everything certified is answered').toEqual([0, 0])
  }
}

test(`a thousand random reviews keep their promises (seeds ${seeds[0]} to ${seeds.at(-1)})`, () => {
  for (const seed of seeds)
    try {
      play(seed)
    } catch (error) {
      throw new Error(`SEED=${seed}`, { cause: error })
    }
})
