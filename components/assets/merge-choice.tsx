import { AssetLevels } from '@/components/assets/asset-levels'
import { Button } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Section } from '@/components/ui/section'
import { Cell, HeadCell, Row, Table } from '@/components/ui/table'
import type { LevelCodes } from '@/lib/domain/classification'
import type { Level, SchemeFamily } from '@/lib/domain/scheme'
import { mergeLabels as words } from '@/lib/labels/merge'

export type MergeCandidate = {
  number: string
  version: number
  name: string
  task: string | null
  levels: { family: SchemeFamily; levels: readonly Level[]; codes: Partial<LevelCodes> }
}

/** Which others are the same thing: those of the department whose names are nearest come first. */
export function MergeChoice({ candidates, query }: { candidates: MergeCandidate[]; query: string }) {
  const head = (
    <Row>
      <HeadCell>{words.name}</HeadCell>
      <HeadCell>{words.number}</HeadCell>
      <HeadCell>{words.levels}</HeadCell>
      <HeadCell>{words.task}</HeadCell>
    </Row>
  )
  return (
    <Section id="choose" title={words.chooseTitle} lead={words.chooseLead}>
      <form method="get" className="mb-4 flex flex-wrap items-end gap-3">
        <label className="grid gap-1">
          <span className="font-bold">{words.search}</span>
          <input
            name="q"
            defaultValue={query}
            maxLength={100}
            className="min-h-11 rounded-8 border border-gray-600 px-3"
          />
        </label>
        <Button kind="secondary">{words.searchAct}</Button>
      </form>
      {candidates.length === 0 ? (
        <Empty why={words.none} todo={words.noneTodo} />
      ) : (
        <form method="get">
          <Table caption={words.candidates} captionHidden head={head}>
            {candidates.map((asset) => (
              <Row key={asset.number}>
                <Cell rowHead label={words.name}>
                  <label className="flex items-start gap-3">
                    <input
                      type="checkbox"
                      name="with"
                      value={asset.number}
                      className="mt-1 size-5 shrink-0"
                    />
                    {asset.name}
                  </label>
                </Cell>
                <Cell label={words.number}>{asset.number}</Cell>
                <Cell label={words.levels}>
                  <AssetLevels {...asset.levels} />
                </Cell>
                <Cell label={words.task}>{asset.task}</Cell>
              </Row>
            ))}
          </Table>
          <p className="my-3 text-14">{words.chooseOne}</p>
          <Button>{words.compare}</Button>
        </form>
      )}
    </Section>
  )
}
