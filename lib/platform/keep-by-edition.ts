import type { Permission } from '@/lib/domain/access'
import type { May } from './authorize'
import { clients } from './database'

/**
 * Keeps what changes a few times a year in this process, one answer for each database, until a viewer has been told of
 * a newer edition than the kept one. A viewer is found anew on each request: nobody sees what is out of date.
 */
export function keepByEdition<P extends Permission, Book extends { edition: bigint }>(
  load: (actor: May<P>) => Promise<Book>,
): (actor: May<P>) => Promise<Book> {
  const books = new WeakMap<object, Book>()
  return async (actor) => {
    const database = clients()
    const known = books.get(database)
    if (known && known.edition >= actor.viewer.referenceEdition) return known
    const book = await load(actor)
    books.set(database, book)
    return book
  }
}
