import { createHash } from 'node:crypto'
import type { Answer, ApprovalCity } from './approval-city'
import type { reviewActs } from './review-acts'

type Told = Record<string, unknown>
export const paper = (name = 'signed') => Buffer.from(`%PDF-1.7 ${name}`, 'latin1')

/** What the education officer of the approval city does with answers on paper of its school, one call an act. */
export function offlineActs({ owner, idOf }: ApprovalCity, reviews: ReturnType<typeof reviewActs>) {
  const school = idOf('department', '91')
  /** A row as the workbook says it, of the asset and the answer as they are now. */
  async function told(review: string, number: string, more: Told = {}): Promise<Told> {
    const [now] = await owner<{ asset: number; answer: number }>(
      `select a.version as asset, r.version as answer from review_answers r join assets a on a.number = r.asset_number
       where r.review_id = $1 and r.asset_number = $2`,
      [review, number],
    )
    return {
      sheet: '学校',
      line: 2,
      number,
      review,
      assetVersion: now?.asset ?? 1,
      answerVersion: now?.answer ?? 1,
      answer: 'unchanged',
      note: null,
      given: [],
      problems: [],
      ...more,
    }
  }
  const keep = (review: string, rows: Told[], login = 'educator') =>
    reviews.ask(login, 'review.answerOffline', 'keep_offline_workbook($1, $2, $3, $4::jsonb)', [
      review,
      '回答.xlsx',
      createHash('sha256').update(JSON.stringify(rows)).digest(),
      JSON.stringify({ rows, unread: [] }),
    ])
  const sign = (book: unknown, department = school, content = paper(), kind = 'pdf', login = 'educator') =>
    reviews.ask(login, 'review.answerOffline', 'add_signed_sheet($1, $2, $3, $4, $5)', [
      book,
      department,
      '署名.pdf',
      kind,
      content,
    ])
  const show = (book: unknown, login = 'educator') =>
    reviews.ask(login, 'review.read', 'show_offline($1)', [book])
  const answer = async (book: unknown, leaves = false, login = 'educator', seal?: unknown) =>
    reviews.ask(login, 'review.answerOffline', 'answer_offline($1, $2, $3)', [
      book,
      seal ?? (await show(book))['seal'],
      leaves,
    ])
  /** Brought, signed and confirmed in one go. */
  async function brought(review: string, rows: Told[], leaves = false): Promise<Answer> {
    const { id } = await keep(review, rows)
    await sign(id)
    return answer(id, leaves)
  }
  const kinds = async (book: unknown) =>
    ((await show(book))['rows'] as { kind: string; problems: { code: string }[] }[]).map(
      ({ kind, problems }) => [kind, ...problems.map(({ code }) => code)].join(' '),
    )
  return { school, told, keep, sign, show, answer, brought, kinds }
}
