import type { JobName } from '@/lib/platform/jobs/job'

export const jobsLabels = {
  title: '処理の状況',
  lead: 'ポータルが自動で行う処理の予定と、うまくいかなかった処理を表示します。時刻は日本時間です。',
  schedule: '自動で行う処理',
  name: '処理',
  due: '行う時',
  lastSuccess: '最後に終わった時',
  never: 'まだ行っていません',
  queue: '待っている処理・うまくいかなかった処理',
  queueEmpty: '待っている処理も、うまくいかなかった処理もありません。',
  queueEmptyMore: '予定の時刻になると、自動で始まります。',
  state: '状態',
  next: '次に行う時',
  attempts: '回数',
  attemptsOf: (done: number, of: number) => `${done}回（${of}回まで）`,
  lastError: '最後のエラー',
  runs: '最近の処理',
  runsLead: '新しいものから30件です。90日前までの記録が残ります。',
  runsEmpty: 'まだ1つも行っていません。',
  runsEmptyMore: 'ポータルを動かしたままにすると、1時間以内に最初の処理が行われます。',
  started: '始めた時',
  ended: '終わった時',
  outcome: '結果',
  result: '内容',
  acts: '操作',
  retry: 'やり直す',
  retryOf: (name: string) => `（${name}）`,
  retried: 'すぐにやり直すようにしました',
  retryGone: 'この処理は、もう終わったか、今動いています。画面を開き直してください。',
  failing: (count: number) => `うまくいっていない処理が${count}件あります。`,
  failingMore: '「最後のエラー」を確かめてください。再試行を待つものは、自動でもう一度行います。',
} as const

export const jobLabels: Record<JobName, { name: string; due: string; handled: (count: number) => string }> = {
  anchorAudit: {
    name: '記録の控え（データベースの外へ）',
    due: '毎時7分',
    handled: (link) => (link === 0 ? '控える記録なし' : `鎖の${link}番まで`),
  },
  commitImports: {
    name: '取り込みの書き込み',
    due: '取り込むとき・5分ごと',
    handled: (count) => (count === 0 ? '書き込むものなし' : `${count}行を書き込み`),
  },
  composeDigests: {
    name: 'メールのまとめ',
    due: '開庁日 6時30分',
    handled: (count) => (count === 0 ? 'まとめるお知らせなし' : `${count}人分`),
  },
  escalateSteps: {
    name: '承認待ちの引き継ぎ',
    due: '毎日 6時10分',
    handled: (count) => (count === 0 ? '引き継ぐ提出なし' : `${count}件を次の承認者にも表示`),
  },
  foldCounts: { name: '件数の整理', due: '毎日 3時17分', handled: (count) => `${count}行に整理` },
  foldReviewCounts: {
    name: '定期見直しの件数の整理',
    due: '5分ごと',
    handled: (count) => (count === 0 ? '整理するものなし' : `${count}行を整理`),
  },
  forgetBookkeeping: { name: '古い控えの片付け', due: '毎日 3時37分', handled: (count) => `${count}件` },
  readImports: {
    name: '取り込むファイルの読み取り',
    due: 'ファイルを受け取ったとき・5分ごと',
    handled: (count) => (count === 0 ? '読み取るものなし' : `${count}件を読み取り`),
  },
  openReviews: {
    name: '定期見直しの開始',
    due: '毎日 0時5分',
    handled: (count) => (count === 0 ? '始める見直しなし' : `${count}件を対象に固定`),
  },
  recurringReviews: {
    name: '毎年の見直し',
    due: '毎日 0時2分',
    handled: (count) => (count === 0 ? '作る見直しなし' : `${count}件の見直しを作成`),
  },
  sendMail: {
    name: 'メールの送信',
    due: '5分ごと',
    handled: (count) => (count === 0 ? '送るメールなし' : `${count}通`),
  },
  writeNotices: {
    name: 'お知らせ',
    due: '毎日 6時20分',
    handled: (count) => (count === 0 ? '新しいお知らせなし' : `${count}件`),
  },
}

export type JobState = 'running' | 'waiting' | 'retrying' | 'gaveUp'
export const jobStateLabels: Record<JobState, string> = {
  running: '実行中',
  waiting: '待機中',
  retrying: '再試行待ち',
  gaveUp: '取りやめ',
}

export type RunOutcome = 'succeeded' | 'failed' | 'interrupted'
export const runOutcomeLabels: Record<RunOutcome | 'running', string> = {
  succeeded: '終了',
  failed: '失敗',
  interrupted: '中断（やり直します）',
  running: '実行中',
}
