import { describe, expect, it } from 'vitest'
import { auditSentence, changedFieldLabel } from './audit'

describe('the trail in words', () => {
  it('says who did what', () => {
    expect(auditSentence('市民課 担当', 'asset.drafted')).toBe(
      '市民課 担当さんが、情報資産の下書きを保存しました',
    )
    expect(auditSentence(null, 'session.refused')).toBe('サインインできませんでした')
  })
  it.each([
    ['data_subjects', '本人の数'],
    ['zone_code', 'ネットワーク区分'],
    ['confidentiality', '機密性'],
    ['disposed_on', '廃棄日'],
    ['scope_kind', '範囲'],
    ['search_pieces', null],
    ['version', null],
  ])('knows the column %s as %s', (column, label) => {
    expect(changedFieldLabel(column)).toBe(label)
  })
})
