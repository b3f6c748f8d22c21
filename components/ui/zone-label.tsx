import { Absent, type AbsentKind } from './absent'

/** A network zone with its full name, or why there is none. */
export function ZoneLabel({ zone }: { zone: { label: string } | AbsentKind }) {
  if (typeof zone === 'string') return <Absent kind={zone} />
  return <span>{zone.label}</span>
}
