import { createHash } from 'node:crypto'
import type { Client } from 'pg'
import type { AnchorPlace } from './anchors'
import { readAnchors } from './anchor-file'
import type { ReadAnchor } from './anchor-file'
import type { Finding, Verdict } from './finding'
import { linksSql, unsealedSql } from './verify-sql'

type Link = {
  number: string
  transaction: string
  content: string
  previous: string
  hash: string
  sealed: string
  events: number
  altered: string | null
  rebuilt: string | null
}

const linksPerBatch = 2_000

/** Walks the chain from its first link, in constant memory, and the anchors beside it. */
export async function verifyChain(
  client: Client,
  place: AnchorPlace | null,
  report: (finding: Finding) => void,
): Promise<Pick<Verdict, 'links' | 'events' | 'anchors'>> {
  const anchors = new AnchorsBeside(place, report)
  let last = { number: 0, hash: '' }
  let [links, events] = [0, 0]
  for (;;) {
    const { rows } = await client.query<Link>(linksSql, [last.number, linksPerBatch])
    for (const link of rows) {
      checkLink(link, last, report)
      await anchors.meet(Number(link.number), link.hash)
      last = { number: Number(link.number), hash: link.hash }
      links += 1
      events += link.events
    }
    if (rows.length < linksPerBatch) break
  }
  await anchors.meet(Infinity, '')
  for (const sql of unsealedSql) await reportUnsealed(client, sql, report)
  return { links, events, anchors: anchors.summary }
}

function checkLink(link: Link, last: { number: number; hash: string }, report: (finding: Finding) => void) {
  const where = { link: link.number, transaction: link.transaction }
  const number = Number(link.number)
  if (number !== last.number + 1) {
    report({ kind: 'linkMissing', link: String(last.number + 1), count: number - last.number - 1 })
  } else if (link.previous !== last.hash) report({ kind: 'linkUnjoined', ...where })
  const text = [link.number, link.sealed, link.content, link.previous].join('\n')
  if (createHash('sha256').update(text).digest('hex') !== link.hash) report({ kind: 'linkAltered', ...where })
  if (link.altered !== null) report({ kind: 'eventAltered', ...where, event: link.altered })
  if (link.rebuilt !== null) report({ ...differenceOf(link.content, link.rebuilt), ...where })
}

/** Which part of a transaction is not what its link seals. */
function differenceOf(
  sealed: string,
  rebuilt: string,
): { kind: Finding['kind']; table?: string | undefined } {
  const [before, now] = [parse(sealed), parse(rebuilt)]
  if (before['eventsDigest'] !== now['eventsDigest'] || before['events'] !== now['events']) {
    return { kind: 'eventsAltered' }
  }
  if (JSON.stringify(before['rows']) !== JSON.stringify(now['rows'])) return { kind: 'rowRecordAltered' }
  return { kind: 'transactionAltered' }
}

function parse(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    return {}
  }
}

async function reportUnsealed(client: Client, sql: string, report: (finding: Finding) => void) {
  const { rows } = await client.query<{ count: number; transaction: string; event: string | null }>(sql)
  const found = rows[0]
  if (!found || found.count === 0) return
  report({
    kind: 'unsealed',
    transaction: found.transaction,
    event: found.event ?? undefined,
    count: found.count,
  })
}

/** Both the file and the chain ascend: each anchor is compared when its link comes by. */
class AnchorsBeside {
  readonly summary: Verdict['anchors']
  private readonly lines: AsyncGenerator<ReadAnchor> | null
  private pending: ReadAnchor | null = null

  constructor(
    place: AnchorPlace | null,
    private readonly report: (finding: Finding) => void,
  ) {
    this.lines = place && readAnchors(place.file, place.secret)
    this.summary = { checked: place !== null, count: 0, lastLink: 0, lastAt: null }
  }

  /** Compares the anchors up to this link, which has this hash. */
  async meet(number: number, hash: string): Promise<void> {
    if (!this.lines) return
    for (;;) {
      this.pending ??= await this.next()
      const anchor = this.pending?.anchor
      if (!anchor || anchor.linkNumber > number) return
      if (anchor.linkNumber !== number) this.found('anchoredLinkMissing')
      else if (anchor.hash !== hash) this.found('anchoredLinkAltered')
      this.summary.lastLink = anchor.linkNumber
      this.summary.lastAt = anchor.at
      this.pending = null
    }
  }

  /** The next line that is an anchor at all. */
  private async next(): Promise<ReadAnchor | null> {
    for (;;) {
      const result = await this.lines?.next()
      if (!result || result.done) return null
      this.summary.count += 1
      if (!result.value.joins) this.report({ kind: 'anchorUnjoined', anchor: result.value.line })
      if (result.value.anchor) return result.value
    }
  }

  private found(kind: Finding['kind']) {
    this.report({ kind, link: String(this.pending?.anchor?.linkNumber), anchor: this.pending?.line })
  }
}
