import { disownLabels as words } from '@/lib/labels/review-routing'

type TransferHelpProps = { asset: string; review: string; earlier: { code: string; name: string }[] }

/** In a review: who had the asset before, and what to do where nobody can be named. */
export function TransferHelp({ asset, review, earlier }: TransferHelpProps) {
  return (
    <div className="mt-8 border-t border-gray-420 pt-5">
      {earlier.length > 0 && (
        <>
          <h2 className="mb-2 text-18 font-bold">{words.earlier}</h2>
          <ul className="mb-4 list-disc pl-5">
            {earlier.map(({ code, name }) => (
              <li key={code}>
                <a href={`/assets/${asset}/transfer?review=${review}&to=${code}`}>{words.to(name)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <a href={`/reviews/${review}/sheet/${asset}#not-ours`}>{words.fromForm}</a>
      </p>
    </div>
  )
}
