import type { KindCode } from '@/lib/domain/asset'
import type { AssetContent } from '@/lib/domain/asset-content'
import type { LevelCodes } from '@/lib/domain/classification'
import { proposeLevels } from '@/lib/domain/classifier'
import { readAnswers, type Answers } from '@/lib/domain/classifier-questions'
import { kindCodes } from '@/lib/domain/asset'
import type { CategoryCode } from '@/lib/domain/reference'
import { assetFormValues } from '@/lib/labels/asset-values'
import { assetFormLabels } from '@/lib/labels/asset-pages'
import { formatDateWithoutWeekday } from '@/lib/labels/dates'
import { levelsInWords } from '@/lib/labels/scheme'
import { zoneNetworkLabels } from '@/lib/labels/zones'
import { levelAxes, type SchemeFamily } from '@/lib/domain/scheme'
import { findEarlierDepartments } from '@/lib/features/reviews/route-queries'
import type { May } from '@/lib/platform/authorize'
import { contentOf } from './content-queries'
import type { AssetPermission } from './permission-schema'
import { findAsset } from './queries'
import {
  findAllDepartments,
  findDepartmentChoices,
  findVocabulary,
  type DepartmentChoice,
  type SchemeWords,
  type Vocabulary,
} from './vocabulary-queries'

function departmentOption({ code, name, bureau }: DepartmentChoice) {
  return { value: code, label: bureau ? `${bureau} ${name}` : name }
}

function formParts(words: Vocabulary, kind: KindCode, category: string) {
  const schemes: Partial<Record<SchemeFamily, Pick<SchemeWords, 'family' | 'levels' | 'restrictions'>>> = {}
  for (const { status, family, levels, restrictions } of words.schemes)
    if (status === 'inForce') schemes[family] = { family, levels, restrictions }
  return {
    setting: { kind, category: category as CategoryCode, schemes },
    zones: words.zones.map((zone) => ({ ...zone, networkLabel: zoneNetworkLabels[zone.network] })),
  }
}

/** What the page for a new asset shows: first kind and department, then the form that fits them. */
export async function prepareNewAsset(
  actor: May<'asset.create'>,
  wanted: { kind?: string; department?: string },
) {
  const departments = await findDepartmentChoices(actor, 'asset.create')
  const options = departments.map(departmentOption)
  const kind = kindCodes.find((code) => code === wanted.kind)
  const department = departments.find((each) => each.code === wanted.department)
  if (!kind || !department) return { step: 'kind' as const, options, kind, department: wanted.department }
  return {
    step: 'form' as const,
    kind,
    department: departmentOption(department),
    values: {
      department: department.code,
      registeredOn: formatDateWithoutWeekday(actor.viewer.today),
      visibility: 'internal',
    },
    ...formParts(await findVocabulary(actor), kind, department.category),
  }
}

/** What the pages that change an asset show; null when it is not there or out of reach. */
export async function prepareAssetForm(actor: May<AssetPermission>, number: bigint) {
  const found = await findAsset(actor, number)
  if (!found) return null
  const { asset, about, classifications } = found
  const content = contentOf(asset)
  const current = classifications.find((each) => each.id === asset.classificationId)
  const vocabulary = await findVocabulary(actor)
  const parts = formParts(vocabulary, content.kindCode, about.category)
  const levels = levelsOfForm(content, asset, answersRead(current?.answers), vocabulary)
  const isOverruled = Object.keys(levels).some((name) => name.startsWith('level-'))
  return {
    found,
    earlierInWords: earlierInWords(asset, vocabulary),
    values: {
      ...assetFormValues(content),
      ...answersOf(current?.answers),
      ...levels,
      ...(asset.audience ? { 'answer-audience': asset.audience } : {}),
      // The person's own words come first in a reason; the classifier's sentences are written anew.
      overruleReason:
        asset.state === 'draft' && isOverruled ? ((current?.reason ?? '').split('\n')[0] ?? '') : '',
      number: String(asset.number),
      version: String(asset.version),
    },
    ...parts,
  }
}

/** The levels of a version that is no longer in force, in its own words; null: they are of the one that is. */
export function earlierLevels(
  asset: LevelCodes & { schemeId: bigint; classificationId: bigint | null },
  { schemes }: Pick<Vocabulary, 'schemes'>,
): { scheme: string; levels: string } | null {
  const scheme = schemes.find(({ id }) => id === String(asset.schemeId))
  if (!scheme || scheme.status === 'inForce' || asset.classificationId === null) return null
  return { scheme: scheme.label, levels: levelsInWords(scheme, asset) }
}

function earlierInWords(...of: Parameters<typeof earlierLevels>): string | undefined {
  const earlier = earlierLevels(...of)
  return earlier ? assetFormLabels.earlierLevels(earlier.levels, earlier.scheme) : undefined
}

/** What the page that hands an asset to another department shows: every department of today but its own. */
export async function prepareTransfer(
  actor: May<'asset.transfer'>,
  number: bigint,
  query: Record<string, unknown> = {},
) {
  const found = await findAsset(actor, number)
  if (!found) return null
  const { department, bureau, departmentCode } = found.about
  const departments = await findAllDepartments(actor)
  return {
    found,
    department: bureau ? `${bureau} ${department}` : department,
    offers: {
      departments: departments.filter(({ code }) => code !== departmentCode).map(departmentOption),
      /** In a review: who had it before. */
      earlier: query['review'] === undefined ? [] : await findEarlierDepartments(actor, number),
      /** A department that the address names, if there is one. */
      chosen: departments.find(({ code }) => code === query['to'])?.code,
    },
  }
}

function answersRead(stored: unknown): Answers {
  return readAnswers(typeof stored === 'object' && stored !== null ? { ...stored } : {})
}

/** The stored answers as the form's texts; what is no answer any more is dropped. */
function answersOf(stored: unknown): Record<string, string> {
  const answers = Object.entries(answersRead(stored))
  return Object.fromEntries(
    answers.flatMap(([question, answer]) => (answer ? [[`answer-${question}`, answer]] : [])),
  )
}

/** The levels that stand, and which of them a person had chosen over the proposal: those stay chosen. */
function levelsOfForm(
  content: AssetContent,
  asset: LevelCodes & { schemeId: bigint },
  answers: Answers,
  words: Vocabulary,
): Record<string, string> {
  const scheme = words.schemes.find((each) => each.id === String(asset.schemeId))
  // Levels of a version that is not in force say nothing under the one that is: they are judged, not carried over.
  if (scheme?.status !== 'inForce') return {}
  const zone = content.zone === 'notApplicable' ? null : content.zone
  const { kindCode: kind, personalData, dataSubjects } = content
  const facts = { family: scheme.family, kind, zone, personalData, dataSubjects }
  const proposed = proposeLevels(facts, answers, scheme.levels).levels
  const texts: Record<string, string> = {}
  for (const axis of levelAxes) {
    const code = asset[axis]
    if (code === null) continue
    texts[`current-${axis}`] = code
    if (proposed[axis] !== null && proposed[axis] !== code) texts[`level-${axis}`] = code
  }
  return texts
}
