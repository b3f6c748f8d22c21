import type { FileScheme } from '@/lib/domain/import/city-words'
import type { ShownImport } from './shown-schema'

type Option = { value: string; label: string }

/** How one sheet of a file is read, for the form that puts it right. */
export type ShownColumns = {
  shown: ShownImport
  tabs: { href: string; label: string; current: boolean }[]
  sheet: {
    index: string
    name: string
    isTaken: boolean
    headFrom: string
    headTo: string
    scheme: FileScheme
    isSchemeSure: boolean
    departmentWord: string
    blanks: 'keep' | 'clear'
    reason: string
  }
  /** Null where the format says it itself. */
  encoding: { value: string; isDoubtful: boolean; options: Option[] } | null
  columns: {
    name: string
    letter: string
    head: string
    value: string
    note: string | null
    sample: string[]
  }[]
  options: (Option & { group: string })[]
  /** The first lines as they stand, where no head was found. */
  lines: string[]
  departments: (Option & { keywords: string })[]
}

/** Words of a file that nobody could read, each with its choices. */
export type ShownNames = {
  shown: ShownImport
  words: {
    at: number
    field: string
    fieldLabel: string
    written: string
    rows: string | null
    value: string
    options: Option[]
    /** One of a few that bear the name; a long list is typed into; else a short list. */
    as: 'oneOf' | 'typed' | 'list'
  }[]
}
