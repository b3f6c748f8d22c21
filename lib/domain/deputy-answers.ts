/** Why nobody was named for a post; the database's deputy_objection uses the same words. */
export const deputyObjections = [
  'notYours',
  'noSuchPost',
  'ownFavour',
  'samePerson',
  'periodUnfit',
  'cannotStandIn',
  'overlaps',
] as const
export type DeputyObjection = (typeof deputyObjections)[number]

export const endDeputyRefusals = ['notFound', 'stale'] as const
export type EndDeputyRefusal = (typeof endDeputyRefusals)[number]
