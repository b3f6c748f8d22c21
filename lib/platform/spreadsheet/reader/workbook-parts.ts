import { Unreadable, readerLimits } from './unreadable'
import { attribute, scanTags } from './xml-tags'
import { partText } from './zip-part'
import type { ZipEntry } from './zip-directory'

/** A sheet of the workbook; `place` counts all sheets as the workbook lists them, charts too. */
export type SheetPart = { place: number; name: string; isHidden: boolean; entry: ZipEntry }

const worksheet = /\/worksheet$/u

/** Which part is which sheet; a macro workbook and other formats in a zip are refused by name. @throws {Unreadable} */
export async function findSheets(
  bytes: Uint8Array,
  parts: ReadonlyMap<string, ZipEntry>,
): Promise<SheetPart[]> {
  await refuseOtherFormats(bytes, parts)
  const main = await relationTargets(bytes, parts, '_rels/.rels', '')
  const workbook = [...main.values()].find(({ type }) => /\/officeDocument$/u.test(type))?.target
  const entry = parts.get(workbook ?? '')
  if (workbook === undefined || !entry) throw new Unreadable('broken')
  const folder = workbook.includes('/') ? workbook.slice(0, workbook.lastIndexOf('/') + 1) : ''
  const rels = `${folder}_rels/${workbook.slice(folder.length)}.rels`
  const targets = await relationTargets(bytes, parts, rels, folder)
  const sheets: SheetPart[] = []
  let place = -1
  await scanTags(partText(bytes, entry), ({ name, attributes, isClosing }) => {
    if (name !== 'sheet' || isClosing) return
    const [title, id] = [attribute(attributes, 'name') ?? '', attribute(attributes, 'id') ?? '']
    if (title === '' || id === '') return
    place++
    const target = targets.get(id)
    const part = parts.get(target?.target ?? '')
    const isHidden = /^(?:hidden|veryHidden)$/u.test(attribute(attributes, 'state') ?? '')
    if (target && worksheet.test(target.type) && part)
      sheets.push({ place, name: title, isHidden, entry: part })
    if (place >= readerLimits.sheets) throw new Unreadable('tooManySheets')
  })
  if (sheets.length === 0) throw new Unreadable('broken')
  return sheets
}

async function refuseOtherFormats(bytes: Uint8Array, parts: ReadonlyMap<string, ZipEntry>) {
  const types = parts.get('[Content_Types].xml')
  if (parts.has('mimetype') || parts.has('xl/workbook.bin') || parts.has('word/document.xml'))
    throw new Unreadable('otherFormat')
  if (!types) throw new Unreadable(parts.size === 0 ? 'broken' : 'notASpreadsheet')
  let [isMacro, isWorkbook] = [false, false]
  await scanTags(partText(bytes, types), ({ attributes }) => {
    const type = attribute(attributes, 'ContentType') ?? ''
    if (/macroEnabled|vbaProject/iu.test(type)) isMacro = true
    if (/spreadsheetml\.(?:sheet|template)\.main/iu.test(type)) isWorkbook = true
  })
  if (isMacro || [...parts.keys()].some((name) => /vbaProject\.bin$/iu.test(name)))
    throw new Unreadable('macro')
  if (!isWorkbook) throw new Unreadable('otherFormat')
}

async function relationTargets(
  bytes: Uint8Array,
  parts: ReadonlyMap<string, ZipEntry>,
  name: string,
  folder: string,
): Promise<Map<string, { type: string; target: string }>> {
  const entry = parts.get(name)
  if (!entry) throw new Unreadable('broken')
  const found = new Map<string, { type: string; target: string }>()
  await scanTags(partText(bytes, entry), ({ name: tag, attributes }) => {
    if (tag !== 'Relationship') return
    const [id, type] = [attribute(attributes, 'Id'), attribute(attributes, 'Type')]
    const target = attribute(attributes, 'Target') ?? ''
    if (id !== null && type !== null) found.set(id, { type, target: resolved(folder, target) })
  })
  return found
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const path = folder.split('/').filter((part) => part !== '')
  for (const part of target.split('/')) {
    if (part === '..') path.pop()
    else if (part !== '.' && part !== '') path.push(part)
  }
  return path.join('/')
}
