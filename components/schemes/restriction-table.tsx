import { Cell, HeadCell, Row, Table } from '@/components/ui/table'
import type { HandlingRestriction, LevelDefinition } from '@/lib/domain/scheme'
import { axisLabels, policyAreaLabels } from '@/lib/labels/scheme'
import { schemeLabels as words } from '@/lib/labels/schemes-pages'

/** How to handle what has a level: from which level on, what, and for which area of the law it is evidence. */
export function RestrictionTable(props: { restrictions: HandlingRestriction[]; levels: LevelDefinition[] }) {
  const head = (
    <Row>
      <HeadCell>{words.applies}</HeadCell>
      <HeadCell>{words.rule}</HeadCell>
      <HeadCell>{words.area}</HeadCell>
    </Row>
  )
  return (
    <Table caption={words.restrictions} captionHidden head={head}>
      {props.restrictions.map((restriction) => (
        <Row key={`${restriction.axis} ${restriction.code}`}>
          <Cell rowHead label={words.applies}>
            {appliesTo(restriction, props.levels)}
          </Cell>
          <Cell label={words.rule}>{restriction.text}</Cell>
          <Cell label={words.area}>{policyAreaLabels[restriction.area]}</Cell>
        </Row>
      ))}
    </Table>
  )
}

/** 機密性2以上; the highest level of an axis stands alone. */
function appliesTo({ axis, minRank }: HandlingRestriction, levels: LevelDefinition[]): string {
  const ofAxis = levels.filter((level) => level.axis === axis)
  const lowest = ofAxis.find((level) => level.rank === minRank)
  const isHighest = ofAxis.every((level) => level.rank <= minRank)
  return words.from(axisLabels[axis], lowest?.label ?? '', isHighest)
}
