/** The words of a section without what marks it: 【市民部】 → 市民部. */
export function sectionText(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .replace(/^[【《〔〈■□◆◇●○▼▽▶◎★(<\s]+|[】》〕〉)>\s]+$/gu, '')
    .replace(/^(?:第?\d+|[IVX]+)[.、)章節]\s*/u, '')
    .replace(/[\s\u3000]*[(（]?\d+件[)）]?$/u, '')
}
