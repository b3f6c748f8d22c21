import type { Visibility } from '../asset'
import type { AssetContent } from '../asset-content'
import { textLimits } from '../content-rules'
import {
  readCount,
  readKind,
  readMyNumberUse,
  readPersonalData,
  readTakeOut,
  type ReadField,
} from '../field-spelling'
import { readHours } from '../hours-spelling'
import { readDate } from '../japanese-date'
import { readYesNo } from '../yes-no-spelling'
import { readZone } from '../zone-spelling'
import { bareText, blank, dashes, fromSpelling, readText, type CellRead } from './cell-reading'
import type { CellText } from './cells'

type Reads<T> = (cell: CellText, today: string) => CellRead<T>
type ContentReaders = { readonly [Field in keyof AssetContent]: Reads<NonNullable<AssetContent[Field]>> }

const text =
  (limit: number, none = false): Reads<string> =>
  (cell) =>
    readText(cell, limit, none)

const day: Reads<string> = (cell, today) => {
  const written = bareText(cell)
  const isSerial = cell.as === 'number' || /^\d{5}(?:\.\d+)?$/u.test(written)
  const read = readDate(isSerial ? Number(written) : written, today)
  if (read.kind === 'blank') return blank
  if (read.kind === 'invalid') return { kind: 'problem', code: read.reason }
  return { kind: 'value', value: read.date, notices: read.notices }
}

/** 廃棄予定日, 契約終了日 and 次回見直し日 lie in the future by nature. */
const comingDay: Reads<string> = (cell) => day(cell, '9999-12-31')

const yesNo: Reads<boolean> = (cell) => fromSpelling(readYesNo(bareText(cell)), 'unknownChoice')

const spelt =
  <T>(read: (text: string | null) => ReadField<T>): Reads<T> =>
  (cell) => {
    const written = bareText(cell)
    return dashes.test(written) && read(written).kind === 'unknown'
      ? blank
      : fromSpelling(read(written), 'unknownChoice')
  }

const kind: Reads<AssetContent['kindCode']> = (cell) => {
  const written = bareText(cell)
  return dashes.test(written) ? blank : fromSpelling(readKind(written), 'unknownKind')
}

const zone: Reads<NonNullable<AssetContent['zone']>> = (cell) => {
  const written = bareText(cell)
  if (dashes.test(written.normalize('NFKC'))) return blank
  const read = readZone(written)
  if (read.kind === 'blank') return blank
  if (read.kind === 'unknown') return { kind: 'problem', code: 'unknownZone' }
  return { kind: 'value', value: read.kind === 'zone' ? read.code : 'notApplicable' }
}

const count: Reads<number> = (cell) => {
  const read = readCount(bareText(cell))
  if (read.kind === 'blank') return blank
  if (read.kind === 'unknown') return { kind: 'problem', code: 'notACount' }
  return { kind: 'value', value: read.count, notices: read.notice === null ? [] : [read.notice] }
}

const visibility: Reads<Visibility> = (cell) => {
  const written = bareText(cell).normalize('NFKC').replace(/\s+/gu, '')
  if (written === '' || dashes.test(written)) return blank
  // 公開 and 非公開 are about disclosure to citizens, not about who sees a row here.
  if (/^(?:庁内|庁内公開|全庁)$/u.test(written)) return { kind: 'value', value: 'internal' }
  if (/^(?:関係者限り|関係者のみ|限定|所管課のみ)$/u.test(written))
    return { kind: 'value', value: 'restricted' }
  return { kind: 'problem', code: 'unknownChoice' }
}

/** How each field reads its cell; a field of the asset without an entry does not compile. */
export const contentReaders: ContentReaders = {
  name: text(textLimits.name),
  nameKana: text(textLimits.nameKana),
  kindCode: kind,
  task: text(textLimits.task),
  description: text(textLimits.description),
  systemManager: text(textLimits.systemManager),
  cityWide: yesNo,
  zone,
  personalData: spelt(readPersonalData),
  myNumberUse: spelt(readMyNumberUse),
  dataSubjects: count,
  personalFileNumber: text(textLimits.personalFileNumber),
  personalFileExemption: text(textLimits.personalFileExemption),
  handlingNotes: text(textLimits.handlingNotes),
  medium: text(textLimits.medium),
  storageLocation: text(textLimits.storageLocation),
  userScope: text(textLimits.userScope),
  takeOut: spelt(readTakeOut),
  retention: text(textLimits.retention),
  disposalDueOn: comingDay,
  hasBackup: yesNo,
  recoveryHours: (cell) => fromSpelling(readHours(bareText(cell)), 'notHours'),
  outsourcedTo: text(textLimits.outsourcedTo, true),
  outsourcingEndsOn: comingDay,
  outsourcingCheckedOn: day,
  subcontracted: yesNo,
  cloudService: text(textLimits.cloudService, true),
  cloudIsmap: yesNo,
  cloudCountries: text(textLimits.cloudCountries),
  cloudStandardTerms: yesNo,
  cloudApproval: text(textLimits.cloudApproval),
  mfaBasis: text(textLimits.mfaBasis),
  snsOwner: text(textLimits.snsOwner),
  visibility,
  nextReviewOn: comingDay,
  registeredOn: day,
  remarks: text(textLimits.remarks),
}
