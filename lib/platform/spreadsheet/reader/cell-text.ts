import type { CellText } from '@/lib/domain/import/cells'

// NUL and other controls, what stands for a letter that couldn't be read, and halves of letters.
const bad = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFD-\uFFFF]|\p{Surrogate}/u
const everyBad = new RegExp(bad.source, 'gu')

/** A text that can be stored and shown: what is no letter becomes U+FFFD, and the cell says so. */
export function textCell(text: string, as: CellText['as'] = 'text'): CellText {
  if (!bad.test(text)) return { text, as }
  return { text: text.replace(everyBad, '\uFFFD'), as, odd: 'badCharacter' }
}

/** A day as YYYY-MM-DD; with the time of the day where there is one. Workbooks have no time zone. */
export function dayCell(day: Date): CellText {
  if (Number.isNaN(day.getTime())) return { text: '', as: 'text', odd: 'errorValue' }
  const iso = day.toISOString()
  const time = iso.slice(11, 16)
  return { text: time === '00:00' ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${time}`, as: 'date' }
}
