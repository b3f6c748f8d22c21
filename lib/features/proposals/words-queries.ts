import { axesOf, type LevelCodes } from '@/lib/domain/classification'
import { changedFieldLabel } from '@/lib/labels/audit'
import { assetFieldLabels } from '@/lib/labels/asset'
import { dutyLabels, proposalKindLabels, proposalLabels as words } from '@/lib/labels/proposals'
import { axisLabels, levelInWords } from '@/lib/labels/scheme'
import { momentInWords } from '@/lib/labels/sign-in'
import { changesInWords } from '@/lib/labels/trail-words'
import { emptyCellLabels } from '@/lib/labels/zones'
import type { SchemeWords, Vocabulary } from '@/lib/features/assets/vocabulary-queries'
import type {
  ApprovalStep,
  ProposalDetail,
  ProposalItem,
  ReturnedOfAsset,
  ShownItem,
  ShownProposal,
  ShownStep,
} from './detail-schema'

/** The words and names that a proposal's values are said with. */
export type ProposalWords = {
  vocabulary: Pick<Vocabulary, 'zones' | 'schemes'>
  names: ReadonlyMap<bigint, string>
}

/** A proposal in words: what changes from what to what, who submitted it, whose turn it is. */
export function shownProposal(proposal: ProposalDetail, book: ProposalWords): ShownProposal {
  const newest = Math.max(...proposal.steps.map((step) => step.generation))
  const isOld = (step: ApprovalStep) => step.generation < newest
  const [first] = proposal.items
  return {
    id: String(proposal.id),
    version: String(proposal.version),
    title: proposal.title,
    state: proposal.state,
    department: departmentInWords(proposal),
    submitted: words.submitted(proposal.submittedBy.name, momentInWords(proposal.submittedAt)),
    reason: proposal.reason,
    endReason: proposal.endReason,
    isBaseChanged: proposal.baseChangedAt !== null && proposal.state === 'submitted',
    kind: first?.kind ?? 'change',
    items: proposal.items.map((item) => shownItem(item, book)),
    itemCount: proposal.itemCount,
    steps: proposal.steps.filter((step) => !isOld(step)).map(shownStep),
    olderSteps: proposal.steps.filter((step) => isOld(step) && step.decidedBy !== null).map(shownStep),
    waitsFor: proposal.steps.find((step) => step.state === 'waiting' && !isOld(step))?.names ?? [],
    comesNext: comesNext(proposal.steps.filter((step) => !isOld(step))),
    mayDecide: proposal.mayDecide,
    mayWithdraw: proposal.mayWithdraw,
    toMend: proposal.toMend,
    toMendCount: proposal.toMendCount,
  }
}

function departmentInWords({ bureau, department, toDepartment }: ProposalDetail): string {
  const here = bureau && bureau !== department ? `${bureau} ${department}` : department
  return toDepartment ? words.toDepartment(here, toDepartment) : here
}

function shownStep(step: ApprovalStep): ShownStep {
  return {
    id: String(step.id),
    duty: step.duty,
    department: step.department,
    state: step.state,
    decided: decidedInWords(step),
    reason: step.reason,
    names: step.names,
  }
}

function comesNext(steps: readonly ApprovalStep[]): string | null {
  const next = steps.find((step) => step.state === 'future')
  if (!next) return null
  return next.names.length > 0 ? words.thenNames(next.names) : words.thenDuty(dutyLabels[next.duty])
}

type Decided = Pick<ApprovalStep, 'decidedBy' | 'decidedFor' | 'decidedAt'>

/** Who decided when, and in whose post: 「○○さん（○○さんの代決）　令和…」 */
export function decidedInWords({ decidedBy, decidedFor, decidedAt }: Decided): string | null {
  if (decidedBy === null) return null
  const when = decidedAt === null ? '' : momentInWords(decidedAt)
  return decidedFor === null ? words.decided(decidedBy, when) : words.decidedFor(decidedBy, decidedFor, when)
}

/** Why the newest submission of an asset was returned, by whom and when, and where all of it is. */
export function shownReturned(returned: ReturnedOfAsset | null) {
  if (returned === null) return null
  const { reason, proposalId } = returned
  return { reason, decided: decidedInWords(returned), proposalHref: `/proposals/${proposalId}` }
}

/** Kinds that say themselves what becomes of the levels. */
const judges = new Set<string>(['change', 'reclassification'])

