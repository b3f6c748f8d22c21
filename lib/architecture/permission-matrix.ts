import type { Permission } from '@/lib/domain/access'

/**
 * What each way into the portal asks for. `public`: nobody need be signed in. `self`: whoever is signed in, also with a
 * one-time password that is still to be changed. A test reads the sources and fails when a way has no row here, a row no
 * way, or the source asks for something else; docs/permissions.md is generated from it.
 */
export type Needed = Permission | 'public' | 'self'

/** Pages and route handlers by address. What a page shows within its permission is the database's answer (reach). */
export const routes: Record<string, Needed> = {
  '/': 'self.manage',
  '/api/health': 'public',
  '/assets': 'asset.read',
  '/assets/[number]': 'asset.read',
  '/assets/[number]/dispose': 'asset.dispose',
  '/assets/[number]/edit': 'asset.edit',
  '/assets/[number]/reclassify': 'asset.reclassify',
  '/assets/[number]/transfer': 'asset.transfer',
  '/assets/new': 'asset.create',
  '/audit-log': 'audit.read',
  '/dashboard': 'dashboard.read',
  '/departments': 'organization.read',
  '/departments/moves': 'asset.moveToSuccessor',
  '/first-password': 'self',
  '/inbox': 'self.manage',
  '/jobs': 'job.read',
  '/password': 'self.manage',
  '/people': 'person.read',
  '/people/[id]': 'person.read',
  '/people/[id]/edit': 'person.manage',
  '/people/new': 'person.manage',
  '/people/renewal': 'grant.manageClerks',
  '/proposals/[id]': 'asset.read',
  '/schemes': 'scheme.read',
  '/sessions': 'self.manage',
  '/sign-in': 'public',
  '/standard-ledger': 'standardLedger.read',
  '/standard-ledger/[id]/edit': 'standardLedger.edit',
  '/standard-ledger/new': 'standardLedger.edit',
}

/** Server actions: the noun's folder and the exported name. */
export const actions: Record<string, Needed> = {
  'assets/confirmAsset': 'asset.edit',
  'assets/draftAsset': 'asset.create',
  'assets/editAsset': 'asset.edit',
  'assets/reclassifyAsset': 'asset.reclassify',
  'assets/submitAsset': 'asset.edit',
  'assets/transferAsset': 'asset.transfer',
  'assets/disposeAsset': 'asset.dispose',
  'assets/withdrawDraft': 'asset.cancel',
  'assets/moveAssets': 'asset.moveToSuccessor',
  'grants/giveClerkGrant': 'grant.manageClerks',
  'grants/giveAnyGrant': 'grant.manageApprovers',
  'grants/endClerkGrant': 'grant.manageClerks',
  'grants/endAnyGrant': 'grant.manageApprovers',
  'grants/renewClerkGrants': 'grant.manageClerks',
  'grants/renewAnyGrants': 'grant.manageApprovers',
  'passwords/changePassword': 'self.manage',
  'passwords/resetPassword': 'account.reset',
  'proposals/approveProposals': 'proposal.decide',
  'proposals/decideProposal': 'proposal.decide',
  'proposals/seeDecisions': 'proposal.decide',
  'proposals/withdrawProposal': 'asset.edit',
  'people/addPersonFromForm': 'person.manage',
  'people/savePerson': 'person.manage',
  'people/endUseOfPerson': 'person.manage',
  'sessions/signIn': 'public',
  'sessions/signOut': 'self',
  'sessions/endMySession': 'self.manage',
  'sessions/endSessionOfPerson': 'account.reset',
  'standard-assets/addToStandardLedger': 'standardLedger.edit',
  'standard-assets/saveStandardAsset': 'standardLedger.edit',
}

/** Routes that hand out a file (an export, a download); each is in `routes` too and leaves an event (recordAccess). */
export const downloads: readonly string[] = []
