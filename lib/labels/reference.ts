import { kindCodes } from '@/lib/domain/asset'
import {
  categoryCodes,
  executiveBodyCodes,
  kindNeedsZone,
  networkOf,
  zoneCodes,
} from '@/lib/domain/reference'
import { kindLabels } from './asset'
import { categoryLabels, executiveBodyLabels } from './organization'
import { zoneLabels } from './zones'

/** The rows that a command loads into the reference tables: code, first label, order (from 1). */
export const zoneRows = zoneCodes.map((code, at) => ({
  code,
  label: zoneLabels[code],
  network: networkOf(code),
  sortOrder: at + 1,
}))

export const kindRows = kindCodes.map((code, at) => ({
  code,
  label: kindLabels[code],
  needsZone: kindNeedsZone[code],
  sortOrder: at + 1,
}))

export const categoryRows = categoryCodes.map((code, at) => ({
  code,
  label: categoryLabels[code],
  sortOrder: at + 1,
}))

export const executiveBodyRows = executiveBodyCodes.map((code, at) => ({
  code,
  label: executiveBodyLabels[code],
  sortOrder: at + 1,
}))
