import { schemeDefinitions, schemeMappings } from '@/lib/domain/schemes/definitions'
import { enforceScheme, loadScheme } from '@/lib/features/schemes/commands'
import { keepMapping } from '@/lib/features/schemes/mapping-commands'
import { listMappings } from '@/lib/features/schemes/mapping-queries'
import { listSchemes } from '@/lib/features/schemes/queries'
import { CommandError, type CommandLine } from './command-line'

/** Loads what is missing of the versions that come with the portal, the oldest first, and puts each in force in turn. */
export async function loadSchemeDefinitions(line: CommandLine): Promise<void> {
  const known = new Map(
    (await listSchemes(line.may('scheme.edit'))).map((scheme) => [scheme.code, scheme.status]),
  )
  const definitions = [...schemeDefinitions].sort((a, b) => a.effectiveOn.localeCompare(b.effectiveOn))
  let loaded = 0
  for (const definition of definitions) {
    const status = known.get(definition.code)
    if (status === undefined) {
      const outcome = await loadScheme(line.may('scheme.edit'), definition)
      if ('refused' in outcome)
        throw new CommandError(`分類体系 ${definition.label} を読み込めませんでした。`)
      loaded += 1
    }
    if (definition.status === 'draft' || (status !== undefined && status !== 'draft')) continue
    const outcome = await enforceScheme(line.may('scheme.enforce'), definition.code)
    if ('refused' in outcome)
      line.say(
        `分類体系「${definition.label}」は準備中のままです（より新しい版が施行中か、施行日が先です）。`,
      )
    else line.say(`分類体系「${definition.label}」を施行しました。`)
  }
  line.say(`分類体系: ${loaded}件追加、${definitions.length - loaded}件は登録済みです。`)
  await loadMappings(line)
}

/** What follows from one version in the next: loaded where there is none yet, and the city's data from then on. */
async function loadMappings(line: CommandLine): Promise<void> {
  const known = await listMappings(line.may('scheme.edit'))
  let loaded = 0
  for (const mapping of schemeMappings) {
    if (known.some(({ from, to }) => from === mapping.from && to === mapping.to)) continue
    const outcome = await keepMapping(line.may('scheme.edit'), { ...mapping, seen: [] })
    if ('refused' in outcome)
      throw new CommandError(`対応表 ${mapping.from} → ${mapping.to} を読み込めませんでした。`)
    loaded += 1
  }
  line.say(`対応表: ${loaded}件追加、${schemeMappings.length - loaded}件は登録済みです。`)
}
