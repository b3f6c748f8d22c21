import type { Decision } from '@/lib/domain/decide-classification'
import { axesOf } from '@/lib/domain/classification'
import { restrictionsFor } from '@/lib/domain/handling'
import { assetFormLabels as words } from '@/lib/labels/asset-pages'
import { proposalInWords } from '@/lib/labels/classifier'
import { AssetLevels } from './asset-levels'
import type { SchemeOfForm } from './classifier-values'

/** The classifier's answer: one sentence, its reasons, the levels, and what they ask of whoever handles the asset. */
export function ProposalCard({
  scheme,
  decision,
  title,
}: {
  scheme: SchemeOfForm
  decision: Decision
  title: string
}) {
  const { headline, sentences } = proposalInWords(scheme.family, decision.proposal, scheme.levels)
  const restrictions = restrictionsFor(scheme.levels, scheme.restrictions, decision.levels)
  const asked = axesOf[scheme.family].some((axis) => decision.levels[axis] !== null)
  return (
    <aside className="h-fit border border-gray-420 bg-gray-50 px-5 py-4 lg:sticky lg:top-4">
      <h3 className="text-18 font-bold">{title}</h3>
      <div role="status">
        <p className="mt-2">{headline ? `${headline}。` : words.proposalNone}</p>
        {asked && (
          <div className="mt-3">
            <AssetLevels family={scheme.family} levels={scheme.levels} codes={decision.levels} />
          </div>
        )}
        {asked && decision.missing.length > 0 && <p className="mt-2 text-14">{words.proposalPartial}</p>}
      </div>
      {sentences.length > 0 && (
        <details className="mt-3">
          <summary className="w-fit text-blue-1000 underline underline-offset-4">{words.why}</summary>
          <ul className="mt-2 list-disc pl-5 text-14">
            {sentences.map((sentence) => (
              <li key={sentence.axis}>{sentence.text}</li>
            ))}
          </ul>
        </details>
      )}
      {restrictions.length > 0 && (
        <>
          <h4 className="mt-4 text-16 font-bold">{words.restrictions}</h4>
          <ul className="mt-1 list-disc pl-5 text-14">
            {restrictions.map((restriction) => (
              <li key={restriction.code}>{restriction.text}</li>
            ))}
          </ul>
        </>
      )}
    </aside>
  )
}
