import type { DigestGroup } from '@/lib/domain/digest'
import type { NoticeFacts, NoticeKind } from '@/lib/domain/notice'
import { formatDate } from './dates'
import { roleLabels } from './roles'

const day = (text: string | undefined) => (text === undefined ? '' : formatDate(text))
const many = (count: number) => `${new Intl.NumberFormat('ja-JP').format(count)}件`
const place = ({ title, department }: NoticeFacts) => `「${title ?? ''}」（${department ?? ''}）`
const review = (facts: NoticeFacts) => `${place(facts)}の回答`
const isAnswered = ({ open }: NoticeFacts) => open === undefined || open === 0
const left = (facts: NoticeFacts) =>
  isAnswered(facts)
    ? 'すべて回答済みで、証明を待っています'
    : facts.rows === undefined || facts.rows === facts.open
      ? `${many(facts.open ?? 0)}すべてに回答が必要です`
      : `${many(facts.rows)}のうち${many(facts.open ?? 0)}に、まだ回答が必要です`

type Words = { what: (facts: NoticeFacts, noticedOn: string) => string; todo: (facts: NoticeFacts) => string }
const due = (facts: NoticeFacts) => `期限は${day(facts.dueOn)}です。${left(facts)}。`

/** Each notice in words: what there is, and what to do about it. Also the lines of the mail. */
export const noticeWords: Record<NoticeKind, Words> = {
  reviewOpened: {
    what: ({ title, department }) => `定期見直し「${title ?? ''}」が始まりました（${department ?? ''}）`,
    todo: due,
  },
  reviewSoon: { what: (facts) => `${review(facts)}の期限が近づいています`, todo: due },
  reviewToday: {
    what: (facts, noticedOn) =>
      facts.dueOn === noticedOn
        ? `${review(facts)}は、今日が期限です`
        : `${review(facts)}は、今日が期限までの最後の開庁日です`,
    todo: due,
  },
  reviewOverdue: { what: (facts) => `${review(facts)}の期限が過ぎました`, todo: due },
  reviewOverdueHead: {
    what: (facts) => `${review(facts)}が、期限を過ぎても終わっていません`,
    todo: (facts) => `${due(facts)}担当者に確かめてください。`,
  },
  reviewOverdueOfficer: {
    what: (facts) => `${review(facts)}が、期限を過ぎても証明されていません`,
    todo: (facts) => `${due(facts)}課に確かめてください。`,
  },
  reviewReturned: {
    what: (facts) => `${review(facts)}が差し戻されました`,
    todo: () => '回答票で理由を確かめ、直してからもう一度証明してください。',
  },
  reviewSignOff: {
    what: ({ title, department, isSchool }) =>
      `「${title ?? ''}」で、${department ?? ''}${isSchool === true ? 'の学校' : 'の課'}がすべて証明しました`,
    todo: () => '部局の確認をしてください。',
  },
  certificateToSee: {
    what: (facts) => `${facts.deputy ?? ''}さんが、${place(facts)}の見直しを代わりに証明しました`,
    todo: () => '証明の内容を確かめてください（後閲）。',
  },
  signOffToSee: {
    what: (facts) => `${facts.deputy ?? ''}さんが、${place(facts)}の部局の確認を代わりに行いました`,
    todo: () => '確認の内容を確かめてください（後閲）。',
  },
  reviewAsked: {
    what: (facts) =>
      `${place(facts)}の${isAnswered(facts) ? '証明' : '回答'}をお願いします（事務局からのお知らせ）`,
    todo: due,
  },
  proposalWaiting: {
    what: ({ department, items }) => `${department ?? ''}の提出（${many(items ?? 1)}）が、承認を待っています`,
    todo: () => '未処理一覧で確かめ、承認するか差し戻してください。',
  },
  proposalReturned: {
    what: ({ department, items }) => `${department ?? ''}の提出（${many(items ?? 1)}）が差し戻されました`,
    todo: () => '理由を確かめ、直して提出し直してください。',
  },
  proposalOvertaken: {
    what: ({ department, items }) => `${department ?? ''}の提出（${many(items ?? 1)}）が打ち切られました`,
    todo: () => '情報資産の状態が先に変わったためです。必要なら、今の内容から提出し直してください。',
  },
  decisionToSee: {
    what: ({ department, deputy }) =>
      `${deputy ?? ''}さんが、${department ?? ''}の提出を代わりに決裁しました`,
    todo: () => '未処理一覧で確かめてください（後閲）。',
  },
  grantEnding: {
    what: ({ department, role, until }) =>
      `${[department, role && roleLabels[role]].filter(Boolean).join('　')}の役割は、${day(until)}で終わります`,
    todo: () => '続ける場合は、事務局に更新を依頼してください。',
  },
  grantEnded: {
    what: ({ department, role, until }) =>
      `${[department, role && roleLabels[role]].filter(Boolean).join('　')}の役割は、${day(until)}で終わりました`,
    todo: () => '続ける必要がある場合は、事務局に依頼してください。',
  },
  disposalSoon: {
    what: ({ department, count, dueOn }) =>
      `${department ?? ''}の情報資産${many(count ?? 1)}が、${day(dueOn)}に廃棄予定日を迎えます`,
    todo: () => '廃棄するか、予定日を見直すかを決めてください。',
  },
  disposalPassed: {
    what: ({ department, count, dueOn }) =>
      `${department ?? ''}の情報資産${many(count ?? 1)}が、廃棄予定日（${day(dueOn)}）を過ぎています`,
    todo: () => '廃棄を記録するか、予定日の変更を提出してください。',
  },
  mailGaveUp: {
    what: ({ day: on, state }) =>
      state === 'unsure'
        ? `${day(on)}のメールが届いたかどうか、分かりません`
        : `${day(on)}のメールを送れませんでした`,
    todo: () => 'メールの画面で確かめてください。',
  },
}

