import { kindCodes, myNumberUses, personalDataCodes, takeOutCodes, visibilities } from '../asset'
import { zoneCodes } from '../reference'
import { isAxis } from '../scheme'
import type { ImportField } from './import-field'

const choices: Partial<Record<ImportField, readonly string[]>> = {
  kindCode: kindCodes,
  zone: [...zoneCodes, 'notApplicable'],
  personalData: personalDataCodes,
  myNumberUse: myNumberUses,
  takeOut: takeOutCodes,
  visibility: visibilities,
}

/** Whether a code can be chosen for a field: only for these is a word of the file asked about. */
export function isChoice(field: ImportField, code: string): boolean {
  return choices[field]?.includes(code) ?? (field === 'department' || isAxis(field))
}
