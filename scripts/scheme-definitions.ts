import { schemeDefinitions } from '@/lib/domain/schemes/definitions'
import { enforceScheme, loadScheme } from '@/lib/features/schemes/commands'
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
}
