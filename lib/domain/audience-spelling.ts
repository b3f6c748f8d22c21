import type { Audience } from './asset'

/** Who may access a school's asset: Ⅳ is for everybody; otherwise 取扱者 says whether children are among them. */
export function audienceOf(importance: string, handlers: string): Audience {
  if (importance === 'IV') return 'public'
  return /児童生徒/u.test(handlers) ? 'students' : 'staff'
}

/** The words of the portal's own column: 教職員の範囲, 児童生徒・保護者, 不特定. */
export function readAudience(text: string): Audience | null {
  const folded = text.normalize('NFKC').replace(/\s+/gu, '')
  if (/^(?:教職員|職員)(?:の範囲|のみ)?$/u.test(folded)) return 'staff'
  if (/^(?:児童生徒|児童|生徒)(?:[・及び]*保護者)?(?:等)?$/u.test(folded)) return 'students'
  return /^(?:不特定(?:多数)?|公開|一般)$/u.test(folded) ? 'public' : null
}
