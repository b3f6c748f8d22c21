import type { Finding, FindingKind, Verdict } from '@/lib/platform/audit/finding'

const findingWords: Record<FindingKind, (found: Finding) => string> = {
  linkMissing: ({ link }) => `鎖の${link}番がありません`,
  linkAltered: ({ link }) => `鎖の${link}番が書き換えられています（ハッシュが内容と合いません）`,
  linkUnjoined: ({ link }) => `鎖の${link}番が、1つ前の番号につながっていません`,
  transactionAltered: (found) => `${linkOf(found)}の操作した人・時刻・権限の記録が書き換えられています`,
  eventsAltered: (found) =>
    `${linkOf(found)}の記録が、書き換え・削除・追加・並べ替えのいずれかをされています`,
  eventAltered: (found) => `記録${found.event}（${linkOf(found)}）の項目が、封をした文面と違います`,
  rowRecordAltered: (found) => `${linkOf(found)}の、どの行を変えたかの控えが書き換えられています`,
  unsealed: ({ transaction, event }) =>
    `鎖に入っていない記録があります（トランザクション${transaction}${event ? `、記録${event}` : ''}）`,
  anchorUnjoined: ({ anchor }) =>
    `控えのファイルの${anchor}行目が書き換えられているか、前の行が抜けているか、鍵が違います`,
  anchoredLinkMissing: ({ link, anchor }) =>
    `控え（${anchor}行目）にある鎖の${link}番が、データベースにありません`,
  anchoredLinkAltered: ({ link, anchor }) =>
    `鎖の${link}番が控え（${anchor}行目）と違います。鎖が作り直されています`,
  versionAltered: ({ table, row, version }) =>
    `表${table}の行${row}の過去の版（${version}）が書き換えられています`,
  versionsAltered: (found) =>
    `表${found.table}の版が、${linkOf(found)}で残したものと違います（書き換え・削除・追加）`,
  rowAltered: ({ table, row }) => `表${table}の行${row}が、記録なしに書き換えられています`,
  rowGone: ({ table, row }) => `表${table}の行${row}が、記録なしに削除されています`,
  rowUnrecorded: ({ table, row }) => `表${table}の行${row}が、記録なしに追加されています`,
  tableGone: ({ table }) => `表${table}またはその版の表がありません`,
  itemsAltered: ({ row }) => `提出${row}の内容が、提出されたものと違います（書き換え・削除・追加）`,
  scopeAltered: ({ row }) =>
    `定期見直し${row}の対象が、開始時に固定したものと違います（書き換え・削除・追加）`,
  answersAltered: ({ row }) => `定期見直しの回答${row}（見直し／資産番号）が、回答の経過と違います`,
  certifiedAltered: ({ row }) =>
    `定期見直しの回答${row}（見直し／課）が、課室長が証明したものと違います（書き換え・削除・追加）`,
  guardMissing: ({ table, guard }) =>
    `表${table}の見張り（トリガー${guard}）が外されているか、止められています`,
  policyHidesRows: ({ table }) => `表${table}に、検査から行を隠す行ポリシーがあります`,
}

const linkOf = ({ link, transaction }: Finding) =>
  link ? `鎖の${link}番（トランザクション${transaction}）` : `トランザクション${transaction}`

/** One line for the operator. */
export function findingInWords(found: Finding): string {
  const more = (found.count ?? 1) > 1 ? `（同じものがほかに${(found.count ?? 1) - 1}件）` : ''
  return `${findingWords[found.kind](found)}${more}。`
}

const inTokyo = new Intl.DateTimeFormat('ja-JP', {
  timeZone: 'Asia/Tokyo',
  dateStyle: 'long',
  timeStyle: 'short',
})

/** Up to where somebody outside the database can vouch for the chain. */
export function anchorsInWords({ links, anchors }: Verdict): string {
  if (!anchors.checked) return '控えの鍵（AUDIT_ANCHOR_SECRET）がないため、控えとは照合していません。'
  if (anchors.lastAt === null) {
    return '控えがまだ1つもありません。所有者が鎖を丸ごと作り直していても、この検査では分かりません。'
  }
  const open = links - anchors.lastLink
  const last = `最後の控えは${inTokyo.format(new Date(anchors.lastAt))}の鎖の${anchors.lastLink}番です`
  if (open < 0) return `${last}。データベースの鎖は${links}番までで、控えより短くなっています。`
  return open === 0
    ? `${last}。鎖の終わりまで控えで確かめました。`
    : `${last}。その後の${open}件は鎖だけで確かめました（作り直されていないことは、次の控えから確かめられます）。`
}

export const verificationWords = {
  sound: ({ links, events, tables }: Verdict) =>
    `異常はありません。鎖${links}件、記録${events}件、${tables.length}個の表の現在の行と版を確かめました。`,
  broken: (count: number) => `異常が${count}件見つかりました。最初のものから順に示します。`,
  anchored: (link: number) => `鎖の${link}番を控えました。`,
  nothingToAnchor: '控える記録がまだありません。',
  anchorMismatch: (reason: string) => `控えと鎖が合わないため、新しい控えは書きませんでした: ${reason}`,
  noSecret: 'AUDIT_ANCHOR_SECRET に、控えの鍵（32文字以上）を指定してください。',
  noDatabase: 'DATABASE_OWNER_URL に、データベースの所有者で接続する URL を指定してください。',
  failed: (reason: string) => `エラー: ${reason}`,
} as const

/** Why the chain and the anchor file do not fit together. */
export const anchorMismatchWords = {
  otherChain: (link: string | number) => `鎖の${link}番が、控えたものと違います`,
  alteredLine: (line: number) => `控えのファイルの${line}行目が書き換えられているか、鍵が違います`,
} as const
