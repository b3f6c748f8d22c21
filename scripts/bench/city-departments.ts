import type { DepartmentEntry } from '@/lib/domain/organization-plan'
import type { CategoryCode, ExecutiveBodyCode } from '@/lib/domain/reference'
import { bureauNames, sectionNames } from './city-words'

/** 市民部's first 課: about 30 % of all assets lie here. */
export const largestDepartment = '0401'
/** A 課 with a handful. */
export const smallDepartment = '0508'
/** The bureau of the largest one. */
export const largestBureau = '0400'
const schools = 60

const pad = (value: number) => String(value).padStart(2, '0')

/** 18 bureaus with nine 課 each, and 60 schools below 教育委員会事務局. */
export function benchDepartments(): DepartmentEntry[] {
  const bureaus = bureauNames.flatMap((name, at) => {
    const code = `${pad(at + 1)}00`
    const { category, body } = belongs(name)
    const below = sectionNames.map((section, place) =>
      entry(`${pad(at + 1)}${pad(place + 1)}`, code, `${name.slice(0, 2)}${section}`, category, body),
    )
    return [entry(code, null, name, category, body), ...below]
  })
  const education = `${pad(bureauNames.indexOf('教育委員会事務局') + 1)}00`
  const taught = Array.from({ length: schools }, (_, at) =>
    entry(
      `9${String(at + 1).padStart(3, '0')}`,
      education,
      `第${at + 1}${at % 3 === 0 ? '中' : '小'}学校`,
      'school',
      'boardOfEducation',
    ),
  )
  return [...bureaus, ...taught]
}

function belongs(bureau: string): { category: CategoryCode; body: ExecutiveBodyCode } {
  if (bureau === '消防局') return { category: 'fireHeadquarters', body: 'mayor' }
  if (bureau === '教育委員会事務局') return { category: 'committee', body: 'boardOfEducation' }
  if (bureau === '議会事務局') return { category: 'assemblyOffice', body: 'assembly' }
  return { category: 'internal', body: 'mayor' }
}

function entry(
  code: string,
  parentCode: string | null,
  name: string,
  categoryCode: CategoryCode,
  executiveBodyCode: ExecutiveBodyCode,
): DepartmentEntry {
  return { code, parentCode, name, categoryCode, executiveBodyCode, validFrom: '2020-04-01', validTo: null }
}

/** How much of the ledger each department has: one 30 %, a few much, most little (1/rank). Shares add up to 1. */
export function sharesOf(codes: readonly string[]): Map<string, number> {
  const others = codes.filter((code) => code !== largestDepartment)
  const weights = others.map((code, at) =>
    code === smallDepartment ? 0.002 : 1 / (1 + ((at * 37) % others.length)),
  )
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return new Map([
    [largestDepartment, 0.3],
    ...others.map((code, at): [string, number] => [code, (0.7 * (weights[at] ?? 0)) / total]),
  ])
}
