/** One entry of a long list; `keywords` (kana, code, old names) are searched but not shown. */
export type ComboboxOption = {
  value: string
  label: string
  hint?: string | undefined
  keywords?: string | undefined
}

const hiragana = (text: string) =>
  text.replace(/[ァ-ヶ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60))

/** Folds width, case, kana and spaces, so that ｼﾐﾝ finds しみん. */
export const fold = (text: string): string =>
  hiragana(text.normalize('NFKC').toLowerCase()).replace(/\s+/g, '')

/** The options that hold every word of the query, in their own order; all of them for an empty query. */
export function matchOptions(options: readonly ComboboxOption[], query: string): ComboboxOption[] {
  const words = query.trim().split(/\s+/).map(fold).filter(Boolean)
  return options.filter((option) => {
    const text = fold(`${option.label} ${option.hint ?? ''} ${option.keywords ?? ''}`)
    return words.every((word) => text.includes(word))
  })
}
