import type { AssetContent } from '@/lib/domain/asset-content'
import type { HeadMeaning, ImportField } from '@/lib/domain/import/import-field'
import type { LedgerField, LedgerRow } from '@/lib/domain/ledger-row'
import type { LevelAxis } from '@/lib/domain/scheme'
import {
  assetFieldLabels as fields,
  assetStateLabels,
  audienceLabels,
  myNumberUseLabels,
  personalDataLabels,
  takeOutLabels,
  visibilityLabels,
} from './asset'
import { disposalMethodLabels } from './disposal'
import { yesNoLabels } from './export'
import { emptyCellLabels } from './zones'

/** What the codes of a row are called here: ids and codes as texts. */
export type LedgerWords = {
  departments: ReadonlyMap<string, { code: string; name: string; bureau: string | null }>
  zones: ReadonlyMap<string, string>
  kinds: ReadonlyMap<string, string>
  schemes: ReadonlyMap<string, { label: string; levels: ReadonlyMap<string, string> }>
}
export type ChoiceList =
  | LevelAxis
  | 'department'
  | 'departmentCode'
  | 'kind'
  | 'zone'
  | 'personalData'
  | 'myNumberUse'
  | 'takeOut'
  | 'visibility'
  | 'audience'
  | 'yesNo'
/**
 * One column of a written ledger. `write` says a stored value in the words by which it is read back exactly: 対象外 is not
 * blank, 無 is not blank. `readOnly`: not taken back, since something else than this field decides it.
 */
export type LedgerColumn = {
  label: string
  /** In characters, a full-width one as two. */
  width: number
  kind: 'text' | 'number' | 'date'
  write: (row: LedgerRow, words: LedgerWords) => string | null
  choices?: ChoiceList
  readOnly?: true
}

type Words = Readonly<Record<string, string>>
const text = (field: LedgerField, label: string, width = 16): LedgerColumn => ({
  label,
  width,
  kind: 'text',
  write: (row) => row[field],
})
const day = (field: LedgerField, label: string): LedgerColumn => ({
  ...text(field, label, 16),
  kind: 'date',
})
const count = (field: LedgerField, label: string): LedgerColumn => ({
  ...text(field, label, 12),
  kind: 'number',
})
const code = (field: LedgerField, label: string, said: Words, choices?: ChoiceList): LedgerColumn => ({
  ...text(field, label, 14),
  ...(choices && { choices }),
  write: (row) => inWords(row[field], (value) => said[value]),
})
const yesNo = (field: LedgerField, label: string): LedgerColumn => ({
  ...code(field, label, yesNoLabels, 'yesNo'),
  width: 10,
})
const level = (axis: LevelAxis): LedgerColumn => ({
  ...text(axis, fields[axis], 10),
  choices: axis,
  write: (row, words) =>
    inWords(row[axis], (value) => words.schemes.get(row.schemeId ?? '')?.levels.get(`${axis} ${value}`)),
})
const shown = (column: LedgerColumn): LedgerColumn => ({ ...column, readOnly: true })

/** A code without a word is written as it is: nothing is lost. */
function inWords(value: string | null, wordOf: (value: string) => string | undefined): string | null {
  return value === null ? null : (wordOf(value) ?? value)
}
const departmentOf = (row: LedgerRow, words: LedgerWords) => words.departments.get(row.departmentId ?? '')

type OtherColumn =
  | LevelAxis
  | 'number'
  | 'state'
  | 'bureau'
  | 'departmentCode'
  | 'department'
  | 'scheme'
  | 'audience'
  | 'classificationReason'
  | 'lastConfirmedOn'
  | 'standardAsset'
  | 'submittedBy'
  | 'registeredBy'
  | 'disposedOn'
  | 'disposalMethod'
  | 'disposedBy'
  | 'mergedInto'
  | 'version'
export type ColumnCode = keyof AssetContent | OtherColumn

