import { describe, expect, it } from 'vitest'
import { anAssetContent, type AssetContent } from './asset-content'
import { loosenedFields, splitEdit, type Facts, type LooseningField } from './loosening'

describe('what loosens', () => {
  it.each<[Facts, Facts, LooseningField[]]>([
    [{ personal_data: 'sensitive' }, { personal_data: 'personal' }, ['personal_data']],
    [{ personal_data: 'personal' }, { personal_data: 'specific' }, []],
    [{ personal_data: null }, { personal_data: 'personal' }, ['personal_data']],
    [{ personal_data: null }, { personal_data: 'specific' }, []],
    [{ personal_data: 'none' }, { personal_data: null }, ['personal_data']],
    [{ data_subjects: 100 }, { data_subjects: 99 }, ['data_subjects']],
    [{ data_subjects: 100 }, { data_subjects: null }, ['data_subjects']],
    [{ data_subjects: null }, { data_subjects: 3 }, []],
    [{ take_out: 'individual' }, { take_out: 'blanket' }, ['take_out']],
    [{ take_out: 'blanket' }, { take_out: 'prohibited' }, []],
    [{ take_out: null }, { take_out: 'individual' }, ['take_out']],
    [{ take_out: null }, { take_out: 'prohibited' }, []],
    [{ cloud_service: null }, { cloud_service: '某クラウド' }, ['cloud_service']],
    [{ cloud_service: '某クラウド' }, { cloud_service: null }, []],
    [{ cloud_service: '某クラウド', cloud_ismap: false }, { cloud_ismap: true }, []],
    [{ cloud_service: '某クラウド', cloud_ismap: true }, { cloud_ismap: false }, ['cloud_ismap']],
    [{ cloud_service: '某', cloud_countries: '日本' }, { cloud_countries: '米国' }, ['cloud_service']],
    [{ visibility: 'restricted' }, { visibility: 'internal' }, ['visibility']],
    [{ visibility: 'internal' }, { visibility: 'restricted' }, []],
    [{ disposal_due_on: '2027-03-31' }, { disposal_due_on: '2028-03-31' }, ['disposal_due_on']],
    [{ disposal_due_on: '2027-03-31' }, { disposal_due_on: null }, ['disposal_due_on']],
    [{ disposal_due_on: '2027-03-31' }, { disposal_due_on: '2026-03-31' }, []],
    [{ disposal_due_on: null }, { disposal_due_on: '2028-03-31' }, []],
  ])('%j → %j: %j', (before, after, expected) => {
    expect(loosenedFields(before, after)).toEqual(expected)
  })
})

describe('an edit', () => {
  const before = anAssetContent({
    name: '相談記録',
    kindCode: 'document',
    registeredOn: '2025-04-01',
    zone: 'lgwan',
    personalData: 'specific',
    myNumberUse: 'use',
    dataSubjects: 120,
    takeOut: 'individual',
  })
  const after: AssetContent = {
    ...before,
    remarks: '直した',
    zone: 'notApplicable',
    personalData: 'personal',
    myNumberUse: null,
    takeOut: 'prohibited',
  }

  it('of a registered asset: what loosens goes to the approvers with its companions, the rest is written', () => {
    const { atOnce, proposed } = splitEdit(before, after, 'active')
    expect(proposed).toEqual({
      zone_code: null,
      zone_not_applicable: true,
      personal_data: 'personal',
      my_number_use: null,
    })
    expect(atOnce).toEqual({ ...before, remarks: '直した', takeOut: 'prohibited' })
  })

  it('of a draft is written at once', () => {
    expect(splitEdit(before, after, 'draft')).toEqual({ atOnce: after, proposed: {} })
  })
})
