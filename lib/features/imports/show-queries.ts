import 'server-only'
import { randomUUID } from 'node:crypto'
import type { ImportShow } from '@/lib/domain/import/import-state'
import { importShows } from '@/lib/domain/import/import-state'
import { formatDateWithoutWeekday } from '@/lib/labels/dates'
import { encodingWords, importShowLabels, importSummary } from '@/lib/labels/import-pages'
import { importLabels, previewLabels, roleWords, rolesLabels } from '@/lib/labels/import-preview'
import { problemGroup } from '@/lib/labels/import-values'
import { unreadableInWords } from '@/lib/labels/import-refusals'
import { momentInWords } from '@/lib/labels/sign-in'
import type { May } from '@/lib/platform/authorize'
import { readTogether } from '@/lib/platform/read'
import { isUnreadableReason } from '@/lib/platform/spreadsheet/reader/unreadable'
import { findDepartmentNames } from '@/lib/features/assets/vocabulary-queries'
import type { ImportRecord, RoleRecord } from './page-schema'
import { rowInWords } from './preview-queries'
import { findImport, listBundles, listImports } from './queries'
import { countProblems, countBeside, listRoles, listRows, rowsOnPage } from './row-queries'
import { importHref, type ImportCounts, type ImportSearch } from './schema'
import type { ShownBundle, ShownImport, ShownPreview, ShownRole } from './shown-schema'

/** One's own imports in words, the newest first. */
export async function showImports(actor: May<'asset.import'>) {
  const found = await listImports(actor)
  return found.map(({ id, fileName, state, createdAt, counts, failure }) => ({
    href: importHref(id),
    file: fileName,
    when: momentInWords(createdAt),
    state,
    result:
      failure !== null && isUnreadableReason(failure)
        ? unreadableInWords(failure, [])
        : importSummary(counts),
  }))
}

/** An import and what its state asks for; null when it is nobody's, or somebody else's. */
export async function showImport(actor: May<'asset.import'>, id: bigint, search: ImportSearch) {
  return readTogether(actor, async () => {
    const found = await findImport(actor, id)
    if (!found) return null
    const isOpen = found.state === 'previewed' || found.state === 'asking'
    const isOver = found.state === 'done'
    return {
      shown: shownImport(found),
      progress: {
        phase: found.phase,
        done: found.done ?? 0,
        total: found.total,
        cancelAsked: found.cancelAsked,
      },
      failure: found.failure,
      failureArgs: found.failureArgs ?? [],
      preview: isOpen || isOver ? await previewOf(actor, found, search) : null,
      bundles: isOver ? await bundlesOf(actor, id) : [],
      done: search.done,
      refused: search.refused,
    }
  })
}

/** What every page of an import shows above. */
export function shownImport({
  id,
  version,
  state,
  fileName,
  found,
  counts,
  createdAt,
  replaces,
  replacedBy,
}: ImportRecord): ShownImport {
  const taken = found?.sheets.filter(({ isTaken }) => isTaken).map(({ name }) => name) ?? []
  return {
    id: String(id),
    version: String(version),
    state,
    file: fileName,
    facts: [
      importLabels.sent(momentInWords(createdAt)),
      ...(found?.encoding ? [encodingWords[found.encoding]] : []),
      ...(found?.format === 'xlsx' && taken.length > 0 ? [importLabels.sheets([...new Set(taken)])] : []),
      ...(found?.asOf ? [importLabels.asOf(formatDateWithoutWeekday(found.asOf))] : []),
      ...(found ? [importLabels.read(found.rows)] : []),
      ...(replaces !== null ? [importLabels.replaces(replaces)] : []),
    ],
    counts,
    isMarkedWhole: found?.format === 'xlsx',
    replacedHref: replacedBy === null ? null : importHref(replacedBy),
  }
}

/** Kinds that most files have none of: no tab of theirs then. */
const onlyWhereSome: ReadonlySet<ImportShow> = new Set<ImportShow>(['double', 'skipped', 'notices'])

