import { placeInWords } from '@/lib/domain/department'
import { reachOf, within, type Permission } from '@/lib/domain/access'
import { categoryCodes, type ZoneNetwork } from '@/lib/domain/reference'
import type { HandlingRestriction, LevelDefinition, SchemeFamily, SchemeStatus } from '@/lib/domain/scheme'
import type { May } from '@/lib/platform/authorize'
import { keepByEdition } from '@/lib/platform/keep-by-edition'
import { read } from '@/lib/platform/read'
import type { AssetPermission } from './permission-schema'

type Labelled = { code: string; label: string }
export type SchemeWords = {
  id: string
  code: string
  family: SchemeFamily
  label: string
  status: SchemeStatus
  effectiveOn: string
  levels: LevelDefinition[]
  restrictions: HandlingRestriction[]
}
/** The words and levels that a city has set, in their order. */
export type Vocabulary = {
  zones: (Labelled & { network: ZoneNetwork })[]
  kinds: (Labelled & { needsZone: boolean })[]
  categories: Labelled[]
  bodies: Labelled[]
  schemes: SchemeWords[]
}

/** A department of today; id as text. */
export type DepartmentChoice = {
  id: string
  code: string
  name: string
  bureau: string | null
  category: string
}

type BookAnswer = {
  edition: string
  vocabulary: Vocabulary
  departments: (DepartmentChoice & {
    parentId: string | null
    executiveBody: string
    validFrom: string
    validTo: string | null
  })[]
}

const referenceBook = keepByEdition(async (actor: May<Permission>) => {
  const [row] = await read(
    actor,
    (db) => db.$queryRaw<{ book: BookAnswer | null }[]>`select reference_book() as book`,
  )
  if (!row?.book) throw new Error('the reference book did not answer')
  const { edition, vocabulary, departments } = row.book
  return {
    edition: BigInt(edition),
    vocabulary,
    names: new Map(
      departments.map(({ id, name, bureau }) => [BigInt(id), bureau ? `${bureau} ${name}` : name] as const),
    ),
    departments: departments.map(({ id, parentId, ...rest }) => ({
      ...rest,
      id: BigInt(id),
      parentId: parentId === null ? null : BigInt(parentId),
    })),
  }
})

/** The words that a city has set; kept in this process until a newer edition (docs/adr/0031). */
export async function findVocabulary(actor: May<Permission>): Promise<Vocabulary> {
  return (await referenceBook(actor)).vocabulary
}

/** The departments of today over which one of the viewer's permissions reaches, in order of code. */
export async function findDepartmentChoices(
  actor: May<AssetPermission>,
  permission: AssetPermission,
): Promise<DepartmentChoice[]> {
  const { grants, today } = actor.viewer
  const { departments } = await referenceBook(actor)
  const reach = reachOf(grants, permission, departments, today)
  return departmentsOfDay(departments, today).filter(({ id }) => within(reach, BigInt(id)))
}

/** Every department of today, in order of code: where an asset may be handed to, what a review may cover. */
export async function findAllDepartments(
  actor: May<'asset.transfer' | 'review.read' | 'review.manage'>,
): Promise<DepartmentChoice[]> {
  const { departments } = await referenceBook(actor)
  return departmentsOfDay(departments, actor.viewer.today)
}

function departmentsOfDay(
  departments: Awaited<ReturnType<typeof referenceBook>>['departments'],
  today: string,
): DepartmentChoice[] {
  return departments
    .filter(({ validFrom, validTo }) => validFrom <= today && (validTo ?? today) >= today)
    .map(({ id, code, name, bureau, category }) => ({ id: String(id), code, name, bureau, category }))
}

/** 「総務部 情報政策課」 of every department that there is or was, by id. */
export async function findDepartmentNames(actor: May<Permission>): Promise<ReadonlyMap<bigint, string>> {
  return (await referenceBook(actor)).names
}

/** 「市民部 市民課」 from the top to itself, of every department that there is or was, by its id as text. */
export async function findDepartmentPlaces(actor: May<Permission>): Promise<ReadonlyMap<string, string>> {
  const { departments } = await referenceBook(actor)
  return new Map(departments.map(({ id }) => [String(id), placeInWords(departments, id)] as const))
}

/** Every department that there is or was, by its id as text. */
export async function findDepartmentsById(
  actor: May<Permission>,
): Promise<ReadonlyMap<string, Pick<DepartmentChoice, 'code' | 'name' | 'bureau'>>> {
  const { departments } = await referenceBook(actor)
  return new Map(
    departments.map(({ id, code, name, bureau }) => [String(id), { code, name, bureau }] as const),
  )
}

/** Schemes with their levels, and every department that there is or was, ids as texts: what reading a ledger needs. */
export async function findReferenceWords(actor: May<'asset.import'>) {
  const { departments, vocabulary } = await referenceBook(actor)
  const { grants, today } = actor.viewer
  const reach = reachOf(grants, 'asset.import', departments, today)
  return {
    reach: departments.filter(({ id }) => within(reach, id)).map(({ id }) => String(id)),
    schemes: vocabulary.schemes,
    departments: departments.map(({ id, parentId, category, ...rest }) => ({
      ...rest,
      id: String(id),
      parentId: parentId === null ? null : String(parentId),
      category: categoryOf(category),
    })),
  }
}

function categoryOf(text: string) {
  const known = categoryCodes.find((each) => each === text)
  if (!known) throw new Error(`unknown category ${text}`)
  return known
}

/** Where an asset stands, and what the viewer may do there today. */
export async function findPlace(actor: May<AssetPermission>, departmentId: bigint) {
  const { grants, today } = actor.viewer
  const { departments } = await referenceBook(actor)
  const place = departments.find(({ id }) => id === departmentId)
  if (!place) throw new Error(`department ${departmentId} is not in the reference book`)
  const may = (permission: AssetPermission) =>
    within(reachOf(grants, permission, departments, today), departmentId)
  return {
    departmentCode: place.code,
    department: place.name,
    bureau: place.bureau,
    category: place.category,
    mayEdit: may('asset.edit'),
    mayReclassify: may('asset.reclassify'),
    mayDispose: may('asset.dispose'),
    mayTransfer: may('asset.transfer'),
    mayMerge: may('asset.merge'),
    mayCancel: may('asset.cancel'),
  }
}

/** The scheme in force for a family. @throws when the city has none: nothing can be classified then. */
export function schemeInForce(words: Vocabulary, family: SchemeFamily): SchemeWords {
  const scheme = words.schemes.find((each) => each.family === family && each.status === 'inForce')
  if (!scheme) throw new Error(`no ${family} scheme is in force`)
  return scheme
}
