import type { ReactNode } from 'react'
import { kitLabels } from '@/lib/labels/form'

type TableProps = {
  caption: ReactNode
  /** The caption is for screen readers only, because the heading above says the same. */
  captionHidden?: boolean
  /** Scrolls sideways inside its own box (then the head does not stick). */
  scrolls?: boolean
  /** Stays a table at 390 px, e.g. a small matrix. */
  staysTable?: boolean
  head: ReactNode
  foot?: ReactNode
  children: ReactNode
}

/** A list or matrix. `head` is one <Row> of HeadCell, `children` are Rows of Cell. */
export function Table({ caption, captionHidden, scrolls, staysTable, head, foot, children }: TableProps) {
  const table = (
    <table className={`table${staysTable ? ' stays-table' : ''}`}>
      <caption className={captionHidden ? 'sr-only' : undefined}>{caption}</caption>
      <thead>{head}</thead>
      <tbody>{children}</tbody>
      {foot && <tfoot>{foot}</tfoot>}
    </table>
  )
  if (!scrolls) return <div className="table-box">{table}</div>
  return (
    <div
      className="table-box table-scroll focus-target"
      role="region"
      aria-label={textOf(caption)}
      // A box that scrolls must be reachable by keyboard (WCAG 2.1.1).
      tabIndex={0}
    >
      {table}
    </div>
  )
}

function textOf(caption: ReactNode): string | undefined {
  return typeof caption === 'string' ? caption : undefined
}

/** A row of Cells. */
export function Row({ children }: { children: ReactNode }) {
  return <tr>{children}</tr>
}

type Sort = { href: string; name: string; direction?: 'ascending' | 'descending' | undefined }

/** A column's head; with `sort` it is a link that sorts by it. */
export function HeadCell(props: {
  numeric?: boolean
  sort?: Sort | undefined
  title?: string
  /** A small word below the name, e.g. the order of what stands in the cells. */
  note?: string
  children?: ReactNode
}) {
  const { sort, children } = props
  const arrow = sort?.direction === 'ascending' ? '▲' : sort?.direction === 'descending' ? '▼' : ''
  return (
    <th
      scope="col"
      title={props.title}
      className={props.numeric ? 'numeric' : undefined}
      aria-sort={sort?.direction}
    >
      {sort ? (
        <a href={sort.href} title={kitLabels.sortBy(sort.name)}>
          {children}
          {arrow && <span aria-hidden="true"> {arrow}</span>}
        </a>
      ) : (
        children
      )}
      {props.note && <span className="aside">{props.note}</span>}
    </th>
  )
}

type CellProps = {
  label?: string
  numeric?: boolean
  rowHead?: boolean
  /** A name that does not break inside a word where there is room for a table. */
  whole?: boolean
  children?: ReactNode
}

/** A cell; `label` is its column's name, shown beside the value when the row becomes a card. */
export function Cell({ label, numeric, rowHead, whole, children }: CellProps) {
  const className = numeric ? 'numeric' : whole ? 'whole' : undefined
  if (rowHead)
    return (
      <th scope="row" data-label={label} className={className}>
        {children}
      </th>
    )
  return (
    <td data-label={label} className={className}>
      {children}
    </td>
  )
}

/** The link of a row that makes the whole row clickable. */
export function RowLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a href={href} className="row-link">
      {children}
    </a>
  )
}
