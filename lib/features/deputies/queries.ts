import 'server-only'
import { roleLabels } from '@/lib/labels/roles'
import type { May } from '@/lib/platform/authorize'
import { read } from '@/lib/platform/read'
import { deputyPage, type DeputyRow } from './schema'

type Option = { value: string; label: string; hint?: string; keywords?: string }
export type ShownDeputy = DeputyRow & { post: string }

/** The deputies within the viewer's sight, the posts that they may name one for, and whom they may choose. */
export async function showDeputies(actor: May<'self.manage'>) {
  const [row] = await read(actor, (db) => db.$queryRaw<{ page: unknown }[]>`select deputy_page() as page`)
  const { posts, people, deputies } = deputyPage.parse(row?.page)
  return {
    posts: posts.map((post): Option => ({ value: post.id, label: post.name, hint: postOf(post) })),
    ownPost: posts.length === 1 && posts[0]?.isOwn ? { id: posts[0].id, post: postOf(posts[0]) } : null,
    people: people.map(({ id, name, kana, ...post }): Option => {
      const hint = postOf({ ...post, executiveBody: null })
      return { value: id, label: name, hint, ...(kana === null ? {} : { keywords: kana }) }
    }),
    deputies: deputies.map((deputy): ShownDeputy => ({ ...deputy, post: postOf(deputy) })),
  }
}

function postOf({
  role,
  department,
  executiveBody,
}: Pick<DeputyRow, 'role' | 'department' | 'executiveBody'>): string {
  return [department ?? executiveBody, roleLabels[role]].filter(Boolean).join('　')
}
