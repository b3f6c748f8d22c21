'use client'
import { Absent } from '@/components/ui/absent'
import { Description, DescriptionList } from '@/components/ui/description-list'
import { Section } from '@/components/ui/section'
import { outsideFields, type AssetField } from '@/lib/domain/asset'
import { askedFields, type AskingContext } from '@/lib/domain/asset-questions'
import { assetFieldLabels } from '@/lib/labels/asset'
import { assetDetailLabels as words } from '@/lib/labels/asset-pages'

export type AssetWords = Partial<Record<AssetField, string>>
type AssetSectionsProps = { asked: AskingContext; values: AssetWords }

const groups: { id: string; title: string; fields: AssetField[]; none?: string }[] = [
  {
    id: 'about',
    title: words.about,
    fields: ['kindCode', 'task', 'nameKana', 'description', 'departmentId', 'systemManager', 'cityWide'],
  },
  {
    id: 'personal',
    title: words.personal,
    fields: ['personalData', 'dataSubjects', 'myNumberUse', 'personalFileNumber', 'personalFileExemption'],
  },
  {
    id: 'location',
    title: words.location,
    fields: [
      'zoneCode',
      'medium',
      'storageLocation',
      'userScope',
      'takeOut',
      'retention',
      'disposalDueOn',
      'hasBackup',
      'recoveryHours',
    ],
  },
  {
    id: 'outside',
    title: words.outside,
    none: words.noOutside,
    fields: [...outsideFields],
  },
  {
    id: 'other',
    title: words.other,
    fields: [
      'visibility',
      'mfaBasis',
      'snsOwner',
      'registeredOn',
      'lastConfirmedOn',
      'nextReviewOn',
      'remarks',
    ],
  },
]

/** What matters so much that its absence is shown in its place; of the rest, what lacks is named in one line. */
const essential: readonly AssetField[] = ['task', 'personalData', 'zoneCode', 'storageLocation', 'userScope']

/** What is known of an asset, in sections; what this kind is asked for and lacks says 未入力. */
export function AssetSections({ asked, values }: AssetSectionsProps) {
  const wanted = askedFields(asked)
  return groups.map(({ id, title, fields, none }) => {
    const shown = fields.filter(
      (field) => values[field] !== undefined || (wanted.has(field) && essential.includes(field)),
    )
    const lacking = fields.filter((field) => wanted.has(field) && !shown.includes(field))
    if (shown.length === 0 && lacking.length === 0) return null
    const isEmpty = none !== undefined && shown.length === 0
    return (
      <Section key={id} id={id} title={title}>
        {isEmpty && <p>{none}</p>}
        {shown.length > 0 && (
          <DescriptionList>
            {shown.map((field) => (
              <Description key={field} term={assetFieldLabels[field]}>
                {values[field] ?? <Absent kind="notEntered" />}
              </Description>
            ))}
          </DescriptionList>
        )}
        {!isEmpty && lacking.length > 0 && (
          <p className="mt-2 text-14 text-gray-700">
            {words.lacking(lacking.map((field) => assetFieldLabels[field]))}
          </p>
        )}
      </Section>
    )
  })
}
