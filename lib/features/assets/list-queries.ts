import { personalDataCodes, assetStates } from '@/lib/domain/asset'
import { schemeFamilies, type SchemeFamily } from '@/lib/domain/scheme'
import { assetStateLabels, personalDataLabels } from '@/lib/labels/asset'
import { assetListLabels as words } from '@/lib/labels/asset-pages'
import { filterLabels } from '@/lib/labels/filters'
import { levelInWords, schemeFamilyLabels } from '@/lib/labels/scheme'
import { emptyCellLabels, zoneNetworkLabels } from '@/lib/labels/zones'
import type { May } from '@/lib/platform/authorize'
import { countCap, listAssets, type AssetRow } from './queries'
import { searchHref, type AssetSearch } from './search-schema'
import {
  findDepartmentChoices,
  findDepartmentNames,
  findVocabulary,
  type Vocabulary,
} from './vocabulary-queries'

const number = new Intl.NumberFormat('ja-JP')
type Option = { value: string; label: string; group?: string }

/** The list page's content in words: rows, filters, chips, and where each link leads. */
export async function showAssets(actor: May<'asset.read'>, search: AssetSearch) {
  const page = await listAssets(actor, search)
  const vocabulary = await findVocabulary(actor)
  const names = await findDepartmentNames(actor)
  const options = optionsOf(vocabulary)
  const isOpen = search.panel === 'open'
  const departments =
    isOpen || search.department
      ? (await findDepartmentChoices(actor, 'asset.read')).map(({ code, name, bureau }) => ({
          value: code,
          label: bureau ? `${bureau} ${name}` : name,
        }))
      : []
  const chips = chipsOf(search, {
    ...options,
    department: departments,
    family: schemeFamilies.map((family) => ({ value: family, label: schemeFamilyLabels[family] })),
    scheme: asOptions(vocabulary.schemes),
    category: asOptions(vocabulary.categories),
    body: asOptions(vocabulary.bodies),
  })
  return {
    bulkHref: searchHref(search, { panel: undefined }).replace(/^\/assets/u, '/assets/bulk'),
    rows: page.rows.map((row) => rowInWords(row, vocabulary, names.get(row.departmentId) ?? '')),
    found: words.found(page.found, countCap),
    withheld: page.withheld > 0 ? words.withheld(page.withheld) : null,
    isFiltered: chips.length > 0,
    sorts: {
      number: sortOf(search, 'number'),
      name: sortOf(search, 'name'),
      level: sortOf(search, 'level'),
      updated: sortOf(search, 'updated'),
    },
    nextHref: page.next && searchHref(search, { after: page.next }),
    previousHref: page.previous && searchHref(search, { before: page.previous }),
    filters: {
      query: search.q ?? '',
      chips,
      fields: isOpen
        ? { departments, department: search.department ?? '', selects: selectsOf(search, options) }
        : null,
      panelHref: searchHref(search, { panel: isOpen ? undefined : 'open' }),
      kept: keptOf(search, isOpen ? beyondTheFields : [...beyondTheFields, ...selectNames, 'department']),
    },
  }
}

const selectNames = ['zone', 'confidentiality', 'importance', 'kind', 'personal', 'state'] as const
const labels = {
  zone: words.zone,
  confidentiality: words.level,
  importance: words.importance,
  kind: words.kind,
  personal: words.personal,
  state: words.state,
}
const chipFields = {
  ...labels,
  q: words.name,
  department: words.departmentColumn,
  family: words.family,
  scheme: words.family,
  category: words.category,
  body: words.body,
}
export const asOptions = (labelled: readonly { code: string; label: string }[]): Option[] =>
  labelled.map(({ code, label }) => ({ value: code, label }))

