import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { readCsv } from '@/lib/platform/spreadsheet/csv'
import { readFileRows } from '@/lib/platform/spreadsheet/file-rows'
import { planPeople, type KnownPerson } from './import-schema'
import { personFileColumns, personFileRow } from './schema'

const today = '2026-11-23'
const departments = new Map([['0610', 10n]])
const head = 'ログインID,氏名,メールアドレス,役割,所属部署コード,有効期限\n'

function read(lines: string, encoding = 'utf8') {
  return readFileRows(personFileRow(today), readCsv(iconv.encode(head + lines, encoding), personFileColumns))
}

describe('a list of people', () => {
  it('is read with 年度末 as the end of the fiscal year, and other names of a role', () => {
    const { rows, problems } = read(
      'ciso,最高 太郎,,CISO,,\nmama,真間 校長,m@example.invalid,教育情報セキュリティ管理者,7002,年度末\n',
    )
    expect(problems).toEqual([])
    expect(rows.map(({ value }) => [value.loginId, value.role, value.until, value.mail])).toEqual([
      ['ciso', 'ciso', null, null],
      ['mama', 'assetManager', '2027-03-31', 'm@example.invalid'],
    ])
  })

  it('is read in CP932 with 髙 and ① intact', () => {
    expect(read('taka,髙橋 ①郎,,情報資産担当者,0610,\n', 'cp932').rows[0]?.value.name).toBe('髙橋 ①郎')
  })

  it('says for each wrong line what to mend', () => {
    const { problems } = read('あ,名前,,情報資産担当者,0610,\nok,名前,,係長,0610,R9.2.30\n')
    expect(problems.map(({ line, message }) => [line, message.slice(0, 6)])).toEqual([
      [2, 'ログインID'],
      [3, '役割: この'],
      [3, '有効期限: '],
    ])
  })
})

describe('what a list of people adds', () => {
  const clerk = 'tanto,担当,,情報資産担当者,0610,年度末\n'
  const known = (given: Partial<KnownPerson> = {}): KnownPerson => ({
    loginId: 'tanto',
    name: '担当',
    mail: null,
    hasEnded: false,
    grants: [{ role: 'assetClerk', departmentId: '10' }],
    ...given,
  })
  const plan = (lines: string, people: KnownPerson[] = []) =>
    planPeople(people, read(lines).rows, departments, today)

  it('is a person once and each role once', () => {
    const { people, grants, unchanged } = plan(`${clerk}${clerk}tanto,担当,,情報セキュリティ管理者,0610,\n`)
    expect(people).toEqual([{ loginId: 'tanto', name: '担当', mail: null }])
    expect(grants.map(({ role, scope }) => [role, scope])).toEqual([
      ['assetClerk', { kind: 'department', departmentId: 10n }],
      ['assetManager', { kind: 'department', departmentId: 10n }],
    ])
    expect(unchanged.grants).toBe(1)
  })

  it('is nothing when everything is there already', () => {
    expect(plan(clerk, [known()])).toEqual({
      people: [],
      grants: [],
      unchanged: { people: 1, grants: 1 },
      problems: [],
    })
  })

  it.each([
    ['a department that is not there', 'tanto,担当,,情報資産担当者,9999,\n', []],
    ['a role without its department', 'tanto,担当,,情報資産担当者,,\n', []],
    ['another name under the same login ID', clerk, [known({ name: '別人' })]],
    ['somebody who has left', clerk, [known({ hasEnded: true })]],
  ])('is told, not done, for %s', (_what, lines, people) => {
    const { problems, grants } = plan(lines, people)
    expect(problems).toHaveLength(1)
    expect(grants).toEqual([])
  })
})
