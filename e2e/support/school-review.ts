import { openXlsx, saveXlsx } from 'hucre/xlsx'
import type { Portal } from './portal'
import { actorsOf } from './review-city'

/** Of the school itself and of each asset: what a workbook of answers asks beside the answers. */
const questions = [
  { askedOf: 'department', kind: 'text', label: '点検した日', required: true },
  { askedOf: 'asset', kind: 'yesNo', label: '鍵のかかる場所にありますか', required: false },
]

/** An open review of all schools, made by who is responsible for them; made once a database and title. Answers its key. */
export async function schoolReview(portal: Portal, title: string): Promise<string> {
  const find = async () =>
    (
      await portal.database.ownerPool.query<{ id: string }>(
        `select id::text from reviews where title = $1 and state = 'open'`,
        [title],
      )
    ).rows[0]?.id
  const known = await find()
  if (known !== undefined) return known
  const { act, end } = actorsOf(portal)
  try {
    const fields = { title, scope: {}, answerers: 'clerks', mustOpen: 2 }
    const days = { opensOn: '2099-04-01', dueOn: '2099-04-30' }
    const [made] = await act(
      'kyoiku-kacho',
      'review.manage',
      `select keep_review(null, null, $1::jsonb) ->> 'id' as id`,
      [JSON.stringify({ ...fields, ...days })],
    )
    const id = made?.['id']
    await act('kyoiku-kacho', 'review.manage', 'select keep_review_questions($1::bigint, $2::jsonb)', [
      id,
      JSON.stringify(questions),
    ])
    await act('kyoiku-kacho', 'review.manage', 'select start_review($1::bigint, 1)', [id])
  } finally {
    await end()
  }
  return (await find()) ?? ''
}

type Filled = Record<string, string>
/** What is written into a line of a sheet, by the heads of its columns; null: nothing. `at`: 1… below the head. */
type Filling = (line: Readonly<Record<string, string>>, at: number) => Filled | null

/** The workbook with some cells filled in, as somebody at a school saves it. */
export async function fillIn(bytes: Uint8Array, sheets: Record<string, Filling>): Promise<Buffer> {
  const book = await openXlsx(bytes, { readStyles: true })
  for (const [name, fill] of Object.entries(sheets)) {
    const sheet = book.sheets.find((each) => each.name === name)
    if (!sheet) throw new Error(`there is no sheet ${name}`)
    const heads = (sheet.rows[0] ?? []).map((head) => String(head ?? ''))
    for (const [at, row] of sheet.rows.entries()) {
      if (at === 0) continue
      const line = Object.fromEntries(heads.map((head, column) => [head, String(row[column] ?? '')]))
      for (const [head, value] of Object.entries(fill(line, at) ?? {})) {
        const column = heads.indexOf(head)
        row[column] = value
        const key = `${at},${column}`
        const was = sheet.cells?.get(key)
        sheet.cells ??= new Map()
        sheet.cells.set(key, { ...was, value, type: 'string' })
      }
    }
  }
  return Buffer.from(await saveXlsx(book))
}

/** A scan of a signed sheet, as small as one can be. */
export const signedPaper = (name = '署名.pdf') => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n', 'latin1'),
})
export const workbookFile = (buffer: Buffer, name = '回答.xlsx') => ({
  name,
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer,
})

type Row = { number: string; asset: number; answer: number; department: string }

/** A workbook of one school that was read: something of each kind in it; `answered`: signed and written. Answers its address. */
export async function broughtAnswers(portal: Portal, title: string, isAnswered: boolean): Promise<string> {
  const review = await schoolReview(portal, title)
  const { rows } = await portal.database.ownerPool.query<Row>(
    `select r.asset_number::text as number, a.version as asset, r.version as answer, r.department_id::text as department
     from review_answers r join assets a on a.number = r.asset_number join departments d on d.id = r.department_id
     where r.review_id = $1 and d.code = '7002' order by r.asset_number limit 4`,
    [review],
  )
  const said = ['change', 'disposed', 'unchanged', 'unchanged']
  const told = rows.map(({ number, asset, answer }, at) => ({
    ...{ sheet: '市川市立真間小学校', line: at + 2, number, review, assetVersion: asset, given: [] },
    answer: said[at] ?? null,
    note: at === 0 ? '保管場所を変えました' : null,
    // The third was answered since, the fourth can't be read: neither in what is to be written.
    answerVersion: at === 2 ? answer + 1 : answer,
    problems: at === 3 && !isAnswered ? [{ cell: 'C5', code: 'answerUnknown', written: 'わからない' }] : [],
  }))
  const { act, end } = actorsOf(portal)
  try {
    const by = (sql: string, values: unknown[]) => act('kyoiku-kacho', 'review.answerOffline', sql, values)
    const [kept] = await by(
      `select keep_offline_workbook($1, '回答.xlsx', sha256('回答'), $2::jsonb) ->> 'id' as id`,
      [review, JSON.stringify({ rows: told, unread: ['メモ'] })],
    )
    const id = kept?.['id'] ?? ''
    if (isAnswered) {
      await by(`select add_signed_sheet($1, $2, '署名.pdf', 'pdf', $3)`, [
        id,
        rows[0]?.department,
        signedPaper().buffer,
      ])
      await by(`select answer_offline($1, show_offline($1) ->> 'seal', true)`, [id])
    }
    return `/reviews/${review}/offline/${id}`
  } finally {
    await end()
  }
}
