import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { SampleAccounts } from '@/components/sessions/sample-accounts'
import { SignInForm } from '@/components/sessions/sign-in-form'
import { Notice } from '@/components/ui/notice'
import { findSignInFacts } from '@/lib/features/sessions/queries'
import { signInLabels } from '@/lib/labels/sign-in'
import { localPath } from '@/lib/platform/auth/local-path'
import { samplePassword } from '@/lib/platform/auth/sample-password'
import { getViewer } from '@/lib/platform/viewer'

export const metadata: Metadata = { title: signInLabels.title }

type Query = { next?: string | string[]; login?: string | string[]; signedOut?: string }
const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value) ?? ''

export default async function SignInPage({ searchParams }: { searchParams: Promise<Query> }) {
  const query = await searchParams
  const next = localPath(one(query.next))
  if (await getViewer()) redirect(next)
  const { accounts } = await findSignInFacts()
  return (
    <>
      {query.signedOut && <Notice kind="done" title={signInLabels.signedOut} />}
      <h1 className="text-28 font-bold">{signInLabels.title}</h1>
      <p className="mt-2">{signInLabels.lead}</p>
      <SignInForm loginId={one(query.login).slice(0, 64)} next={next} />
      <SampleAccounts accounts={accounts} password={samplePassword} next={next} />
    </>
  )
}
