import { printLabels as words } from '@/lib/labels/export'
import './printed-ledger.css'

type PrintedLedgerProps = {
  level: string
  basis: string
  by: string
  count: string
  conditions: readonly string[]
  heads: readonly string[]
  isNumeric: readonly boolean[]
  isWide: readonly boolean[]
  rows: readonly (readonly string[])[]
}

/** The ledger on paper: level, 基準日 and who on each sheet above the heads, as the table's own head does it. */
export function PrintedLedger(props: PrintedLedgerProps) {
  const { level, basis, by, count, conditions, heads, isNumeric, isWide, rows } = props
  const classOf = (at: number) => (isNumeric[at] ? 'numeric' : isWide[at] ? 'printed-wide' : undefined)
  return (
    <>
      <p className="mb-2 text-14">
        {[count, ...conditions].map((line) => (
          <span key={line} className="mr-6 inline-block">
            {line}
          </span>
        ))}
      </p>
      <div
        className="table-box table-scroll focus-target"
        role="region"
        aria-label={words.caption}
        tabIndex={0}
      >
        <table className="table stays-table printed-ledger">
          <caption className="sr-only">{words.caption}</caption>
          <thead>
            <tr className="printed-facts">
              <td colSpan={heads.length}>
                <span>{words.title}</span> <span>{basis}</span> <span>{by}</span> <strong>{level}</strong>
              </td>
            </tr>
            <tr>
              {heads.map((head, at) => (
                <th key={head} scope="col" className={classOf(at)}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, down) => (
              <tr key={down}>
                {row.map((cell, at) => (
                  <td key={heads[at]} className={classOf(at)}>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
