import { afterAll, beforeAll, expect, it } from 'vitest'
import { smallCity, type SmallCity } from '@/e2e/support/small-city'
import { reorganize } from '@/lib/features/departments/commands'
import { findDepartmentChoices, findPlace, findVocabulary } from './vocabulary-queries'

let city: SmallCity
beforeAll(async () => {
  city = await smallCity()
})
afterAll(() => city.end())

const reader = (login: string) => city.may(login, 'asset.read')

it('offers each person the departments of today that their permission reaches', async () => {
  const codesOf = async (login: string) =>
    (await findDepartmentChoices(await reader(login), 'asset.edit')).map(({ code }) => code)
  expect(await codesOf('clerk-110')).toEqual(['110', '111'])
  expect(await codesOf('ciso')).toEqual([])
})

it('offers a new department to the next request, although the words were kept before', async () => {
  const choices = async () =>
    (await findDepartmentChoices(await reader('ciso'), 'asset.read')).map(({ name }) => name)
  expect(await choices()).not.toContain('新設課')
  await reorganize(await city.may('secretariat', 'organization.manage'), {
    add: [
      {
        code: '190',
        parentCode: null,
        name: '新設課',
        categoryCode: 'internal',
        executiveBodyCode: 'mayor',
        validFrom: '2020-04-01',
        validTo: null,
      },
    ],
    close: [],
    succeed: [],
  })
  expect(await choices()).toContain('新設課')
})

it('says of a department what the viewer may do there, as the database does', async () => {
  const id = city.departmentIds.get('110') ?? 0n
  expect(await findPlace(await reader('clerk-110'), id)).toMatchObject({
    departmentCode: '110',
    mayEdit: true,
    mayTransfer: true,
    mayDispose: true,
  })
  expect(await findPlace(await reader('bureauofficer'), id)).toMatchObject({
    mayEdit: false,
    mayDispose: false,
  })
})

it('knows the zones and the schemes of the city', async () => {
  const words = await findVocabulary(await reader('clerk-110'))
  expect(words.zones).toHaveLength(6)
  expect(words.schemes.map(({ family }) => family)).toContain('education')
})
