import { Section } from '@/components/ui/section'
import type { ClassificationOccasion } from '@/lib/domain/asset'
import type { LevelCodes } from '@/lib/domain/classification'
import type { Level, SchemeFamily } from '@/lib/domain/scheme'
import { audienceLabels, occasionLabels } from '@/lib/labels/asset'
import { assetDetailLabels as words } from '@/lib/labels/asset-pages'
import { formatDate } from '@/lib/labels/dates'
import { AssetLevels } from './asset-levels'

export type PastClassification = LevelCodes & {
  id: string
  family: SchemeFamily
  levels: readonly Level[]
  schemeLabel: string
  audience: string | null
  classifiedOn: string
  evaluator: string | null
  occasion: string
  reason: string
}

/** Every judgement of an asset, the newest first: when, by whom, why, under which scheme. */
export function ClassificationHistory({ past }: { past: PastClassification[] }) {
  return (
    <Section id="classifications" title={words.history}>
      {past.length === 0 && <p>{words.historyEmpty}</p>}
      <ol className="grid gap-4">
        {past.map((each) => (
          <li key={each.id} className="border-l-4 border-gray-300 pl-4">
            <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
              <AssetLevels family={each.family} levels={each.levels} codes={each} />
              <span>{formatDate(each.classifiedOn)}</span>
              <span className="text-14">{occasionLabels[each.occasion as ClassificationOccasion]}</span>
              {each.evaluator && <span className="text-14">{words.evaluatedBy(each.evaluator)}</span>}
            </p>
            <p className="text-14 text-gray-700">
              {each.schemeLabel}
              {each.audience && `　${words.audience}：${audienceLabels[each.audience as 'staff']}`}
            </p>
            <p className="mt-1 whitespace-pre-line text-14">{each.reason}</p>
          </li>
        ))}
      </ol>
    </Section>
  )
}
