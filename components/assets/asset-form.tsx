import { Form } from '@/components/form/form'
import { FormActs, FormSection } from '@/components/form/form-section'
import { HiddenField } from '@/components/form/hidden-field'
import { Select } from '@/components/form/select'
import { SubmitButton } from '@/components/form/submit-button'
import { ButtonLink } from '@/components/ui/button'
import { outsideFields, type AssetField } from '@/lib/domain/asset'
import { askedFields } from '@/lib/domain/asset-questions'
import { assetFieldLabels, rowRule } from '@/lib/labels/asset'
import { assetFormLabels as words } from '@/lib/labels/asset-pages'
import { questionLabels } from '@/lib/labels/classifier'
import { axisLabels } from '@/lib/labels/scheme'
import { emptyCellLabels } from '@/lib/labels/zones'
import type { FormState } from '@/lib/platform/form-state'
import { AssetFieldControl, type PlainField } from './asset-field'
import { Classifier } from './classifier'
import type { ClassifierSetting } from './classifier-values'
import { FoldedSection } from './folded-section'

export type AssetFormProps = {
  action: (state: FormState, data: FormData) => Promise<FormState>
  setting: ClassifierSetting
  zones: { code: string; label: string; network: string; networkLabel: string }[]
  values: Record<string, string>
  /** new, draft: everything · active: what needs no new judgement · levels: only what the judgement needs. */
  mode: 'new' | 'draft' | 'active' | 'levels'
  cancelHref: string
  /** The review that the form was opened from. */
  review?: string | undefined
}

const basics: PlainField[] = ['name', 'nameKana', 'task', 'description']
const personal: PlainField[] = ['personalData', 'dataSubjects', 'myNumberUse']
const place: PlainField[] = [
  'medium',
  'storageLocation',
  'userScope',
  'takeOut',
  'retention',
  'disposalDueOn',
]
const outside: PlainField[] = [...outsideFields]
const other: PlainField[] = [
  'personalFileNumber',
  'personalFileExemption',
  'systemManager',
  'cityWide',
  'hasBackup',
  'recoveryHours',
  'handlingNotes',
  'mfaBasis',
  'snsOwner',
  'visibility',
  'registeredOn',
  'nextReviewOn',
  'remarks',
]

/** The form of an asset: new and edit, one column, only what this kind of asset needs. Works without JavaScript. */
export function AssetForm({ action, setting, zones, values, mode, cancelHref, review }: AssetFormProps) {
  const asked = askedFields({
    kind: setting.kind,
    medium: values['medium'] || null,
    personalData: 'specific',
    hasContractor: true,
    hasCloudService: true,
    isSchool: setting.category === 'school',
  })
  const show = (fields: PlainField[]) => {
    const shown = fields.filter((field) => asked.has(field) || (values[field] ?? '') !== '')
    return shown.map((field) => (
      <div key={field} className={askedOnlyWith[field]}>
        <AssetFieldControl field={field} value={values[field]} />
      </div>
    ))
  }
  const isFilled = (fields: PlainField[], usual: PlainField[] = []) =>
    fields.some((field) => !usual.includes(field) && !['', 'no', undefined].includes(values[field]))
  const judges = mode !== 'active'

  return (
    <Form
      action={action}
      fieldNames={mode === 'levels' ? { ...fieldNames, overruleReason: words.reason } : fieldNames}
    >
      <HiddenField name="kindCode" value={setting.kind} />
      {review && <HiddenField name="review" value={review} />}
      {mode === 'new' && <HiddenField name="department" value={values['department'] ?? ''} />}
      {mode !== 'new' && <HiddenField name="number" value={values['number'] ?? ''} />}
      {mode !== 'new' && <HiddenField name="version" value={values['version'] ?? ''} />}
      {mode === 'levels' ? (
        <HiddenField name="name" value={values['name'] ?? ''} />
      ) : (
        <FormSection title={words.basics} purpose={`${words.basicsPurpose}${rowRule}`}>
          {show(basics)}
        </FormSection>
      )}
      {show(personal).length > 0 && (
        <FormSection title={words.personal} purpose={words.personalPurpose}>
          {show(personal)}
        </FormSection>
      )}
      <FormSection title={words.place} purpose={words.placePurpose}>
        {judges ? (
          <Select
            name="zone"
            label={assetFieldLabels.zoneCode}
            help={words.zoneHelp}
            value={values['zone']}
            emptyLabel={emptyCellLabels.notEntered}
            options={[
              ...zones.map((zone) => ({ value: zone.code, label: zone.label, group: zone.networkLabel })),
              { value: 'notApplicable', label: emptyCellLabels.notApplicable },
            ]}
          />
        ) : (
          <p className="mb-6">{words.zoneFixed}</p>
        )}
        {mode !== 'levels' && show(place)}
      </FormSection>
      {judges ? (
        <FormSection title={words.classify} purpose={words.classifyPurpose}>
          <Classifier setting={setting} initial={values} judgesAnew={mode === 'levels'} />
        </FormSection>
      ) : (
        <HiddenField name="judging" value="keep" />
      )}
      {mode !== 'levels' && (
        <>
          <FoldedSection
            title={words.outside}
            purpose={words.outsidePurpose}
            names={outside}
            filled={isFilled(outside)}
          >
            {show(outside)}
          </FoldedSection>
          <FoldedSection
            title={words.other}
            purpose={words.otherPurpose}
            names={other}
            filled={isFilled(other, ['registeredOn', 'visibility'])}
          >
            {show(other)}
          </FoldedSection>
        </>
      )}
      <FormActs>
        {mode === 'new' || mode === 'draft' ? (
          <>
            <SubmitButton name="judging" value="submit">
              {words.submit}
            </SubmitButton>
            <SubmitButton kind="secondary" name="judging" value="classify">
              {words.saveDraft}
            </SubmitButton>
            {!values['current-confidentiality'] && !values['current-importance'] && (
              <SubmitButton kind="quiet" name="judging" value="later">
                {words.saveUnclassified}
              </SubmitButton>
            )}
          </>
        ) : (
          <SubmitButton>{mode === 'levels' ? words.saveReclassify : words.saveEdit}</SubmitButton>
        )}
        <ButtonLink kind="quiet" href={cancelHref}>
          {words.cancel}
        </ButtonLink>
      </FormActs>
    </Form>
  )
}

/** Fields that an answer in the same form makes needless: style rules hide them, with and without a script. */
const askedOnlyWith: Partial<Record<PlainField, string>> = {
  dataSubjects: 'only-with-personal-data',
  myNumberUse: 'only-with-specific-data',
}

const fieldNames: Record<string, string> = {
  ...(assetFieldLabels satisfies Record<AssetField, string>),
  zone: assetFieldLabels.zoneCode,
  department: assetFieldLabels.departmentId,
  'level-confidentiality': axisLabels.confidentiality,
  'level-integrity': axisLabels.integrity,
  'level-availability': axisLabels.availability,
  'level-importance': axisLabels.importance,
  ...Object.fromEntries(
    Object.entries(questionLabels).map(([code, { question }]) => [`answer-${code}`, question]),
  ),
  overruleReason: words.overruleReason,
}