export function optionsOf(vocabulary: Vocabulary): Record<(typeof selectNames)[number], Option[]> {
  const levels = (axis: 'confidentiality' | 'importance', family: SchemeFamily) => {
    const schemes = vocabulary.schemes.filter((scheme) => scheme.family === family)
    const seen = new Map<string, Option>()
    for (const scheme of schemes)
      for (const level of scheme.levels)
        if (level.axis === axis && !seen.has(level.code))
          seen.set(level.code, { value: level.code, label: levelInWords(family, axis, level.label) })
    return [...seen.values(), { value: 'none', label: emptyCellLabels.unclassified }]
  }
  return {
    zone: [
      ...vocabulary.zones.map((zone) => ({
        value: zone.code,
        label: zone.label,
        group: zoneNetworkLabels[zone.network],
      })),
      { value: 'notApplicable', label: emptyCellLabels.notApplicable },
      { value: 'notEntered', label: emptyCellLabels.notEntered },
    ],
    confidentiality: levels('confidentiality', 'municipal'),
    importance: levels('importance', 'education'),
    kind: asOptions(vocabulary.kinds),
    personal: [
      ...personalDataCodes.map((code) => ({ value: code, label: personalDataLabels[code] })),
      { value: 'null', label: emptyCellLabels.notEntered },
    ],
    state: assetStates.map((code) => ({ value: code, label: assetStateLabels[code] })),
  }
}

/** Every part of the search that narrows it: its field and its value in words, and the address without it. */
export function chipsOf(search: AssetSearch, options: Record<string, Option[]>) {
  const chipNames = ['q', ...selectNames, 'department', 'family', 'scheme', 'category', 'body'] as const
  const chips = chipNames.flatMap((name) => {
    const codes = [search[name] ?? []].flat()
    if (codes.length === 0) return []
    const said = codes.map((code) => options[name]?.find((option) => option.value === code)?.label ?? code)
    const value = name === 'q' ? `「${said.join()}」` : said.join('・')
    return [
      {
        name: filterLabels.chip(chipFields[name], value),
        removeHref: searchHref(search, { [name]: undefined }),
      },
    ]
  })
  if (search.unconfirmed)
    chips.push({ name: words.unconfirmed, removeHref: searchHref(search, { unconfirmed: undefined }) })
  if (search.proposed)
    chips.push({ name: words.proposed, removeHref: searchHref(search, { proposed: undefined }) })
  return chips
}

function selectsOf(search: AssetSearch, options: Record<(typeof selectNames)[number], Option[]>) {
  return selectNames.map((name) => ({
    name,
    label: labels[name],
    options: options[name],
    value: search[name]?.[0] ?? '',
  }))
}

/** Parts of a search for which the form has no field at all. */
const beyondTheFields = [
  'family',
  'scheme',
  'category',
  'body',
  'unconfirmed',
  'proposed',
  'integrity',
  'availability',
  'sort',
  'direction',
] as const

function keptOf(search: AssetSearch, names: readonly (keyof AssetSearch)[]) {
  return names.flatMap((name) => [search[name] ?? []].flat().map((value) => ({ name, value })))
}

function sortOf(search: AssetSearch, sort: AssetSearch['sort']) {
  const isCurrent = search.sort === sort
  const direction = isCurrent && search.direction === 'asc' ? 'desc' : 'asc'
  return {
    href: searchHref(search, { sort, direction }),
    direction: isCurrent
      ? search.direction === 'asc'
        ? ('ascending' as const)
        : ('descending' as const)
      : undefined,
  }
}

function rowInWords({ departmentId: _, ...row }: AssetRow, vocabulary: Vocabulary, department: string) {
  const zone = vocabulary.zones.find((each) => each.code === row.zoneCell)
  return {
    ...row,
    number: String(row.number),
    department,
    zone: zone ? { label: zone.label } : (row.zoneCell as 'notApplicable' | 'notEntered'),
    family: row.schemeFamily as SchemeFamily,
    levels: vocabulary.schemes.find((scheme) => scheme.id === String(row.schemeId))?.levels ?? [],
    dataSubjects: row.dataSubjects === null ? null : number.format(row.dataSubjects),
  }
}
