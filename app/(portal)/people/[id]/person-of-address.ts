import { cache } from 'react'
import { findPerson } from '@/lib/features/people/queries'
import { keyInAddress } from '@/lib/features/people/search-schema'
import { authorize, may } from '@/lib/platform/authorize'
import { getViewer } from '@/lib/platform/viewer'

type Needed = 'person.read' | 'person.manage'

/** The person that an address names, asked once for title and page; null for nobody and for whoever may not know. */
export const personOfAddress = cache(async (id: string, permission: Needed) => {
  const viewer = await getViewer()
  const key = keyInAddress(id)
  if (!viewer || viewer.mustChangePassword || key === null || !may(viewer, permission)) return null
  return findPerson(authorize(viewer, permission), key)
})
