import type { LevelCodes } from '@/lib/domain/classification'
import { leadingAxis } from '@/lib/domain/classification'
import type { Proposal } from '@/lib/domain/classifier'
import type { classifierQuestions, QuestionCode } from '@/lib/domain/classifier-questions'
import type { Reason } from '@/lib/domain/classifier-reason'
import type { Level, LevelAxis, SchemeFamily } from '@/lib/domain/scheme'
import { levelAxes } from '@/lib/domain/scheme'
import { audienceLabels } from './asset'
import { levelInWords } from './scheme'

type QuestionWords = {
  [Q in QuestionCode]: {
    question: string
    help: string
    options: Record<(typeof classifierQuestions)[Q][number], string>
  }
}
const yesNo = { yes: 'はい', no: 'いいえ' }

export const questionLabels: QuestionWords = {
  secret: {
    question: '秘密文書に相当しますか',
    help: '実施前の試験問題、訴訟や不利益処分の記録、国民保護計画の非公開部分などです。多くの情報資産は「いいえ」です。',
    options: yesNo,
  },
  whose: {
    question: 'だれの個人情報ですか',
    help: '二つ以上に当てはまるときは、上にあるものを選んでください。',
    options: { residents: '住民', staff: '市の職員・議員など', contacts: '事業者や役職者の氏名・連絡先だけ' },
  },
  harm: {
    question: '漏れると、本人の権利や暮らしに大きな害がありますか',
    help: '税や収入、口座、家庭の事情、健康や福祉、相談や交渉の内容が分かるものは「はい」です。',
    options: yesNo,
  },
  publication: {
    question: '公表する情報ですか',
    help: '迷うときは、下にあるものを選んでください。',
    options: {
      premised: '公表している、又は公表してよい',
      later: '今は公表しないが、いずれ公表することがある',
      never: '公表を前提としない',
    },
  },
  altered: {
    question: '書き換えられたり誤ったりすると、住民の権利や事務に支障がありますか',
    help: '軽い手直しで済むものは「いいえ」です。',
    options: yesNo,
  },
  stopped: {
    question: '失われたり使えなくなったりすると、住民の権利や事務に支障がありますか',
    help: '数日使えなくても事務が続けられるものは「いいえ」です。',
    options: yesNo,
  },
  content: {
    question: '何についての情報ですか',
    help: '二つ以上に当てはまるときは、上にあるものを選んでください。',
    options: {
      originalRecord: '指導要録の原本など、漏れると甚大な被害があるもの',
      guidance: '成績・健康・指導・進路・家庭の状況',
      credentials: '学習用端末などのIDとパスワード',
      running: '学校の運営や学習活動（出席簿、教材、作品など）',
      published: '公表しているもの（学校要覧、学校ホームページなど）',
    },
  },
  audience: {
    question: 'アクセスするのはだれですか',
    help: '最も広い範囲を選んでください。',
    options: audienceLabels,
  },
}

const number = new Intl.NumberFormat('ja-JP')
const forPeople = (people: number | null) =>
  people === null ? 'を扱う' : `を${number.format(people)}人分扱う`

/** The clause before 「ため、…を提案します」. */
export function reasonClause(reason: Reason): string {
  switch (reason.code) {
    case 'secretDocument':
      return '秘密文書に相当する'
    case 'specificPersonal':
      return `特定個人情報${forPeople(reason.people)}`
    case 'sensitivePersonal':
      return `要配慮個人情報${forPeople(reason.people)}`
    case 'myNumberZonePersonal':
      return `マイナンバー利用事務系で住民の個人情報${forPeople(reason.people)}`
    case 'graveHarm':
      return `漏れると本人の権利や暮らしに大きな害がある個人情報${forPeople(reason.people)}`
    case 'manyPeople':
      return `住民の個人情報を${number.format(reason.people)}人分とまとめて扱う`
    case 'staffPersonal':
      return `職員などの個人情報${forPeople(reason.people)}`
    case 'ordinaryPersonal':
      return `公表を前提としない住民の個人情報${forPeople(reason.people)}`
    case 'neverPublished':
      return '公表を前提としない'
    case 'publishedLater':
      return '直ちに公表することを前提としない'
    case 'premisedOnPublication':
      return '公表している、又は公表してよい'
    case 'alterationHurts':
      return '書換えや誤りがあると、住民の権利や事務に支障がある'
    case 'alterationBearable':
      return '書換えや誤りがあっても、支障が軽い'
    case 'stopHurts':
      return '失われたり使えなくなったりすると、住民の権利や事務に支障がある'
    case 'stopBearable':
      return '失われたり使えなくなったりしても、支障が軽い'
    case 'myNumberSystem':
      return 'マイナンバー利用事務系の情報システムである'
    case 'originalRecord':
      return '指導要録の原本など、漏れると甚大な被害がある'
    case 'guidanceRecord':
      return '成績・健康・指導・進路などの情報を扱う'
    case 'credentials':
      return 'IDとパスワードを扱う'
    case 'schoolRunning':
      return '学校の運営や学習活動に使う'
    case 'schoolPublished':
      return '公表している'
  }
}

/** One sentence for one axis: 「特定個人情報を490,000人分扱うため、自治体機密性3Bを提案します」. Null: not decided yet. */
export function axisSentence(
  family: SchemeFamily,
  proposal: Proposal,
  levels: readonly Level[],
  axis: LevelAxis,
): string | null {
  const reason = proposal.reasons[axis]
  const level = levels.find((known) => known.axis === axis && known.code === proposal.levels[axis])
  if (!reason || !level) return null
  return `${reasonClause(reason)}ため、${levelInWords(family, axis, level.label)}を提案します`
}

/** The headline of the proposal, and below it a sentence for every proposed axis. */
export function proposalInWords(
  family: SchemeFamily,
  proposal: Proposal,
  levels: readonly Level[],
): { headline: string | null; sentences: readonly { axis: LevelAxis; text: string }[] } {
  const sentences = levelAxes.flatMap((axis) => {
    const text = axisSentence(family, proposal, levels, axis)
    return text === null ? [] : [{ axis, text }]
  })
  return { headline: axisSentence(family, proposal, levels, leadingAxis[family]), sentences }
}

/** Levels in a row: 「自治体機密性3B・完全性2・可用性2」. Axes without a level are left out. */
export function levelsInWords(family: SchemeFamily, codes: LevelCodes, levels: readonly Level[]): string {
  return levelAxes
    .flatMap((axis) => {
      const level = levels.find((known) => known.axis === axis && known.code === codes[axis])
      return level ? [levelInWords(family, axis, level.label)] : []
    })
    .join('・')
}

export const overruleNeedsReason = '提案と異なる区分を選ぶときは、その理由を入力してください。'

/** The sentence of a proposal once it stands: 「…ため、自治体機密性3Bとした。」 */
export function decidedSentence(proposed: string): string {
  return `${proposed.replace(/を提案します$/u, 'とした')}。`
}
