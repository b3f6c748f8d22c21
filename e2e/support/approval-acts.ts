import type { Answer, ApprovalCity, Bundle } from './approval-city'

type Judged = { confidentiality?: string; importance?: string; scheme?: string }
type Outcome = { id: string; outcome: string; applied?: { number: string; kind: string }[] }

/** What a proposal writes most simply: something that loosens, and a disposal. */
export const loosening = { personal_data: 'none', data_subjects: 0 }
export const disposal = {
  state: 'disposed',
  disposed_on: '2026-01-01',
  disposed_by: 'us',
  disposal_method: 'shredding',
}

/** What people of the approval city do, one call an act. */
export function approvalActs({ act, owner, idOf }: ApprovalCity) {
  const row = async (number: string) =>
    (
      await owner<{ facts: Answer }>('select to_jsonb(a) as facts from assets a where number = $1', [number])
    )[0]?.facts ?? {}
  const version = async (number: string) => Number((await row(number))['version'])

  /** A draft of a department, classified unless `levels` is null. */
  const draft = async (
    login: string,
    department: string,
    levels: Judged | null = { confidentiality: '2' },
    visibility = 'internal',
  ) => {
    const scheme = levels?.importance ? 'e25' : 'm24'
    const [added] = await act<{ number: string }>(
      login,
      'asset.create',
      `insert into assets (number, name, kind_code, department_id, scheme_id, scheme_family, zone_not_applicable, personal_data, data_subjects, visibility, registered_on)
       values (0, 'register', 'information', $1, $2, $3, true, 'personal', 100, $4, app_today()) returning number::text`,
      [
        idOf('department', department),
        idOf('scheme', scheme),
        scheme === 'e25' ? 'education' : 'municipal',
        visibility,
      ],
    )
    const number = added?.number ?? ''
    if (levels) await act(login, 'asset.edit', ...judged(number, { ...levels, scheme }))
    return number
  }
  const judged = (
    number: string,
    { confidentiality, importance, scheme = 'm24' }: Judged,
  ): [string, unknown[]] => [
    `insert into classifications (asset_number, scheme_id, confidentiality, integrity, availability, importance, audience, classified_on, evaluator_id, occasion, reason)
     values ($1, $2, $3, $4, $4, $5, $6, app_today(), viewer_id(), 'registration', 'judged')`,
    [
      number,
      idOf('scheme', scheme),
      confidentiality ?? null,
      confidentiality ? '1' : null,
      importance ?? null,
      importance ? 'staff' : null,
    ],
  ]
  const judgement = ({ confidentiality, importance, scheme = importance ? 'e25' : 'm24' }: Judged) => ({
    schemeId: idOf('scheme', scheme),
    reason: 'judged anew',
    occasion: 'reclassification',
    ...(confidentiality ? { confidentiality, integrity: '1', availability: '1' } : {}),
    ...(importance ? { importance, audience: 'staff' } : {}),
  })

  const submit = async (login: string, permission: string, bundles: Bundle[]) => {
    const [answer] = await act<{ answer: { id: string }[] & { refused?: string; numbers?: string[] } }>(
      login,
      permission,
      'select submit_proposals($1::jsonb) as answer',
      [JSON.stringify(bundles.map((bundle) => ({ title: 'a change', ...bundle })))],
    )
    if (!answer) throw new Error('no answer')
    return answer.answer
  }
  /** Submits one item; answers the proposal's id, or in words why not. */
  const propose = async (
    login: string,
    department: string,
    number: string,
    kind: string,
    after: object,
    judgement?: object,
    to?: string,
  ) => {
    const answer = await submit(login, permissionOf[kind] ?? 'asset.edit', [
      {
        departmentId: idOf('department', department),
        ...(to ? { toDepartmentId: idOf('department', to) } : {}),
        items: [{ number, version: await version(number), kind, after, ...(judgement ? { judgement } : {}) }],
      },
    ])
    return answer.refused ?? answer[0]?.id ?? ''
  }
  const seen = async (id: string) =>
    (await owner<{ version: number }>('select version from proposals where id = $1', [id]))[0]?.version ?? 0
  const decideAll = async (login: string, decisions: object[]) =>
    (
      await act<{ answer: Outcome[] }>(
        login,
        'proposal.decide',
        'select decide_proposals($1::jsonb) as answer',
        [JSON.stringify(decisions)],
      )
    )[0]?.answer ?? []
  const decide = async (login: string, id: string, kind = 'approve', more: object = {}) =>
    (
      await decideAll(login, [
        {
          id,
          version: await seen(id),
          act: kind,
          ...(kind === 'return' ? { reason: 'wrong' } : {}),
          ...more,
        },
      ])
    )[0]?.outcome ?? ''
  const steps = async (id: string) =>
    (
      await owner<{ said: string }>(
        `select duty || ' ' || state as said from approval_steps where proposal_id = $1 and state <> 'void' order by generation, place`,
        [id],
      )
    ).map(({ said }) => said)
  const stateOf = async (id: string) =>
    (await owner<{ state: string }>('select state from proposals where id = $1', [id]))[0]?.state

  /** A registered asset, through its approval. */
  const registered = async (
    department = '11',
    levels: Judged = { confidentiality: '2' },
    visibility = 'internal',
  ) => {
    const [clerk, ...heads] = lines[department] ?? []
    const number = await draft(clerk ?? '', department, levels, visibility)
    const id = await propose(clerk ?? '', department, number, 'registration', { state: 'active' })
    for (const head of heads) if ((await decide(head, id)) === 'approved') return number
    throw new Error(`not registered: ${id} ${(await steps(id).catch(() => [])).join()}`)
  }
  return {
    row,
    version,
    draft,
    judged,
    judgement,
    submit,
    propose,
    decide,
    decideAll,
    seen,
    steps,
    stateOf,
    registered,
  }
}

const permissionOf: Record<string, string> = {
  reclassification: 'asset.reclassify',
  disposal: 'asset.dispose',
  transfer: 'asset.transfer',
  merge: 'asset.merge',
}
/** Who submits in a department, and who decides there one after the other. */
const lines: Record<string, string[]> = {
  '11': ['clerk', 'head', 'ciso'],
  '12': ['clerk12', 'head12', 'ciso'],
  '13': ['clerk13', 'officer', 'ciso'],
  '91': ['teacher', 'principal', 'superintendent'],
}
