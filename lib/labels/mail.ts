import type { AttemptResult, MailState } from '@/lib/domain/mail-delivery'

export const mailLabels = {
  title: 'メール',
  lead: 'お知らせを1日1回、1人に1通のメールにまとめて送ります。使わない場合も、お知らせはすべてポータルの中で確かめられます。',
  off: 'メールは使っていません',
  offMore: 'お知らせは、ポータルの「お知らせ」と「未処理」に表示しています。',
  settings: '送信の設定',
  settingsLead: 'パスワードはここでは設定しません。ポータルを動かす環境変数 MAIL_PASSWORD で渡します。',
  passwordSet: 'MAIL_PASSWORD は設定されています。',
  passwordUnset: 'MAIL_PASSWORD は設定されていません。',
  enabled: 'お知らせをメールでも送る',
  host: '送信サーバー',
  hostHelp: 'ホスト名又はIPアドレスを入力してください（例: mail.city.example.jp）。',
  port: 'ポート番号',
  security: '暗号化',
  securityOptions: {
    none: 'しない（庁内の中継サーバーなど）',
    starttls: 'STARTTLS（587番など）',
    tls: 'はじめからTLS（465番など）',
  },
  username: 'ユーザー名',
  usernameHelp: '認証するときだけ入力してください。暗号化しない接続では使えません。',
  sender: '差出人のメールアドレス',
  replyTo: '返信先のメールアドレス',
  save: '設定を保存する',
  saved: 'メールの設定を保存しました',
  stale: 'ほかの人が先に設定を変更しました。今の設定を確かめてから、もう一度保存してください。',
  test: '試しに送る',
  testLead: (address: string) => `保存した設定で、あなたのアドレス（${address}）に1通だけ送ります。`,
  testTitle: { sent: '試しに送りました', failed: '試しに送れませんでした' },
  testNoAddress: 'あなたのメールアドレスが登録されていないため、試しに送れません。',
  testAct: '自分に試しに送る',
  testSubject: '【情報資産台帳】送信の確認',
  testBody: 'このメールは、情報資産台帳のメールの設定を確かめるために送りました。\n',
  mails: '送ったメール・待っているメール',
  mailsLead: '新しいものから200件です。うまくいかなかったものを先に表示します。本文は表示しません。',
  mailsTable: 'メールの一覧',
  mailsEmpty: 'メールはまだありません。',
  mailsEmptyMore: 'メールを使う設定にすると、開庁日の6時30分にお知らせをまとめて送ります。',
  troubled: (count: number) => `送れなかったメールが${count}件あります。`,
  troubledMore: '「最後のエラー」を確かめ、原因を直してから、やり直してください。',
  unsure: (count: number) => `届いたかどうか分からないメールが${count}件あります。`,
  unsureMore: '2回とも途中で接続が切れました。同じメールを3通送ることがないよう、やり直しはできません。',
  person: '宛先',
  day: '日付',
  state: '状態',
  attempts: '回数',
  times: (count: number) => `${count}回`,
  sentAt: '送った時',
  next: '次に送る時',
  lastError: '最後のエラー',
  maybeTwice: '2通届いたかもしれません',
  acts: '操作',
  retry: 'やり直す',
  retryOf: (person: string) => `（${person}さん）`,
  retryAll: 'うまくいかなかったものをすべてやり直す',
  retried: 'もう一度送るようにしました',
  retryNothing: 'やり直せるメールがありませんでした。すでに送られたか、1週間より前のものです。',
} as const

export const mailStateLabels: Record<MailState, string> = {
  queued: '送信待ち',
  sending: '送信中',
  sent: '送信済み',
  failed: '再送待ち',
  gaveUp: '取りやめ',
  unsure: '不明',
}

/** What a test mail to oneself ended with. */
export const testResultLabels: Record<AttemptResult, (error: string | null) => string> = {
  sent: () => '送信サーバーに渡しました。届いたことを確かめてください。',
  refused: (error) => `送信サーバーに断られました: ${error ?? ''}`,
  notReached: (error) => `送信サーバーにつながりません: ${error ?? ''}`,
  unknown: (error) => `途中で接続が切れました。届いたかどうか分かりません: ${error ?? ''}`,
}

export const mailFormErrors = {
  hostRequired: 'メールを送るには、送信サーバーを入力してください。',
  hostUnfit: 'ホスト名又はIPアドレスとして読み取れません。',
  portUnfit: 'ポート番号は1から65535までの数字で入力してください。',
  senderRequired: 'メールを送るには、差出人のメールアドレスを入力してください。',
  addressUnfit: 'メールアドレスとして読み取れません。',
  usernameNeedsEncryption: '暗号化しない接続では、ユーザー名を使えません。暗号化を選んでください。',
  tooLong: '長すぎます。',
} as const

/** The portal's own words where the mail server said nothing. */
export const mailErrorLabels: Readonly<Record<string, string>> = {
  tooOld: '1週間送れなかったため、取りやめました。',
  interrupted: '送信が途中で止まりました。',
}
