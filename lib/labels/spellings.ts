import type { CountNotice } from '@/lib/domain/field-spelling'

/** What is said about a value that was written in words of its own. */
export const countNoticeLabels: Record<CountNotice, string> = {
  approximate: 'おおよその数を、その数として読み取りました。',
}

export const unreadableLabels = {
  level: (text: string) => `「${text}」という区分はありません。一覧から選んでください。`,
  zone: (text: string) => `「${text}」というネットワーク区分はありません。一覧から選んでください。`,
  personalData: (text: string) => `個人情報の「${text}」を読み取れません。一覧から選んでください。`,
  takeOut: (text: string) => `外部持ち出しの「${text}」を読み取れません。一覧から選んでください。`,
  kind: (text: string) => `「${text}」という種別はありません。一覧から選んでください。`,
  count: (text: string) => `本人の数の「${text}」を読み取れません。数字だけを入力してください。`,
} as const

export const departmentProblemLabels = {
  unknown: (name: string) =>
    `「${name}」という部署はありません。部署コード、又は部局と課を確かめてください。`,
  ambiguous: (name: string) => `「${name}」という部署は二つ以上あります。部局も入力してください。`,
  renamed: (name: string, successors: string) => `「${name}」は今はありません。後継は${successors}です。`,
} as const
