import type { HandlingRestriction } from '../scheme'

/**
 * 取扱制限 (要旨) of the municipal schemes, domain §4. Ranks differ between the two versions, so the callers say where
 * 機密性2 and the strict levels (3A–3C, or the earlier 3) begin.
 */
export function municipalRestrictions(ranks: {
  two: number
  strict: number
}): readonly HandlingRestriction[] {
  const from = (minRank: number, code: string, area: HandlingRestriction['area'], text: string) =>
    ({ axis: 'confidentiality', minRank, code, area, text }) as const
  return [
    from(ranks.two, 'noNeedlessCopies', 2, '必要以上の複製及び配付をしない'),
    from(ranks.two, 'restrictedStorage', 3, '保管場所を制限し、施錠できる場所に保管する'),
    from(ranks.two, 'encryptedTransfer', 5, '送信及び運搬のときは、暗号化などで保護する'),
    from(ranks.two, 'trustedLine', 5, '信頼できる回線を使う'),
    from(ranks.two, 'safeOutsideProcessing', 7, '庁外で処理するときは、安全管理措置を定める'),
    from(ranks.two, 'irrecoverableDisposal', 2, '復元できない方法で廃棄する'),
    from(ranks.strict, 'suppliedTerminalsOnly', 4, '支給された端末以外での作業を原則として行わない'),
    { axis: 'integrity', minRank: 2, code: 'backup', area: 5, text: 'バックアップを取る' },
    {
      axis: 'integrity',
      minRank: 2,
      code: 'digitalSignature',
      area: 5,
      text: '必要に応じて電子署名を付ける',
    },
    { axis: 'availability', minRank: 2, code: 'backup', area: 5, text: 'バックアップを取る' },
    {
      axis: 'availability',
      minRank: 2,
      code: 'timelyRecovery',
      area: 6,
      text: '指定した時間以内に復旧できるようにする',
    },
  ]
}