/** Short names of the kinds, for the list of who was told what. */
export const noticeKindLabels: Record<NoticeKind, string> = {
  reviewOpened: '開始',
  reviewSoon: '期限の前',
  reviewToday: '期限の日',
  reviewOverdue: '期限の後',
  reviewOverdueHead: '期限の後（課室長へ）',
  reviewOverdueOfficer: '期限の後（部局長へ）',
  reviewReturned: '差戻し',
  reviewSignOff: '部局の確認',
  certificateToSee: '証明の後閲',
  signOffToSee: '部局の確認の後閲',
  reviewAsked: '今すぐのお知らせ',
  proposalWaiting: '承認待ち',
  proposalReturned: '差戻し',
  proposalOvertaken: '打切り',
  decisionToSee: '後閲',
  grantEnding: '役割の期限',
  grantEnded: '役割の終了',
  disposalSoon: '廃棄予定日の前',
  disposalPassed: '廃棄予定日の後',
  mailGaveUp: 'メール',
}

export const noticesLabels = {
  title: 'お知らせ',
  lead: 'ポータルからのお知らせです。メールを使わない場合も、ここですべて確かめられます。',
  unread: (count: number) => `未読のお知らせ（${many(count)}）`,
  unreadEmpty: '未読のお知らせはありません。',
  unreadEmptyMore: '新しいお知らせがあると、ここに表示します。',
  read: '読んだお知らせ',
  empty: 'お知らせはまだありません。',
  emptyMore: '定期見直し、承認待ちの提出、役割の期限などについて、ここでお知らせします。',
  markRead: '読んだことにする',
  markOne: (what: string) => `（${what}）`,
  markAll: 'すべて読んだことにする',
  earlier: '前のお知らせ',
  latest: '最新に戻る',
  day: 'お知らせした日',
  mailed: 'メールでもお知らせしました',
  home: (count: number) => `未読のお知らせが${many(count)}あります`,
  homeTodo: '期限や差戻しなど、ポータルからのお知らせを確かめます。',
} as const

/** The mail: one a person a day, in plain text. */
export const digestWords = {
  subject: (total: number, first: string) =>
    total === 1 ? `【情報資産台帳】${first}` : `【情報資産台帳】${first}　ほか${total - 1}件`,
  greeting: (name: string, on: string) => `${name}さん\n\n${formatDate(on)}のお知らせです。`,
  groups: {
    late: '期限を過ぎているもの',
    today: '今日が期限のもの',
    soon: '期限のあるもの',
    approval: '承認・確認を待つもの',
    other: 'そのほか',
  } satisfies Record<DigestGroup, string>,
  line: (what: string, todo: string) => `・${what}\n　${todo}`,
  left: (count: number) => `ほか${count}件`,
  end: (url: string, city: string | null) =>
    `くわしくは、情報資産台帳のお知らせをご覧ください。\n${url}/notices\n\n--\n${[city, '情報資産台帳'].filter(Boolean).join('　')}\nこのメールは自動で送っています。返信しないでください。`,
  maybeTwice: '前回の送信が途中で止まったため、同じメールが2通届くことがあります。\n\n',
} as const
