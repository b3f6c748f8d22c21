import { Form } from '@/components/form/form'
import { HiddenField } from '@/components/form/hidden-field'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { ButtonLink } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { Notice } from '@/components/ui/notice'
import { assetDetailLabels as words } from '@/lib/labels/asset-pages'
import { mergeLabels } from '@/lib/labels/merge'
import { undoLabels } from '@/lib/labels/undo'
import { confirmAsset, submitAsset, withdrawDraft } from '@/lib/features/assets/state-actions'

export type AssetActsProps = {
  number: string
  version: string
  state: string
  isClassified: boolean
  /** A change of it waits for approval. */
  isProposed: boolean
  submittedBy: string | null
  maySubmit: boolean
  mayCancel: boolean
  mayConfirm: boolean
  /** Why a confirmation is due, in words; null while it is not. */
  confirmDue: string | null
  disposeHref?: string | undefined
  transferHref?: string | undefined
  mergeHref?: string | undefined
  undoHref?: string | undefined
}

/** What can be done with the asset now; what waits for approval stands above it. */
export function AssetActs(asset: AssetActsProps) {
  const seen = (
    <>
      <HiddenField name="number" value={asset.number} />
      <HiddenField name="version" value={asset.version} />
    </>
  )
  if (asset.isProposed && asset.state === 'draft') return null
  if (asset.state !== 'draft')
    return (
      <div className="no-print mb-8 grid gap-y-3">
        {asset.mayConfirm && (
          <Form action={confirmAsset} guarded={false}>
            {seen}
            {asset.confirmDue && (
              <Notice kind="warn" title={asset.confirmDue}>
                {words.confirmLead}
              </Notice>
            )}
            <SubmitButton kind="secondary">{words.confirm}</SubmitButton>
          </Form>
        )}
        <div className="-ml-5 flex flex-wrap gap-y-1">
          {asset.transferHref && (
            <ButtonLink kind="quiet" href={asset.transferHref}>
              {words.transfer}
            </ButtonLink>
          )}
          {asset.undoHref && (
            <ButtonLink kind="quiet" href={asset.undoHref}>
              {undoLabels.link}
            </ButtonLink>
          )}
          {asset.mergeHref && (
            <ButtonLink kind="quiet" href={asset.mergeHref}>
              {mergeLabels.link}
            </ButtonLink>
          )}
          {asset.disposeHref && (
            <ButtonLink kind="quiet" href={asset.disposeHref}>
              {words.dispose}
            </ButtonLink>
          )}
        </div>
      </div>
    )
  return (
    <div className="no-print mb-8">
      {!asset.isClassified && <Notice kind="warn" title={words.draftUnclassified} />}
      {asset.isClassified && asset.maySubmit && (
        <div className="mb-4 border border-gray-420 px-5 py-4">
          <h2 className="text-18 font-bold">{words.submitTitle}</h2>
          <p className="mt-1 mb-4">{words.submitLead}</p>
          <Form action={submitAsset} guarded={false}>
            {seen}
            <SubmitButton>{words.submit}</SubmitButton>
          </Form>
        </div>
      )}
      {!asset.maySubmit && <Notice title={words.draftOf(asset.submittedBy ?? '')} />}
      {asset.mayCancel && (
        <Disclosure summary={words.cancel}>
          <Form action={withdrawDraft} guarded={false} fieldNames={{ reason: words.cancelReason }}>
            {seen}
            <TextField name="reason" label={words.cancelReason} required />
            <SubmitButton kind="danger">{words.cancel}</SubmitButton>
          </Form>
        </Disclosure>
      )}
    </div>
  )
}
