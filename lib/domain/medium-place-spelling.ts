/** 媒体・保存先 in one cell, taken apart; null = not said. */
export type MediumAndPlace = { medium: string | null; place: string | null }

const mediumWord =
  /紙|電子|サーバ|クラウド|USB|DVD|CD|BD|テープ|端末|タブレット|パソコン|PC|HDD|SSD|ハードディスク|ディスク|機器|媒体|書類|帳票|データ|無線機|フィルム|写真|図面/iu
const placeWord = /室|庫|棚|センター|DC|館|階|庁舎|課内|署|倉庫|キャビネット|金庫|ロッカー|場$|所$|国内|国外/u

/**
 * Split once at ／ ・ 、 ： or a line break, or 「媒体（場所）」: the part with a word of media is the medium. `isPart`: only
 * one of the two stood there.
 */
export function readMediumAndPlace(text: string): MediumAndPlace & { isPart: boolean } {
  const given = text.trim()
  if (given === '') return { medium: null, place: null, isPart: false }
  for (const { left, right, isPlain } of splits(given)) {
    if (isMedium(left) && !isMedium(right)) return { medium: left, place: right, isPart: false }
    if (isMedium(right) && !isMedium(left)) return { medium: right, place: left, isPart: false }
    if (isMedium(left) && !placeWord.test(left)) return { medium: left, place: right, isPart: false }
    // 施設／屋上: neither is known; the head names the medium first.
    if (isPlain && !placeWord.test(left)) return { medium: left, place: right, isPart: false }
  }
  const alone = isMedium(given) && !placeWord.test(given)
  return { medium: alone ? given : null, place: alone ? null : given, isPart: true }
}

function isMedium(part: string): boolean {
  const folded = part.normalize('NFKC')
  return mediumWord.test(folded) && !/^(?:データ|PC|電子)?(?:センター|室|計算室|機器室)/u.test(folded)
}

type Split = { left: string; right: string; isPlain: boolean }

/** From the plainest separator to the vaguest: a space also stands within a place. */
function splits(text: string): Split[] {
  const found: Split[] = []
  const bracket = /^([^(（]+)[(（](.+)[)）]$/u.exec(text)
  if (bracket)
    found.push({ left: (bracket[1] ?? '').trim(), right: (bracket[2] ?? '').trim(), isPlain: false })
  const separators = [/\r?\n/u, /[／/]/u, /[：:]/u, /[、,，]/u, /[・･]/u, /[\s\u3000]+/u]
  for (const [at, separator] of separators.entries()) {
    const match = separator.exec(text)
    if (!match) continue
    const [left, right] = [
      text.slice(0, match.index).trim(),
      text.slice(match.index + match[0].length).trim(),
    ]
    if (left !== '' && right !== '') found.push({ left, right, isPlain: at < 3 })
  }
  return found
}
