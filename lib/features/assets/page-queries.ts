import type { KindCode, PersonalData } from '@/lib/domain/asset'
import { additionsFrom, restrictionsFor } from '@/lib/domain/handling'
import type { LevelCodes } from '@/lib/domain/classification'
import type { SchemeFamily } from '@/lib/domain/scheme'
import { valueInWords } from '@/lib/labels/asset-values'
import { assetDetailLabels as words } from '@/lib/labels/asset-pages'
import { momentInWords } from '@/lib/labels/sign-in'
import { changesInWords, eventInWords } from '@/lib/labels/trail-words'
import type { May } from '@/lib/platform/authorize'
import { dayOrNull } from '@/lib/platform/day'
import { shownProposal } from '@/lib/features/proposals/words-queries'
import { read } from '@/lib/platform/read'
import { contentOf } from './content-queries'
import { findAssetIn, type FoundAsset } from './queries'
import { listAssetEvents } from './trail-queries'
import { findDepartmentNames, findVocabulary, type Vocabulary } from './vocabulary-queries'

/** Everything the page of one asset shows, in words; null when it is not there or out of reach. */
export async function showAsset(actor: May<'asset.read'>, number: bigint, trailBefore: bigint | null) {
  const answer = await readAll(actor, number, trailBefore)
  if (!answer) return null
  const { found, events, older } = answer
  const { asset, about } = found
  const vocabulary = await findVocabulary(actor)
  const scheme = vocabulary.schemes.find((each) => each.id === String(asset.schemeId))
  const levels = scheme?.levels ?? []
  const codes: LevelCodes = asset
  const names = await findDepartmentNames(actor)
  return {
    found,
    proposal: found.proposal && shownProposal(found.proposal, { vocabulary, names }),
    head: {
      number: String(asset.number),
      name: asset.name,
      state: asset.state,
      department: departmentInWords(found),
      zone: zoneInWords(found, vocabulary),
      family: asset.schemeFamily as SchemeFamily,
      levels,
      codes,
      isClassified: asset.classificationId !== null,
    },
    asked: {
      kind: asset.kindCode as KindCode,
      medium: asset.medium,
      personalData: asset.personalData as PersonalData | null,
      hasContractor: asset.outsourcedTo !== null,
      hasCloudService: asset.cloudService !== null,
      isSchool: about.category === 'school',
    },
    values: valuesOf(found, vocabulary),
    restrictions: restrictionsFor(levels, scheme?.restrictions ?? [], codes),
    additions: additionsFrom(asset.handlingNotes),
    past: found.classifications.map((each) => {
      const of = vocabulary.schemes.find((known) => known.id === String(each.schemeId))
      return {
        ...each,
        id: String(each.id),
        family: of?.family ?? ('municipal' as const),
        levels: of?.levels ?? [],
      }
    }),
    trail: events.map((event) => ({
      id: String(event.id),
      when: momentInWords(event.occurredAt),
      sentence: eventInWords(event.actor, event.action, event.names),
      about: event.names['about'] ?? null,
      reason: event.reason,
      isBeginning: event.action === 'asset.drafted',
      changes: changesInWords(event.changes, event.names, event.names['subjectType']),
    })),
    olderHref: older ? `/assets/${asset.number}?before=${older}#trail` : undefined,
  }
}

/** One transaction for the whole page. */
function readAll(actor: May<'asset.read'>, number: bigint, trailBefore: bigint | null) {
  return read(actor, async (db) => {
    const [found, trail] = await Promise.all([
      findAssetIn(actor, db, number),
      listAssetEvents(db, number, trailBefore),
    ])
    return found && { found, ...trail }
  })
}

function departmentInWords({ about }: FoundAsset): string {
  return about.bureau ? `${about.bureau} ${about.department}` : about.department
}

function zoneInWords({ asset }: FoundAsset, vocabulary: Vocabulary) {
  const zone = vocabulary.zones.find((each) => each.code === asset.zoneCode)
  return zone
    ? { label: zone.label }
    : asset.zoneNotApplicable
      ? ('notApplicable' as const)
      : ('notEntered' as const)
}

/** Fields that need more words than their value. */
const saidBelow = new Set(['zone', 'dataSubjects', 'recoveryHours'])

/** The values that there are, in words; a missing one is left out. */
function valuesOf(found: FoundAsset, vocabulary: Vocabulary): Record<string, string> {
  const { asset } = found
  const values: Record<string, string> = { departmentId: departmentInWords(found) }
  const say = (field: string, value: string) => {
    if (value !== '') values[field] = value
  }
  for (const [field, value] of Object.entries(contentOf(asset)))
    if (!saidBelow.has(field) && value !== false) say(field, valueInWords(field, value))
  const zone = zoneInWords(found, vocabulary)
  if (zone !== 'notEntered')
    say('zoneCode', zone === 'notApplicable' ? valueInWords('zone', zone) : zone.label)
  if (asset.dataSubjects !== null)
    say('dataSubjects', words.people(valueInWords('', Number(asset.dataSubjects))))
  else if (asset.personalData !== null && asset.personalData !== 'none')
    say('dataSubjects', words.unknownPeople)
  if (asset.recoveryHours !== null) say('recoveryHours', words.hours(valueInWords('', asset.recoveryHours)))
  say('kindCode', vocabulary.kinds.find((kind) => kind.code === asset.kindCode)?.label ?? asset.kindCode)
  say('lastConfirmedOn', valueInWords('', dayOrNull(asset.lastConfirmedOn)))
  return values
}
