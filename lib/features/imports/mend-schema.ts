import type { ShownImport, ShownImportRow } from './shown-schema'

/** One row of a file with its cells, for the form that mends it. */
export type ShownMend = {
  shown: ShownImport
  row: ShownImportRow
  /** Nothing is written yet: it can be mended or left out. */
  isOpen: boolean
  fields: { name: string; label: string; help: string; value: string; errors: string[] }[]
  /** Where the row's department isn't known. */
  departments: { value: string; label: string }[]
}
