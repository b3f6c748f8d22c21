import type { MergeRefusal } from '@/lib/domain/merge'
import type { SubmitRefusal } from '@/lib/domain/proposal-answers'
import { submitRefusalWords } from './proposal-words'

/** Words of the page on which duplicates are merged. */
export const mergeLabels = {
  page: '重複した情報資産を統合する',
  link: '重複した資産を統合する',
  title: (name: string) => `${name}と重複した資産を統合する`,
  lead: '同じものが二重に登録されているとき、一つを残し、ほかを「統合済み」にします。承認されてから台帳に反映されます。番号と記録は残ります。',
  chooseTitle: '重複している情報資産を選ぶ',
  chooseLead:
    '同じ課の「有効」な情報資産のうち、名称の似たものから順に示しています。承認待ちの変更があるものは選べません。',
  search: '名称の一部',
  searchAct: '探す',
  candidates: '同じ課の情報資産',
  name: '名称',
  number: '資産番号',
  levels: '分類',
  task: '業務',
  compare: '選んだものと比べる',
  chooseOne: '一つ以上選んでから、「選んだものと比べる」を押してください。',
  none: '同じ課に、ほかの「有効」な情報資産は見つかりません',
  noneTodo: '名称の一部を変えて探すか、所管課が異なるときは先に所管課を変更してください。',
  compareTitle: '内容を比べる',
  compareLead:
    '異なる項目だけを示しています。残すものの内容は変わりません。必要なことは先に「編集する」で直してください。',
  field: '項目',
  of: (number: string) => `資産番号 ${number}`,
  same: '比べる項目はすべて同じです。',
  proposed: '承認待ちの変更があるため、統合できないものが含まれます。選び直してください。',
  keep: '残す情報資産',
  keepHelp: '選ばなかったものは「統合済み」になり、残すものの番号を示します。元に戻せません。',
  keepOption: (name: string, number: string) => `${name}（資産番号 ${number}）`,
  reason: '統合の理由',
  act: '統合を提出する',
  again: '選び直す',
  notEntered: '未入力',
} as const

export const mergeFormErrors = {
  keepRequired: '残す情報資産を選んでください',
  reasonRequired: '統合の理由を入力してください',
  tooLong: '1,000文字以内で入力してください',
} as const

export const mergeRefusalWords: Record<MergeRefusal | SubmitRefusal, string> = {
  ...submitRefusalWords,
  notActive: '「有効」な情報資産だけを統合できます。提出はしていません。',
  otherDepartment:
    '所管課が異なる情報資産は統合できません。先に所管課を変更してください。提出はしていません。',
  otherScheme:
    '分類体系が異なる情報資産は統合できません。先に「分類を見直す」で揃えてください。提出はしていません。',
  keptLower:
    '残す情報資産の分類が、統合されるものより低くなっています。分類の高いほうを残すか、先に「分類を見直す」で揃えてください。提出はしていません。',
  keptLooser:
    '残す情報資産の個人情報の区分又は公開区分が、統合されるものより緩くなっています。厳しいほうを残すか、先に「編集する」で揃えてください。提出はしていません。',
}
