/** The portal's own words for coded values (a test holds them equal to lib/labels): they need no remark. */
const usual =
  /^(?:マイナンバー利用事務系|LGWAN接続系|インターネット接続系|校務系|校務外部接続系|学習系|対象外|無|個人情報|要配慮個人情報|特定個人情報|禁止|個別許可|包括許可|制限なし|ネットワーク|情報システム|施設・設備|電磁的記録媒体|取り扱う情報|関連文書|紙文書|庁内|関係者限り|個人番号利用事務|個人番号関係事務|はい|いいえ|有|教職員の範囲|児童生徒・保護者|不特定)$/u

export function isUsualWord(text: string): boolean {
  return usual.test(text)
}
