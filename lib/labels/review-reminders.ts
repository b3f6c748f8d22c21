import type { MailState } from '@/lib/domain/mail-delivery'
import { mailStateLabels } from './mail'

/** When a review reminds, in its form. */
export const reminderFormLabels = {
  title: 'お知らせ',
  purpose:
    '始まったときと期限の日には、必ず知らせます。回答が残っている課は担当者に、回答が済んだ課は証明する課室長に知らせます。',
  days: '期限の何日前に知らせるか',
  daysHelp:
    '数字を「、」で区切って入力してください（例: 14、7、1）。閉庁日に当たるときは、その前の開庁日に知らせます。',
  overdueEvery: '期限の後に知らせる間隔',
  toHeadAfter: '課室長にも知らせるまで',
  toOfficerAfter: '部局長にも知らせるまで',
  unit: '開庁日',
  /** Between the days, and after a number: 「14日前、7日」 is understood too. */
  daySeparators: /日前|日|[、,;・\s]+/u,
  usualDays: (days: readonly number[]) => days.join('、'),
  daysUnfit: '1から90までの数字を、10個以内で入力してください',
  numberUnfit: (most: number) => `1から${most}までの整数を入力してください`,
  officerBeforeHead: '課室長に知らせるまでの日数以上にしてください',
} as const

/** Who was told what of a review. */
export const remindersLabels = {
  title: (review: string) => `${review}　お知らせの記録`,
  page: 'お知らせの記録',
  lead: 'この見直しについて、誰に、いつ、何を知らせたかを、新しいものから表示します。',
  now: '今すぐ知らせる',
  nowTitle: '今すぐ知らせる',
  nowLead:
    '証明が済んでいない課の、いま回答する人（回答の済んだ課は、証明する人）に知らせます。同じ人に知らせるのは1日1回だけです。',
  closed: 'この見直しは受付中ではないため、知らせることはできません。',
  log: '知らせた記録',
  empty: 'まだ誰にも知らせていません。',
  emptyMore: '見直しが始まった次の朝6時20分から、自動で知らせます。',
  at: '知らせた時',
  kind: '内容',
  department: '課・部局',
  person: '知らせた相手',
  read: '既読',
  isRead: '読んだ',
  unread: 'まだ',
  mail: 'メール',
  noMail: '送っていません',
  mailed: (state: MailState, maybeTwice: boolean) =>
    maybeTwice ? `${mailStateLabels[state]}（2通の可能性）` : mailStateLabels[state],
  notFound: 'この見直しは見つかりません。',
} as const
