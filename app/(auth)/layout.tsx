import type { ReactNode } from 'react'
import { PlainFrame } from '@/components/shell/plain-frame'
import { findSignInFacts } from '@/lib/features/sessions/queries'

/** Pages before a person may use the portal: signing in, choosing the first password. */
export default async function AuthLayout({ children }: { children: ReactNode }) {
  const { city } = await findSignInFacts()
  return <PlainFrame city={city ?? undefined}>{children}</PlainFrame>
}
