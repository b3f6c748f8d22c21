import { Section } from '@/components/ui/section'
import type { FoundMapping } from '@/lib/features/schemes/mapping-schema'
import { mappingLabels as words } from '@/lib/labels/scheme-mapping'
import { MappingTable } from './mapping-table'

/** What follows for a version from each earlier one; the secretariat finds the way to its form here. */
export function MappingSections({ mappings, mayEdit }: { mappings: FoundMapping[]; mayEdit: boolean }) {
  return mappings.map((mapping) => (
    <MappingSection key={mapping.from.code} mapping={mapping} mayEdit={mayEdit} />
  ))
}

function MappingSection({ mapping, mayEdit }: { mapping: FoundMapping; mayEdit: boolean }) {
  const { family, from, to, lines, isUsed } = mapping
  const isEmpty = lines.length === 0
  const href = `/schemes/mapping?from=${from.code}&to=${to.code}`
  return (
    <Section
      id={`mapping-${from.code}`}
      title={words.from(from.label)}
      lead={words.lead}
      action={mayEdit && !isUsed && <a href={href}>{isEmpty ? words.make : words.edit}</a>}
    >
      {isEmpty ? (
        <p>{words.none}</p>
      ) : (
        <MappingTable
          family={family}
          caption={words.of(from.label, to.label)}
          from={from.levels}
          to={to.levels}
          lines={lines}
        />
      )}
      {isUsed && <p className="mt-3 text-14 text-gray-700">{words.used}</p>}
    </Section>
  )
}
