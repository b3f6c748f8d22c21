import type { AssetContent } from '../asset-content'
import { contentOfNew } from './new-content'
import type { RowRead } from './read-row'

/** A row understood, as the reading process or a mend in the portal gives it. */
export type RowToStore = Omit<RowRead, 'given' | 'blank'> & {
  place: number
  sheet: number
  line: number
  cells: Readonly<Record<string, string>>
  given: Iterable<string>
  blank: Iterable<string>
}
type Facts = Record<string, string | number | boolean | null>

/**
 * A row as the database keeps it until it is written: `read` holds the columns of an asset that the row says, `blanks`
 * those that have a column and nothing in it, `defaults` what a new asset gets besides. `today` YYYY-MM-DD.
 */
export function storedRow({ given, blank, content, ...row }: RowToStore, sheetName: string, today: string) {
  const said = new Set(given)
  const read = columnsOf(content, (field) => said.has(field))
  const fresh = contentOfNew({ content }, today)
  const defaults = fresh === null ? {} : columnsOf(fresh, (_, value) => value !== null)
  const { place, sheet, line, cells, nameCell, number, scheme, levels, audience, reason } = row
  return {
    place,
    sheet,
    sheetName,
    line,
    cells,
    departmentId: row.department?.id ?? null,
    number,
    nameCell,
    scheme,
    levels,
    audience,
    reason,
    read,
    blanks: Object.keys(columnsOf(nothing([...blank]), () => true)),
    defaults: Object.fromEntries(Object.entries(defaults).filter(([column]) => !(column in read))),
    problems: row.problems,
    notices: row.notices,
    readings: row.readings,
  }
}
export type StoredRow = ReturnType<typeof storedRow>

/** What is no field of the asset itself has no column there: levels, 部署コード, 所管課. */
const others = new Set(
  'number departmentCode bureau department audience classificationReason scheme keptByPortal confidentiality integrity availability importance'.split(
    ' ',
  ),
)

const nothing = (fields: readonly string[]) =>
  Object.fromEntries(fields.filter((field) => !others.has(field)).map((field) => [field, null]))

/** Fields under the names of their columns; a zone is two columns, for 対象外 is none of the zones. */
function columnsOf(
  content: Partial<AssetContent>,
  wanted: (field: string, value: string | number | boolean | null) => boolean,
): Facts {
  const columns: Facts = {}
  for (const [field, value] of Object.entries(content)) {
    if (!wanted(field, value)) continue
    if (field === 'zone') {
      columns['zone_code'] = value === 'notApplicable' ? null : value
      columns['zone_not_applicable'] = value === 'notApplicable'
    } else columns[field.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`)] = value
  }
  return columns
}
