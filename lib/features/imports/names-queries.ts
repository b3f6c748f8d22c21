import 'server-only'
import type { ImportField } from '@/lib/domain/import/import-field'
import { isAxis } from '@/lib/domain/scheme'
import { nameLabels as words } from '@/lib/labels/import-columns'
import { choiceOptions, importFieldLabels } from '@/lib/labels/import-fields'
import type { May } from '@/lib/platform/authorize'
import { readTogether } from '@/lib/platform/read'
import {
  findDepartmentChoices,
  findVocabulary,
  type Vocabulary,
} from '@/lib/features/assets/vocabulary-queries'
import type { ShownNames } from './columns-schema'
import { findImport, listAnswers } from './queries'
import { shownImport } from './show-queries'

const mostWords = 200

/** The words that nobody could read, and those decided before, each with its choices. */
export async function showNames(actor: May<'asset.import'>, id: bigint): Promise<ShownNames | null> {
  return readTogether(actor, async () => {
    const record = await findImport(actor, id)
    if (!record?.found || !['asking', 'previewed'].includes(record.state)) return null
    const given = await listAnswers(actor, id)
    const departments = (await findDepartmentChoices(actor, 'asset.import')).map(
      ({ code, name, bureau }) => ({
        value: code,
        label: bureau ? `${bureau} ${name}` : name,
      }),
    )
    const vocabulary = await findVocabulary(actor)
    const open = record.found.asked.map((word) => ({ ...word, chosen: '' }))
    const all = [...open, ...given.map((word) => ({ ...word, rows: null }))].slice(0, mostWords)
    return {
      shown: shownImport(record),
      words: all.map(({ field, written, rows: count, chosen }, at) => ({
        at,
        field,
        fieldLabel: importFieldLabels[field],
        written,
        rows: count === null ? words.decided : words.rows(count),
        value: chosen,
        isLong: field === 'department',
        options: field === 'department' ? departments : optionsOf(field, vocabulary),
      })),
    }
  })
}

function optionsOf(field: ImportField, { schemes, zones }: Vocabulary) {
  if (field === 'zone')
    return [
      ...zones.map(({ code, label }) => ({ value: code, label })),
      ...choiceOptions('zone', ['notApplicable']),
    ]
  if (!isAxis(field)) return choiceOptions(field)
  const levels = schemes.flatMap((scheme) => scheme.levels.filter(({ axis }) => axis === field))
  return [...new Map(levels.map(({ code, label }) => [code, { value: code, label }])).values()]
}
