import { type Role } from '@/lib/domain/access'
import { approverRoles } from '@/lib/domain/granting'
import { endAnyGrant, endClerkGrant, giveAnyGrant, giveClerkGrant } from '@/lib/features/grants/actions'
import type { PersonRow } from '@/lib/features/people/queries'
import { listSessionsOf } from '@/lib/features/sessions/queries'
import { authorize, may } from '@/lib/platform/authorize'
import type { Viewer } from '@/lib/platform/viewer'

const clerk: readonly Role[] = ['assetClerk']

/** What a viewer can do to a person: never to oneself, and nothing more for somebody who has left. */
export async function powersOver(viewer: Viewer, person: PersonRow) {
  const isOther = viewer.personId !== person.id
  const isOpen = person.endedOn === null || person.endedOn > viewer.today
  const any = isOther && may(viewer, 'grant.manageApprovers')
  const some = any || (isOther && may(viewer, 'grant.manageClerks'))
  return {
    edit: may(viewer, 'person.manage'),
    end: isOther && person.endedOn === null && may(viewer, 'person.manage'),
    grants: some && {
      roles: any ? [...clerk, ...approverRoles] : clerk,
      give: isOpen ? (any ? giveAnyGrant : giveClerkGrant) : undefined,
      end: any ? endAnyGrant : endClerkGrant,
    },
    sessions:
      isOther && isOpen && may(viewer, 'account.reset')
        ? await listSessionsOf(authorize(viewer, 'account.reset'), person.id)
        : undefined,
  }
}
