import { describe, expect, it } from 'vitest'
import { levelAxes } from '../scheme'
import { schemeDefinitions } from './definitions'

describe.each(schemeDefinitions)('the scheme $code', (scheme) => {
  it('has each code and each rank once an axis', () => {
    for (const axis of levelAxes) {
      const levels = scheme.levels.filter((level) => level.axis === axis)
      expect(new Set(levels.map(({ code }) => code)).size).toBe(levels.length)
      expect(levels.map(({ rank }) => rank).sort()).toEqual(levels.map((_, at) => at + 1))
    }
  })
  it('has each restriction once an axis, and each begins at a level there is', () => {
    const keys = scheme.restrictions.map(({ axis, code }) => `${axis} ${code}`)
    expect(new Set(keys).size).toBe(keys.length)
    for (const { axis, minRank } of scheme.restrictions)
      expect(scheme.levels.some((level) => level.axis === axis && level.rank === minRank)).toBe(true)
  })
  it('marks every criterion as a paraphrase', () => {
    for (const { criterion } of scheme.levels) expect(criterion).toMatch(/^（要旨）/u)
  })
})

describe('the definitions together', () => {
  it('have one scheme in force a family', () => {
    const inForce = schemeDefinitions.filter(({ status }) => status === 'inForce').map(({ family }) => family)
    expect(inForce.sort()).toEqual(['education', 'municipal'])
  })
})
