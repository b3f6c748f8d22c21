import { Dash } from '@/components/ui/absent'
import { Cell, HeadCell, Row, Table } from '@/components/ui/table'
import { levelAxes, type Level, type SchemeFamily } from '@/lib/domain/scheme'
import type { MappingLine } from '@/lib/domain/scheme-mapping'
import { levelInWords } from '@/lib/labels/scheme'
import { mappingLabels as words } from '@/lib/labels/scheme-mapping'

type Levels = readonly Pick<Level, 'axis' | 'code' | 'label' | 'rank'>[]
type MappingTableProps = {
  family: SchemeFamily
  caption: string
  from: Levels
  to: Levels
  lines: readonly MappingLine[]
}

/** What becomes of each level of the earlier version, with and without personal data. */
export function MappingTable({ family, caption, from, to, lines }: MappingTableProps) {
  const head = (
    <Row>
      <HeadCell>{words.before}</HeadCell>
      <HeadCell>{words.personal}</HeadCell>
      <HeadCell>{words.notPersonal}</HeadCell>
    </Row>
  )
  const becomes = (level: Levels[number], condition: MappingLine['condition']) => {
    const line = lines.find(
      (each) =>
        each.axis === level.axis &&
        each.fromCode === level.code &&
        (each.condition === 'always' || each.condition === condition),
    )
    if (!line) return <Dash />
    if (line.toCode === null) return <span className="font-bold">{words.judge}</span>
    const target = to.find(({ axis, code }) => axis === line.axis && code === line.toCode)
    return levelInWords(family, level.axis, target?.label ?? line.toCode)
  }
  const rows = levelAxes.flatMap((axis) => from.filter((level) => level.axis === axis))
  return (
    <Table caption={caption} captionHidden head={head}>
      {rows.map((level) => (
        <Row key={`${level.axis} ${level.code}`}>
          <Cell rowHead label={words.before}>
            {levelInWords(family, level.axis, level.label)}
          </Cell>
          <Cell label={words.personal}>{becomes(level, 'personal')}</Cell>
          <Cell label={words.notPersonal}>{becomes(level, 'notPersonal')}</Cell>
        </Row>
      ))}
    </Table>
  )
}
