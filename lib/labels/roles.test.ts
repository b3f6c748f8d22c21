import { describe, expect, it } from 'vitest'
import { roles } from '@/lib/domain/access'
import { roleFromWords, roleLabels } from './roles'

describe('the role that a list of people names', () => {
  it('is found by its label', () => {
    for (const role of roles) expect(roleFromWords(roleLabels[role])).toBe(role)
  })
  it.each([
    ['CISO', 'ciso'],
    ['ＣＩＳＯ', 'ciso'],
    ['最高情報セキュリティ責任者', 'ciso'],
    ['教育情報セキュリティ管理者', 'assetManager'],
    ['情報セキュリティ監査人', 'auditor'],
    ['課長', null],
  ])('%s is %s', (text, role) => {
    expect(roleFromWords(text)).toBe(role)
  })
})