async function previewOf(
  actor: May<'asset.import'>,
  found: ImportRecord,
  { show: asked, after }: ImportSearch,
): Promise<ShownPreview> {
  const { id, counts } = found
  const show = asked ?? firstShow(counts)
  const names = await findDepartmentNames(actor)
  const rows = show === 'roles' ? [] : await listRows(actor, id, show, after)
  const roles = show === 'roles' ? await listRoles(actor, id, after) : []
  const last = show === 'roles' ? after + rowsOnPage : rows[rowsOnPage - 1]?.place
  const isMore = Math.max(rows.length, roles.length) > rowsOnPage
  const sheetName = (index: number) => found.found?.sheets.find((sheet) => sheet.index === index)?.name ?? ''
  const groups = show === 'refused' && counts.refused > 0 ? await countProblems(actor, id) : []
  return {
    show,
    tabs: importShows
      .map((each) => ({
        show: each,
        href: importHref(id, { show: each }),
        label: importShowLabels[each],
        count: each === 'roles' ? undefined : each === 'notices' ? counts.noticed : counts[each],
        current: each === show,
      }))
      .filter((tab) => tab.current || tab.count !== 0 || !onlyWhereSome.has(tab.show)),
    rows: rows.slice(0, rowsOnPage).map((row) => rowInWords(row, names)),
    roles: roles.slice(0, rowsOnPage).map((role) => roleInWords(role, sheetName(role.sheet))),
    groups: groups.map((group) => problemGroup(group.code, group.rows)),
    nextHref: isMore && last !== undefined ? importHref(id, { show, after: last }) : undefined,
    firstHref: after > 0 ? importHref(id, { show }) : undefined,
    asked: {
      words: found.found?.asked.length ?? 0,
      rows: (found.found?.asked ?? []).reduce((sum, word) => sum + word.rows, 0),
    },
    unsure: unsureOf(found),
    ...(await besideOf(actor, id)),
    asOf: found.found?.asOf ? formatDateWithoutWeekday(found.found.asOf) : null,
    isForgotten: isForgotten(found, show, rows.length, after),
    request: randomUUID(),
  }
}

async function besideOf(actor: May<'asset.import'>, id: bigint) {
  const { mended, ...standard } = await countBeside(actor, id)
  return { standard, mended }
}

/** Over, with rows counted of which none is left. */
function isForgotten({ state, counts }: ImportRecord, show: ImportShow, listed: number, after: number) {
  return (
    state === 'done' &&
    show !== 'roles' &&
    show !== 'notices' &&
    after === 0 &&
    listed === 0 &&
    counts[show] > 0
  )
}

/** What has to be looked at first. */
function firstShow(counts: ImportCounts): ImportShow {
  const order = ['refused', 'double', 'new', 'changed', 'unchanged', 'skipped'] as const
  return order.find((each) => counts[each] > 0) ?? 'roles'
}

/** What about the file as a whole was not clear, sheet by sheet. */
function unsureOf({ id, found, wish }: ImportRecord): ShownPreview['unsure'] {
  if (!found) return []
  const at = (sheet: number | null) =>
    importHref(id, {}, sheet === null ? '/columns' : `/columns?sheet=${sheet}`)
  const taken = found.sheets.filter(({ isTaken }) => isTaken)
  return [
    ...(found.isDoubtful && wish.encoding === undefined
      ? [{ text: previewLabels.unsureEncoding, href: at(null) }]
      : []),
    ...taken.flatMap((sheet) => {
      const said = wish.sheets?.[sheet.index]
      const isScheme = !sheet.isSchemeSure && sheet.scheme !== 'education' && said?.scheme === undefined
      const isClash = sheet.heads.some(({ clash }) => clash) && said?.columns === undefined
      const isHead = sheet.certainty !== 'sure' && said === undefined
      const texts = [
        isHead && previewLabels.unsureHead(sheet.name),
        isScheme && previewLabels.unsureScheme(sheet.name),
        isClash && previewLabels.unsureClash(sheet.name),
      ]
      return texts.flatMap((text) => (text === false ? [] : [{ text, href: at(sheet.index) }]))
    }),
  ]
}

function roleInWords({ sheet, line, lines, role, text }: RoleRecord, name: string): ShownRole {
  return {
    key: `${sheet}-${line}`,
    where: rolesLabels.lines(name, line, lines),
    role: roleWords[role],
    text: text ?? '',
  }
}

async function bundlesOf(actor: May<'asset.import'>, id: bigint): Promise<ShownBundle[]> {
  const bundles = await listBundles(actor, id)
  return bundles.map((bundle) => ({
    href: `/proposals/${bundle.id}`,
    title: bundle.title,
    items: bundle.items,
    state: bundle.state,
  }))
}
