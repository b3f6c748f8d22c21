import 'server-only'
import type { ImportField } from '@/lib/domain/import/import-field'
import { isAxis } from '@/lib/domain/scheme'
import { nameLabels as words } from '@/lib/labels/import-columns'
import { choiceOptions, importFieldLabels } from '@/lib/labels/import-fields'
import type { May } from '@/lib/platform/authorize'
import { readTogether } from '@/lib/platform/read'
import {
  findDepartmentChoices,
  findDepartmentPlaces,
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
    const choices = await findDepartmentChoices(actor, 'asset.import')
    const departments = choices.map(({ code, name, bureau }) => ({
      value: code,
      label: bureau ? `${bureau} ${name}` : name,
    }))
    const places = await findDepartmentPlaces(actor)
    const vocabulary = await findVocabulary(actor)
    /** Those that bear the same name and may be chosen, by their whole place; none: any department may be meant. */
    const bearers = (codes: readonly string[] = []) =>
      choices
        .filter(({ code }) => codes.includes(code))
        .map(({ id, code }) => ({ value: code, label: places.get(id) ?? code }))
    const open = record.found.asked.map((word) => ({ ...word, chosen: '' }))
    const all = [...open, ...given.map((word) => ({ ...word, rows: null, candidates: [] }))].slice(
      0,
      mostWords,
    )
    return {
      shown: shownImport(record),
      words: all.map(({ field, written, rows: count, chosen, candidates }, at) => ({
        at,
        field,
        fieldLabel: importFieldLabels[field],
        written,
        rows: count === null ? words.decided : words.rows(count),
        value: chosen,
        ...(field === 'department'
          ? departmentOptions(bearers(candidates), departments)
          : { as: 'list' as const, options: optionsOf(field, vocabulary) }),
      })),
    }
  })
}

type Option = { value: string; label: string }

function departmentOptions(bearers: Option[], all: Option[]) {
  if (bearers.length === 0) return { as: 'typed' as const, options: all }
  return { as: 'oneOf' as const, options: [...bearers, { value: '', label: words.undecided }] }
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
