import { Cell, HeadCell, Row, Table } from '@/components/ui/table'
import { roleLabels } from '@/lib/labels/roles'
import { sampleAccountLabels as words } from '@/lib/labels/sign-in'
import type { Role } from '@/lib/domain/access'

export type SampleAccountRow = {
  loginId: string
  name: string
  role: Role
  department: string | null
  bureau: string | null
}

type SampleAccountsProps = { accounts: SampleAccountRow[]; password: string; next: string }

/** Who there is to try the portal as; choosing one fills in the login ID. Shown only with sample data. */
export function SampleAccounts({ accounts, password, next }: SampleAccountsProps) {
  if (accounts.length === 0) return null
  const head = (
    <Row>
      <HeadCell>{words.loginId}</HeadCell>
      <HeadCell>{words.role}</HeadCell>
      <HeadCell>{words.department}</HeadCell>
      <HeadCell>{words.name}</HeadCell>
    </Row>
  )
  return (
    <section aria-labelledby="sample-accounts" className="mt-10">
      <h2 id="sample-accounts" className="text-20 font-bold">
        {words.title}
      </h2>
      <p className="mt-1">{words.lead}</p>
      <p className="mb-4">
        {words.password}
        <strong>{password}</strong>
      </p>
      <Table caption={words.title} captionHidden head={head}>
        {accounts.map((account) => (
          <Row key={account.loginId}>
            <Cell rowHead label={words.loginId}>
              <a href={linkOf(account.loginId, next)}>{account.loginId}</a>
            </Cell>
            <Cell label={words.role}>{roleLabels[account.role]}</Cell>
            <Cell label={words.department}>
              {[account.bureau, account.department].filter(Boolean).join('　') || words.everywhere}
            </Cell>
            <Cell label={words.name}>{account.name}</Cell>
          </Row>
        ))}
      </Table>
    </section>
  )
}

function linkOf(loginId: string, next: string): string {
  const query = new URLSearchParams({ login: loginId, ...(next === '/' ? {} : { next }) })
  return `/sign-in?${query.toString()}`
}
