import type { AssetContent } from './asset-content'

/** How long each text may be, in UTF-16 units: the form and the import ask the same. */
export const textLimits = {
  name: 200,
  nameKana: 200,
  task: 200,
  description: 2000,
  systemManager: 200,
  personalFileNumber: 100,
  personalFileExemption: 500,
  handlingNotes: 2000,
  medium: 200,
  storageLocation: 200,
  userScope: 200,
  retention: 100,
  outsourcedTo: 200,
  cloudService: 200,
  cloudCountries: 200,
  cloudApproval: 500,
  mfaBasis: 500,
  snsOwner: 200,
  remarks: 4000,
} as const satisfies Partial<Record<keyof AssetContent, number>>

// Controls that nobody sees, and halves of letters; a tab and a line's end are texts.
const unseen = /[\u0000-\u0008\u000E-\u001F\u007F\uFFFE\uFFFF]|\p{Surrogate}/gu

/** A typed or pasted text as it is kept: lines end in one way, without what nobody sees, nothing around it. */
export function keptText(typed: string): string {
  return typed
    .replace(/\r\n?|[\u000B\u000C]/gu, '\n')
    .replace(unseen, '')
    .trim()
}

/** U+FFFD stands where a letter could not be read: what it was, is lost. */
export const hasLostLetter = (text: string) => text.includes('\uFFFD')

export type BrokenRule = 'myNumberUseOnlySpecific' | 'subjectsWithoutPersonal'

/** What can't be true together; undefined = not asked. The field is the one to mend. */
export function brokenRules(content: {
  myNumberUse?: AssetContent['myNumberUse'] | undefined
  personalData?: AssetContent['personalData'] | undefined
  dataSubjects?: AssetContent['dataSubjects'] | undefined
}): { field: 'myNumberUse' | 'dataSubjects'; rule: BrokenRule }[] {
  const { myNumberUse, personalData, dataSubjects } = content
  return [
    ...(myNumberUse && personalData !== undefined && personalData !== 'specific'
      ? [{ field: 'myNumberUse', rule: 'myNumberUseOnlySpecific' } as const]
      : []),
    ...(personalData === 'none' && (dataSubjects ?? 0) > 0
      ? [{ field: 'dataSubjects', rule: 'subjectsWithoutPersonal' } as const]
      : []),
  ]
}
