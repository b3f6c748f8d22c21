import type { Answer, ApprovalCity } from './approval-city'
import type { approvalActs } from './approval-acts'

export type Saved = {
  number: string
  outcome: string
  version?: number
  objections?: string[]
  theirs?: { answer: string | null }
}

/** What people of the approval city do with reviews, one call an act. */
export function reviewActs({ act, owner, idOf }: ApprovalCity, acts: ReturnType<typeof approvalActs>) {
  /** What one function answers somebody. */
  const askFor = async <T>(login: string, permission: string, sql: string, values: unknown[] = []) => {
    const [row] = await act<{ answer: T }>(login, permission, `select ${sql} as answer`, values)
    if (!row) throw new Error('no answer')
    return row.answer
  }
  const ask = (login: string, permission: string, sql: string, values: unknown[] = []) =>
    askFor<Answer>(login, permission, sql, values)
  const fields = (more: object = {}) =>
    JSON.stringify({
      title: 'yearly',
      scope: {},
      answerers: 'clerks',
      opensOn: '2099-04-01',
      dueOn: '2099-05-01',
      mustOpen: 0,
      ...more,
    })
  const make = async (more: object = {}, login = 'secretary') =>
    String((await ask(login, 'review.manage', 'keep_review(null, null, $1::jsonb)', [fields(more)]))['id'])
  const versionOf = async (id: string) =>
    Number((await owner<{ version: number }>('select version from reviews where id = $1', [id]))[0]?.version)
  const start = async (id: string, login = 'secretary') =>
    ask(login, 'review.manage', 'start_review($1, $2)', [id, await versionOf(id)])
  /** A review of everything that is open now. */
  const opened = async (more: object = {}) => {
    const id = await make(more)
    await start(id)
    return id
  }
  const row = async (review: string, number: string) =>
    (
      await owner<{ facts: Answer }>(
        'select to_jsonb(r) as facts from review_answers r where review_id = $1 and asset_number = $2',
        [review, number],
      )
    )[0]?.facts ?? {}
  const saveAll = async (login: string, review: string, answers: object[]) =>
    askFor<Saved[]>(login, 'review.answer', 'save_review_answers($1, $2::jsonb)', [
      review,
      JSON.stringify(answers),
    ])
  /** Answers one row at the version it has now, or at a given one. */
  const save = async (login: string, review: string, number: string, more: object) =>
    (await saveAll(login, review, [{ number, version: (await row(review, number))['version'], ...more }]))[0]
  const rest = (login: string, review: string, department: string, seen: number) =>
    ask(login, 'review.answer', 'answer_rest_unchanged($1, $2, $3)', [
      review,
      idOf('department', department),
      seen,
    ])
  const seal = async (review: string, department: string) =>
    (
      await owner<{ seal: string }>(`select encode(review_answers_hash($1, $2), 'hex') as seal`, [
        review,
        idOf('department', department),
      ])
    )[0]?.seal ?? ''
  const certify = async (login: string, review: string, department: string, seen?: string) =>
    ask(login, 'review.certify', 'certify_department($1, $2, $3)', [
      review,
      idOf('department', department),
      seen ?? (await seal(review, department)),
    ])
  const unitSeal = async (review: string, bureau: string, schools = false) =>
    (
      await owner<{ seal: string | null }>(`select encode(review_unit_hash($1, $2, $3), 'hex') as seal`, [
        review,
        idOf('department', bureau),
        schools,
      ])
    )[0]?.seal
  const signOff = async (login: string, review: string, bureau: string, schools = false) =>
    ask(login, 'review.signOff', 'sign_off_bureau($1, $2, $3, $4)', [
      review,
      idOf('department', bureau),
      schools,
      await unitSeal(review, bureau, schools),
    ])
  const giveBack = (login: string, review: string, department: string, reason = 'look again') =>
    ask(login, 'review.manage', 'return_department($1, $2, $3)', [
      review,
      idOf('department', department),
      reason,
    ])
  const close = async (login: string, review: string) =>
    ask(login, 'review.manage', 'close_review($1, $2)', [review, await versionOf(review)])
  const reopen = (login: string, review: string, department: string) =>
    ask(login, 'review.manage', 'reopen_department($1, $2, $3)', [
      review,
      idOf('department', department),
      'a mistake',
    ])
  const stateOf = async (review: string, department: string) =>
    (
      await owner<{ state: string }>(
        'select state from review_departments where review_id = $1 and department_id = $2',
        [review, idOf('department', department)],
      )
    )[0]?.state
  /** Submits a change as the answer of a row; answers the proposal's id, or in words why not. */
  const submitFor = async (
    login: string,
    review: string,
    department: string,
    number: string,
    kind: string,
    after: object,
    more: { judgement?: object; to?: string } = {},
  ) => {
    const { judgement, to } = more
    const permission =
      { reclassification: 'asset.reclassify', disposal: 'asset.dispose', transfer: 'asset.transfer' }[kind] ??
      'asset.edit'
    const bundle = {
      title: 'answered',
      reviewId: review,
      departmentId: idOf('department', department),
      ...(to ? { toDepartmentId: idOf('department', to) } : {}),
      items: [
        { number, version: await acts.version(number), kind, after, ...(judgement ? { judgement } : {}) },
      ],
    }
    const answer = await askFor<{ refused?: string } & { id: string }[]>(
      login,
      permission,
      'submit_proposals($1::jsonb)',
      [JSON.stringify([bundle])],
    )
    return answer.refused ?? answer[0]?.id ?? ''
  }
  return {
    ask,
    askFor,
    fields,
    make,
    versionOf,
    start,
    opened,
    row,
    saveAll,
    save,
    rest,
    seal,
    certify,
    unitSeal,
    signOff,
    giveBack,
    close,
    reopen,
    stateOf,
    submitFor,
  }
}
