import { describe, expect, it } from 'vitest'
import type { DepartmentRow, Organization } from './department'
import { bureauOf, currentDepartments, lineOf, successorsOf } from './department'
import { resolveDepartment } from './department-name'

const row = (
  code: string,
  name: string,
  parent: string | null,
  validFrom = '2024-04-01',
  validTo: string | null = null,
): DepartmentRow => ({
  id: BigInt(code),
  code,
  name,
  parentId: parent === null ? null : BigInt(parent),
  validFrom,
  validTo,
})
const city: Organization = {
  departments: [
    row('0200', '総務部', null),
    row('0210', '総務課', '0200'),
    row('0400', '情報管理部', null),
    row('0410', '情報政策課', '0400', '2026-04-01'),
    row('0420', '情報システム課', '0400'),
    row('0425', '電子計算課', '0400', '2024-04-01', '2025-03-31'),
    row('0430', 'デジタルトランスフォーメーション推進課', '0400', '2026-04-01'),
    row('0495', '情報企画課', '0400', '2024-04-01', '2026-03-31'),
    row('0670', 'ボランティア・NPO課', '0200'),
    row('0900', '会計課', null),
    row('5000', '消防局', null),
    row('5010', '総務課', '5000'),
    row('5100', '西消防署', '5000'),
    row('5110', '行徳出張所', '5100'),
  ],
  successions: [
    { effectiveOn: '2025-04-01', kind: 'merge', fromId: 425n, toId: 420n },
    { effectiveOn: '2026-04-01', kind: 'split', fromId: 495n, toId: 410n },
    { effectiveOn: '2026-04-01', kind: 'split', fromId: 495n, toId: 430n },
  ],
}
const today = '2026-11-23'
const found = (written: Parameters<typeof resolveDepartment>[1], day = today) => {
  const got = resolveDepartment(city, written, day)
  switch (got.kind) {
    case 'found':
      return got.department.code
    case 'renamed':
      return `renamed ${got.former.code}: ${got.successors.map(({ code }) => code).join()}`
    case 'ambiguous':
      return `ambiguous ${got.candidates.map(({ code }) => code).join()}`
    case 'unknown':
      return 'unknown'
  }
}

describe('finding a department by what somebody wrote', () => {
  it.each([
    [{ code: '0210' }, '0210'],
    [{ code: '０２１０' }, '0210'],
    [{ code: '9999' }, 'unknown'],
    [{ bureau: '総務部', name: '総務課' }, '0210'],
    [{ bureau: '消防局', name: '総務課' }, '5010'],
    [{ name: '消防局/総務課' }, '5010'],
    [{ name: '総務課' }, 'ambiguous 0210,5010'],
    [{ bureau: '消防局', name: '行徳出張所' }, '5110'],
    [{ bureau: '西消防署', name: '行徳出張所' }, '5110'],
    [{ bureau: '', name: '会計課' }, '0900'],
    [{ bureau: '会計課', name: '' }, '0900'],
    [{ name: 'ボランティア・ＮＰＯ課' }, '0670'],
    [{ bureau: '財政部', name: '会計課' }, 'unknown'],
    [{ bureau: '情報管理部', name: '電子計算課' }, 'renamed 0425: 0420'],
    [{ bureau: '市民部', name: '電子計算課' }, 'renamed 0425: 0420'],
    [{ name: '情報企画課' }, 'renamed 0495: 0410,0430'],
    [{ code: '0425' }, 'renamed 0425: 0420'],
    [{}, 'unknown'],
  ])('%j is %s', (written, expected) => {
    expect(found(written)).toBe(expected)
  })
  it('goes by the day', () => {
    expect(found({ name: '電子計算課' }, '2025-03-31')).toBe('0425')
    expect(found({ name: '電子計算課' }, '2025-04-01')).toBe('renamed 0425: 0420')
    expect(found({ name: '情報政策課' }, '2025-04-01')).toBe('renamed 0410: ')
  })
})

describe('the tree', () => {
  it('has the bureau at the top of each line, which may be a single 課', () => {
    expect(bureauOf(city.departments, 5110n)?.name).toBe('消防局')
    expect(bureauOf(city.departments, 900n)?.name).toBe('会計課')
    expect(bureauOf(city.departments, 1n)).toBeNull()
    expect(lineOf(city.departments, 5110n).map(({ code }) => code)).toEqual(['5110', '5100', '5000'])
  })
  it('counts the last day of a department in', () => {
    const on = (day: string) => currentDepartments(city.departments, day).some(({ code }) => code === '0495')
    expect([on('2026-03-31'), on('2026-04-01')]).toEqual([true, false])
  })
  it('follows one reorganisation after another, and a circle ends', () => {
    const circle: Organization = {
      departments: [
        row('1', '甲課', null, '2024-04-01', '2025-03-31'),
        row('2', '乙課', null, '2025-04-01', '2026-03-31'),
      ],
      successions: [
        { effectiveOn: '2025-04-01', kind: 'rename', fromId: 1n, toId: 2n },
        { effectiveOn: '2026-04-01', kind: 'rename', fromId: 2n, toId: 1n },
      ],
    }
    expect(successorsOf(circle, 1n, '2025-06-01').map(({ code }) => code)).toEqual(['2'])
    expect(successorsOf(circle, 1n, '2026-06-01')).toEqual([])
  })
})
