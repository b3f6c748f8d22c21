import type { Portal } from './portal'
import { actorsOf, departmentOf, registerPlain, someQuestions } from './review-city'

const stages = ['answered', 'certified', 'signedOff', 'closed'] as const
type Stage = (typeof stages)[number]
type Place = { review: string; department: string; bureau: string }
const bureau = '5000'

/**
 * A review of 指令課 alone, with questions of each kind, that has come as far as `stage`: every row answered (one with a
 * note), certified, signed off, closed with its report. Made once a database and stage.
 */
export async function reviewAt(portal: Portal, stage: Stage): Promise<Place> {
  const { ownerPool } = portal.database
  const title = `指令課の見直し（${String(stages.indexOf(stage) + 1)}）`
  const department = await departmentOf(portal, '5040')
  const place = { department, bureau: await departmentOf(portal, bureau) }
  const known = await ownerPool.query<{ id: string }>('select id::text from reviews where title = $1', [
    title,
  ])
  if (known.rows[0]) return { ...place, review: known.rows[0].id }
  await registerPlain(portal, '5040', ['shirei-tanto', 'shirei-kacho'], 3, {
    name: `${title}の簿冊`,
    confidentiality: '1',
  })
  const { act, end } = actorsOf(portal)
  const manage = (sql: string, values: unknown[]) => act('jimukyoku', 'review.manage', sql, values)
  const answer = (sql: string, values: unknown[]) => act('shirei-tanto', 'review.answer', sql, values)
  try {
    const scope = { bureaus: [bureau], levels: { confidentiality: ['1'] } }
    const fields = {
      title,
      scope,
      answerers: 'clerks',
      mustOpen: 0,
      opensOn: '2099-04-01',
      dueOn: '2099-04-30',
    }
    const [made] = await manage(`select keep_review(null, null, $1::jsonb) ->> 'id' as id`, [
      JSON.stringify(fields),
    ])
    const review = made?.['id'] ?? ''
    await manage('select keep_review_questions($1::bigint, $2::jsonb)', [
      review,
      JSON.stringify(someQuestions),
    ])
    await manage('select start_review($1::bigint, 1)', [review])
    const given = [
      { place: 1, version: 0, value: '令和8年4月10日、係長' },
      { place: 3, version: 0, value: 'yes' },
    ]
    await answer(
      `select save_review_given($1::bigint, $2::bigint, $3::jsonb || (
         select jsonb_agg(x) from review_answers r cross join lateral (values
           (jsonb_build_object('place', 4, 'number', r.asset_number, 'version', 0, 'value', '庁内')),
           (jsonb_build_object('place', 5, 'number', r.asset_number, 'version', 0, 'value', '3階の書庫、東の棚の上から二段目'))) v (x)
         where r.review_id = $1::bigint))`,
      [review, department, JSON.stringify(given)],
    )
    await answer('select answer_rest_unchanged($1::bigint, $2::bigint, 1000)', [review, department])
    await answer(
      `select save_review_answers($1::bigint, (select jsonb_agg(jsonb_build_object('number', r.asset_number::text,
         'version', r.version, 'opened', true, 'answer', 'unchanged', 'note', '棚で現物を確かめた'))
       from (select * from review_answers where review_id = $1::bigint
         order by answer is not null, asset_number limit greatest(1, (select count(*) from review_answers
           where review_id = $1::bigint and answer is null))) r))`,
      [review],
    )
    const steps = [
      () =>
        act(
          'shirei-kacho',
          'review.certify',
          `select certify_department($1::bigint, $2::bigint, review_department($1::bigint, $2::bigint) ->> 'seal')`,
          [review, department],
        ),
      () =>
        act(
          'shobo-kyokucho',
          'review.signOff',
          `select sign_off_bureau($1::bigint, $2::bigint, false, review_unit($1::bigint, $2::bigint, false) ->> 'seal')`,
          [review, place.bureau],
        ),
      () => manage('select close_review(id, version) from reviews where id = $1::bigint', [review]),
    ]
    for (const step of steps.slice(0, stages.indexOf(stage))) await step()
    return { ...place, review }
  } finally {
    await end()
  }
}

/** An asset of 指令課 that was changed since it was registered, and the version before; made once a database. */
export async function changedAsset(portal: Portal): Promise<{ number: string; before: number }> {
  const name = '内容の変わった簿冊'
  const find = async () =>
    (
      await portal.database.ownerPool.query<{ number: string; before: number }>(
        'select number::text, version - 1 as before from assets where name = $1',
        [`${name}1`],
      )
    ).rows[0]
  const known = await find()
  if (known) return known
  await registerPlain(portal, '5040', ['shirei-tanto', 'shirei-kacho'], 1, { name, confidentiality: '2' })
  const { act, end } = actorsOf(portal)
  try {
    await act(
      'shirei-tanto',
      'asset.edit',
      `update assets set storage_location = '指令センター3階', system_manager = '指令課長', take_out = 'prohibited'
       where name = $1`,
      [`${name}1`],
    )
  } finally {
    await end()
  }
  const changed = await find()
  if (!changed) throw new Error('the asset was not registered')
  return changed
}
