import { disposeRefusals } from '@/lib/labels/asset-refusals'
import { proposalFormErrors } from '@/lib/labels/proposal-words'
import type { CategoryCode } from '@/lib/domain/reference'
import type { Verdict } from '@/lib/platform/actions'
import type { May } from '@/lib/platform/authorize'
import type { TransferInput } from './state-schema'
import {
  proposeDisposals,
  proposeTransfers,
  type AssetDisposal,
  type DisposeRefusal,
  type TransferRefusal,
} from './submit-commands'
import { findAllDepartments } from './vocabulary-queries'

type Numbers = { numbers: bigint[] }

/** From the form: a date that cannot be is said at its field. */
export async function disposeFromForm(
  actor: May<'asset.dispose'>,
  disposals: readonly AssetDisposal[],
): Promise<Verdict<Numbers, DisposeRefusal>> {
  const outcome = await proposeDisposals(actor, disposals)
  if (
    'refused' in outcome &&
    (outcome.refused === 'dateInFuture' || outcome.refused === 'dateBeforeRegistration')
  )
    return { invalid: { disposedOn: [disposeRefusals[outcome.refused]] } }
  return outcome
}

/** From the form: the department by its code. */
export async function transferFromForm(
  actor: May<'asset.transfer'>,
  { departmentCode, ...transfer }: TransferInput,
): Promise<Verdict<Numbers, TransferRefusal>> {
  const department = (await findAllDepartments(actor)).find(({ code }) => code === departmentCode)
  if (!department) return { invalid: { department: [proposalFormErrors.departmentUnknown] } }
  const departmentId = BigInt(department.id)
  const category = department.category as CategoryCode
  return proposeTransfers(actor, [{ ...transfer, departmentId, category }])
}
