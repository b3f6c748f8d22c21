import { Dash } from '@/components/ui/absent'
import { LevelBadge } from '@/components/ui/level-badge'
import { Cell, HeadCell, Row, Table } from '@/components/ui/table'
import type { LevelAxis, LevelDefinition, SchemeFamily } from '@/lib/domain/scheme'
import { axisLabels, levelInWords } from '@/lib/labels/scheme'
import { schemeLabels as words } from '@/lib/labels/schemes-pages'

/** The levels of one axis, the strictest first, with criterion and examples. */
export function LevelTable(props: { family: SchemeFamily; axis: LevelAxis; levels: LevelDefinition[] }) {
  const { family, axis, levels } = props
  const head = (
    <Row>
      <HeadCell>{words.level}</HeadCell>
      <HeadCell>{words.criterion}</HeadCell>
      <HeadCell>{words.example}</HeadCell>
    </Row>
  )
  return (
    <Table caption={words.levels(axisLabels[axis])} captionHidden head={head}>
      {levels.map((level) => (
        <Row key={level.code}>
          <Cell rowHead label={words.level}>
            <LevelBadge
              code={level.label}
              name={levelInWords(family, axis, level.label)}
              rank={level.rank}
              of={levels.length}
            />
          </Cell>
          <Cell label={words.criterion}>{level.criterion}</Cell>
          <Cell label={words.example}>{level.example === '' ? <Dash /> : level.example}</Cell>
        </Row>
      ))}
    </Table>
  )
}
