import { describe, expect, it } from 'vitest'
import type { KindCode } from './asset'
import { assetFields, kindCodes } from './asset'
import { askedFields } from './asset-questions'
import { kindByMedium, needsZone } from './medium'

describe('needing a zone', () => {
  it.each<[KindCode, string | null, boolean]>([
    ['paper', '紙', false],
    ['paper', null, false],
    ['facility', '施設', false],
    ['medium', '磁気テープ', false],
    ['medium', 'USBメモリ', false],
    ['medium', null, false],
    ['medium', 'タブレット', true],
    ['information', 'ファイルサーバ', true],
    ['information', '紙', false],
    ['information', null, true],
    ['document', 'ＤＶＤ', false],
    ['informationSystem', 'サーバ', true],
    ['network', '無線機', true],
  ])('%s on %s: %s', (kind, medium, expected) => {
    expect(needsZone(kind, medium)).toBe(expected)
  })
  it('takes the kind from the medium where none was given', () => {
    expect(kindByMedium('紙')).toBe('paper')
    expect(kindByMedium('電子')).toBe('information')
    expect(kindByMedium(null)).toBe('information')
  })
})

describe('the fields that are asked', () => {
  const context = {
    kind: 'informationSystem',
    medium: null,
    personalData: null,
    hasContractor: false,
    hasCloudService: false,
    isSchool: false,
  } as const
  it('are known ones, for every kind', () => {
    for (const kind of kindCodes)
      for (const field of askedFields({ ...context, kind })) expect(assetFields).toContain(field)
  })
  it('include no zone for paper', () => {
    expect(askedFields({ ...context, kind: 'paper' }).has('zoneCode')).toBe(false)
    expect(askedFields(context).has('zoneCode')).toBe(true)
  })
  it('include the number of people only with personal data, and the My Number task only with specific', () => {
    expect(askedFields({ ...context, personalData: 'none' }).has('dataSubjects')).toBe(false)
    expect(askedFields({ ...context, personalData: 'personal' }).has('dataSubjects')).toBe(true)
    expect(askedFields({ ...context, personalData: 'personal' }).has('myNumberUse')).toBe(false)
    expect(askedFields({ ...context, personalData: 'specific' }).has('myNumberUse')).toBe(true)
  })
  it('include contract and cloud only where there is one', () => {
    expect(askedFields(context).has('outsourcingEndsOn')).toBe(false)
    expect(askedFields({ ...context, hasContractor: true }).has('outsourcingEndsOn')).toBe(true)
    expect(askedFields({ ...context, hasCloudService: true }).has('cloudIsmap')).toBe(true)
  })
})