function shownItem(item: ProposalItem, book: ProposalWords): ShownItem {
  const { judgement, current } = item
  const standing = book.vocabulary.schemes.find(({ id }) => id === current.schemeId)
  return {
    number: String(item.number),
    name: item.name,
    href: item.inReach ? `/assets/${item.number}` : undefined,
    kind: proposalKindLabels[item.kind],
    isRegistration: item.kind === 'registration',
    isKept: item.kind === 'merge' && item.after['state'] === 'active',
    changes: [...zoneChange(item, book), ...levelChanges(item, book), ...columnChanges(item, book)],
    judgementReason: judgement?.reason ?? null,
    levels:
      standing && !judges.has(item.kind)
        ? { family: standing.family, levels: standing.levels, codes: current }
        : null,
  }
}

const zoneColumns = ['zone_code', 'zone_not_applicable']

function zoneChange({ before, after }: ProposalItem, { vocabulary }: ProposalWords) {
  if (!zoneColumns.some((column) => column in after)) return []
  const said = (facts: ProposalItem['before']) =>
    facts['zone_not_applicable'] === true
      ? emptyCellLabels.notApplicable
      : (vocabulary.zones.find(({ code }) => code === facts['zone_code'])?.label ??
        emptyCellLabels.notEntered)
  const change = {
    field: assetFieldLabels.zoneCode,
    before: said(before),
    after: said({ ...before, ...after }),
  }
  return change.before === change.after ? [] : [change]
}

type Judged = Pick<LevelCodes, 'confidentiality' | 'integrity' | 'availability' | 'importance'>

/** Axis by axis; under another scheme also the scheme. The same levels, judged anew, say so. */
function levelChanges({ before, judgement, current }: ProposalItem, { vocabulary }: ProposalWords) {
  if (!judgement) return []
  const schemeOf = (id: unknown) => vocabulary.schemes.find((each) => each.id === String(id))
  const old = 'scheme_id' in before ? levelsBefore(before) : current
  const [from, to] = [
    schemeOf('scheme_id' in before ? before['scheme_id'] : current.schemeId),
    schemeOf(judgement.schemeId),
  ]
  if (!to) return []
  const axes = [...new Set([...(from ? axesOf[from.family] : []), ...axesOf[to.family]])]
  const changes = axes.flatMap((axis) => {
    const change = {
      field: axisLabels[axis],
      before: said(from, axis, old),
      after: said(to, axis, judgement),
    }
    return change.before === change.after ? [] : [change]
  })
  const scheme =
    from && from.id !== to.id ? [{ field: words.scheme, before: from.label, after: to.label }] : []
  if (scheme.length + changes.length === 0) {
    const same = axes.map((axis) => said(to, axis, judgement)).join('・')
    return [{ field: words.classified, before: same, after: words.sameLevels }]
  }
  return [...scheme, ...changes]
}

function levelsBefore(before: ProposalItem['before']): Judged {
  const code = (column: string) => {
    const value = before[column]
    return typeof value === 'string' ? value : null
  }
  return {
    confidentiality: code('confidentiality'),
    integrity: code('integrity'),
    availability: code('availability'),
    importance: code('importance'),
  }
}

function said(scheme: SchemeWords | undefined, axis: keyof Judged, codes: Judged): string {
  const known = scheme?.levels.find((each) => each.axis === axis && each.code === codes[axis])
  return scheme && known ? levelInWords(scheme.family, axis, known.label) : emptyCellLabels.unclassified
}

/** The other columns; what loosens the handling is marked. */
function columnChanges({ before, after, loosens }: ProposalItem, { names }: ProposalWords) {
  const columns = Object.entries(after).filter(([column]) => !zoneColumns.includes(column))
  const changes = Object.fromEntries(
    columns.map(([column, value]): [string, [unknown, unknown]] => [column, [before[column] ?? null, value]]),
  )
  const known = Object.fromEntries([...names].map(([id, name]) => [`department:${id}`, name]))
  const loosened = new Set(loosens.map((column) => changedFieldLabel(column)))
  const numbered = (change: ShownItem['changes'][number]) =>
    change.field === changedFieldLabel('merged_into')
      ? { ...change, after: words.assetNumber(String(after['merged_into'])) }
      : change
  return changesInWords(changes, known)
    .map(numbered)
    .map((change) =>
      loosened.has(change.field) ? { ...change, field: words.loosening(change.field) } : change,
    )
}
