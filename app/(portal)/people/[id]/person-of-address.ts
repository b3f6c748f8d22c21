import { cache } from 'react'
import { listDepartmentOptions } from '@/lib/features/departments/queries'
import { findPerson } from '@/lib/features/people/queries'
import { keyInAddress } from '@/lib/features/people/search-schema'
import { authorize, may } from '@/lib/platform/authorize'
import { readTogether } from '@/lib/platform/read'
import { getViewer } from '@/lib/platform/viewer'

/** For the person's page, asked once for title and page, in one transaction: the person and the departments for which a role can be given. */
export const personWithDepartments = cache(async (id: string) => {
  const viewer = await getViewer()
  const key = keyInAddress(id)
  if (!viewer || viewer.mustChangePassword || key === null || !may(viewer, 'person.read')) return null
  const actor = authorize(viewer, 'person.read')
  return readTogether(actor, async () => {
    const person = await findPerson(actor, key)
    return person && { person, departments: await listDepartmentOptions(actor) }
  })
})

/** For the form that edits a person; null for nobody and for whoever may not. */
export const personToEdit = cache(async (id: string) => {
  const viewer = await getViewer()
  const key = keyInAddress(id)
  if (!viewer || viewer.mustChangePassword || key === null || !may(viewer, 'person.manage')) return null
  return findPerson(authorize(viewer, 'person.manage'), key)
})