/** Every column, in the order of the file. A field of the form that is missing here does not compile. */
export const ledgerColumns: Record<ColumnCode, LedgerColumn> = {
  number: count('number', fields.number),
  state: shown(code('state', fields.state, assetStateLabels)),
  bureau: {
    ...text('departmentId', '部局', 18),
    write: (row, words) => departmentOf(row, words)?.bureau ?? null,
  },
  departmentCode: {
    ...text('departmentId', '部署コード', 12),
    choices: 'departmentCode',
    write: (row, words) => departmentOf(row, words)?.code ?? null,
  },
  department: {
    ...text('departmentId', fields.departmentId, 18),
    choices: 'department',
    write: (row, words) => departmentOf(row, words)?.name ?? null,
  },
  name: text('name', fields.name, 36),
  nameKana: text('nameKana', fields.nameKana, 24),
  kindCode: {
    ...text('kindCode', fields.kindCode, 14),
    choices: 'kind',
    write: (row, words) => inWords(row.kindCode, (value) => words.kinds.get(value)),
  },
  task: text('task', fields.task, 20),
  description: text('description', fields.description, 40),
  systemManager: text('systemManager', fields.systemManager, 18),
  cityWide: yesNo('cityWide', fields.cityWide),
  zone: {
    ...text('zoneCell', fields.zoneCode, 24),
    choices: 'zone',
    write: ({ zoneCell }, words) =>
      zoneCell === 'notEntered'
        ? null
        : zoneCell === 'notApplicable'
          ? emptyCellLabels.notApplicable
          : inWords(zoneCell, (value) => words.zones.get(value)),
  },
  scheme: shown({
    ...text('schemeId', fields.schemeId, 26),
    write: (row, words) => inWords(row.schemeId, (value) => words.schemes.get(value)?.label),
  }),
  confidentiality: level('confidentiality'),
  integrity: level('integrity'),
  availability: level('availability'),
  importance: level('importance'),
  audience: code('audience', fields.audience, audienceLabels, 'audience'),
  classificationReason: text('classificationReason', fields.classificationReason, 40),
  handlingNotes: text('handlingNotes', fields.handlingNotes, 30),
  personalData: code('personalData', fields.personalData, personalDataLabels, 'personalData'),
  myNumberUse: code('myNumberUse', fields.myNumberUse, myNumberUseLabels, 'myNumberUse'),
  dataSubjects: count('dataSubjects', fields.dataSubjects),
  personalFileNumber: text('personalFileNumber', fields.personalFileNumber),
  personalFileExemption: text('personalFileExemption', fields.personalFileExemption, 24),
  medium: text('medium', fields.medium),
  storageLocation: text('storageLocation', fields.storageLocation, 24),
  userScope: text('userScope', fields.userScope, 20),
  takeOut: code('takeOut', fields.takeOut, takeOutLabels, 'takeOut'),
  retention: text('retention', fields.retention, 12),
  disposalDueOn: day('disposalDueOn', fields.disposalDueOn),
  hasBackup: yesNo('hasBackup', fields.hasBackup),
  recoveryHours: count('recoveryHours', fields.recoveryHours),
  outsourcedTo: text('outsourcedTo', fields.outsourcedTo, 24),
  outsourcingEndsOn: day('outsourcingEndsOn', fields.outsourcingEndsOn),
  outsourcingCheckedOn: day('outsourcingCheckedOn', fields.outsourcingCheckedOn),
  subcontracted: yesNo('subcontracted', fields.subcontracted),
  cloudService: text('cloudService', fields.cloudService, 20),
  cloudIsmap: yesNo('cloudIsmap', fields.cloudIsmap),
  cloudCountries: text('cloudCountries', fields.cloudCountries),
  cloudStandardTerms: yesNo('cloudStandardTerms', fields.cloudStandardTerms),
  cloudApproval: text('cloudApproval', fields.cloudApproval, 20),
  mfaBasis: text('mfaBasis', fields.mfaBasis, 24),
  snsOwner: text('snsOwner', fields.snsOwner),
  visibility: code('visibility', fields.visibility, visibilityLabels, 'visibility'),
  nextReviewOn: day('nextReviewOn', fields.nextReviewOn),
  registeredOn: day('registeredOn', fields.registeredOn),
  remarks: text('remarks', fields.remarks, 40),
  lastConfirmedOn: shown(day('lastConfirmedOn', fields.lastConfirmedOn)),
  standardAsset: shown(text('standardAsset', fields.standardAssetId, 24)),
  submittedBy: shown(text('submittedBy', fields.submittedBy)),
  registeredBy: shown(text('registeredBy', fields.registeredBy)),
  disposedOn: shown(day('disposedOn', fields.disposedOn)),
  disposalMethod: shown(code('disposalMethod', fields.disposalMethod, disposalMethodLabels)),
  disposedBy: shown(text('disposedBy', fields.disposedBy)),
  mergedInto: shown(count('mergedInto', fields.mergedInto)),
  version: shown(count('version', '版')),
}

type KeptByPortal = Exclude<ColumnCode, ImportField>
const keptByPortal: Record<KeptByPortal, 'keptByPortal'> = {
  state: 'keptByPortal',
  lastConfirmedOn: 'keptByPortal',
  standardAsset: 'keptByPortal',
  submittedBy: 'keptByPortal',
  registeredBy: 'keptByPortal',
  disposedOn: 'keptByPortal',
  disposalMethod: 'keptByPortal',
  disposedBy: 'keptByPortal',
  mergedInto: 'keptByPortal',
  version: 'keptByPortal',
}
const isKept = (code: ColumnCode): code is KeptByPortal => code in keptByPortal

export const columnCodes = Object.keys(ledgerColumns) as ColumnCode[]
/** What each head means when a written ledger is brought back. */
export const ownColumns: ReadonlyMap<string, HeadMeaning> = new Map(
  columnCodes.map((code) => [ledgerColumns[code].label, isKept(code) ? keptByPortal[code] : code]),
)
/** What the list on the screen shows, each part of a cell in a column of its own. */
export const screenColumns: readonly ColumnCode[] = [
  'number',
  'name',
  'kindCode',
  'confidentiality',
  'integrity',
  'availability',
  'importance',
  'zone',
  'bureau',
  'department',
  'personalData',
  'dataSubjects',
  'state',
  'lastConfirmedOn',
]
