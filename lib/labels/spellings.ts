export const unreadableLabels = {
  level: (text: string) => `「${text}」という区分はありません。一覧から選んでください。`,
  zone: (text: string) => `「${text}」というネットワーク区分はありません。一覧から選んでください。`,
  personalData: (text: string) => `個人情報の「${text}」を読み取れません。一覧から選んでください。`,
  takeOut: (text: string) => `外部持ち出しの「${text}」を読み取れません。一覧から選んでください。`,
  kind: (text: string) => `「${text}」という種別はありません。一覧から選んでください。`,
  count: (text: string) => `本人の数の「${text}」を読み取れません。数字だけを入力してください。`,
} as const
