import { draftAssets, moveToSuccessors } from '@/lib/features/assets/commands'
import { editAssets } from '@/lib/features/assets/edit-commands'
import { proposeDisposals, submitForRegistration } from '@/lib/features/assets/submit-commands'
import { decideProposals } from '@/lib/features/proposals/commands'
import type { ClassificationOccasion } from '@/lib/domain/asset'
import type { LevelCodes } from '@/lib/domain/classification'
import { accepted, type Actors } from './actors'
import { renewalReasonOf } from './judgement'
import { departmentId, judgementOn, rowOf, schemeOn, seenBy, type LedgerState } from './ledger-state'
import type { Operation } from './plan'
import type { SampleRow } from './sample-row'
import { contentOn, levelStories } from './stories'

type Work = { operation: Operation; day: string; state: LedgerState; actors: Actors; clerk: string }

/** Carries out what the plan says, as the clerk whose task it is, by the portal's own commands. */
export async function perform(work: Work): Promise<void> {
  const { operation, day } = work
  switch (operation.kind) {
    case 'draft':
      return draft(work)
    case 'register':
      return approve(work)
    case 'renew':
      return judgeAnew(work, 'schemeChange', renewalReasonOf)
    case 'confirm':
      return judgeAnew(
        work,
        'reclassification',
        () => '年に一度の確認で、分類に変わりがないことを確かめたため',
      )
    case 'reclassify': {
      const story = levelStories.find(({ key, on }) => key === operation.keys[0] && on === day)
      return judgeAnew(work, 'reclassification', () => story?.reason ?? '')
    }
    case 'edit':
      return edit(work)
    case 'dispose':
      return dispose(work)
  }
}

/** Whoever has to approve what waits about these assets does so, one after the other, until it stands in the ledger. */
export async function approve({ operation, state, actors }: Work): Promise<void> {
  const numbers = operation.keys.map((key) => state.entered.get(key)?.number ?? 0n)
  for (let waiting = await actors.waiting(numbers); waiting.length > 0;) {
    for (const { id, version, login } of waiting) {
      const actor = await actors.may(login, 'proposal.decide')
      const [decided] = await decideProposals(actor, [{ id, version, act: 'approve' }])
      if (decided?.outcome !== 'approved' && decided?.outcome !== 'passed')
        throw new Error(`approve ${operation.department}: ${decided?.outcome ?? 'nothing'}`)
    }
    waiting = await actors.waiting(numbers)
  }
}

async function draft({ operation, day, state, actors, clerk }: Work) {
  const rows = operation.keys.map((key) => rowOf(state, key))
  const { numbers } = accepted(
    await draftAssets(
      await actors.may(clerk, 'asset.create'),
      rows.map((row) => ({
        content: contentOn(row.key, day, row.content),
        departmentId: departmentId(state, operation.department),
        scheme: choiceOn(state, row, day),
        classification: judgementOn(state, row, day, 'registration'),
        standardAssetId:
          row.family === 'education' ? (state.standardIds.get(row.content.name) ?? null) : null,
      })),
    ),
    `draft ${operation.department}`,
  )
  for (const [at, number] of numbers.entries()) {
    const key = operation.keys[at]
    if (key !== undefined) state.entered.set(key, { number, department: operation.department })
  }
  const seen = await seenBy(actors, clerk, state, operation.keys)
  accepted(
    await submitForRegistration(await actors.may(clerk, 'asset.edit'), seen),
    `submit ${operation.department}`,
  )
}

async function judgeAnew(
  { operation, day, state, actors, clerk }: Work,
  occasion: ClassificationOccasion,
  reason: (row: SampleRow, levels: LevelCodes) => string,
) {
  const seen = await seenBy(actors, clerk, state, operation.keys)
  const edits = seen.map((asset, at) => {
    const row = rowOf(state, operation.keys[at] ?? '')
    return {
      ...asset,
      content: contentOn(row.key, day, row.content),
      scheme: choiceOn(state, row, day),
      classification: judgementOn(state, row, day, occasion, (levels) => reason(row, levels)),
    }
  })
  const actor = await actors.may(clerk, 'asset.reclassify')
  accepted(await editAssets(actor, edits), `reclassify ${operation.department}`)
}

async function edit({ operation, day, state, actors, clerk }: Work) {
  const seen = await seenBy(actors, clerk, state, operation.keys)
  const edits = seen.map((asset, at) => {
    const row = rowOf(state, operation.keys[at] ?? '')
    const content = contentOn(row.key, day, row.content)
    return { ...asset, content, scheme: choiceOn(state, row, day), classification: null }
  })
  accepted(await editAssets(await actors.may(clerk, 'asset.edit'), edits), `edit ${operation.department}`)
}

async function dispose({ operation, state, actors, clerk }: Work) {
  const seen = await seenBy(actors, clerk, state, operation.keys)
  const disposals = seen.flatMap((asset, at) => {
    const { disposal } = rowOf(state, operation.keys[at] ?? '')
    return disposal
      ? [{ ...asset, disposedOn: disposal.on, disposedBy: disposal.by, method: disposal.method }]
      : []
  })
  accepted(
    await proposeDisposals(await actors.may(clerk, 'asset.dispose'), disposals),
    `dispose ${operation.department}`,
  )
}

function choiceOn(state: LedgerState, row: SampleRow, day: string) {
  const { schemeId, schemeFamily } = schemeOn(state, row, day)
  return { schemeId, schemeFamily }
}

/** On a reorganisation the 事務局 moves what lies with departments that closed. `placeOf`: where a row belongs now. */
export async function moveAssets(
  login: string,
  day: string,
  state: LedgerState,
  actors: Actors,
  placeOf: (row: SampleRow) => string,
): Promise<void> {
  const moves = new Map<string, { from: bigint; to: bigint; numbers: bigint[] }>()
  for (const [key, place] of state.entered) {
    const row = rowOf(state, key)
    const to = placeOf(row)
    const hasEnded = row.disposal !== undefined && row.disposal.on < day
    if (to === place.department || hasEnded) continue
    const name = `${place.department} ${to}`
    const move = moves.get(name) ?? {
      from: departmentId(state, place.department),
      to: departmentId(state, to),
      numbers: [],
    }
    move.numbers.push(place.number)
    moves.set(name, move)
    place.department = to
  }
  const actor = await actors.may(login, 'asset.moveToSuccessor')
  accepted(await moveToSuccessors(actor, [...moves.values()]), 'move to successors')
}
