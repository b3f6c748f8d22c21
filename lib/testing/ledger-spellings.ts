import type { PersonalData } from '@/lib/domain/asset'
import type { AssetContent } from '@/lib/domain/asset-content'
import type { ZoneCode } from '@/lib/domain/reference'
import type { Random } from './random'

export type GridCell = string | number | Date | null

const wide = (text: string) =>
  text.replace(/[!-~]/gu, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))

/** A level as departments write it. */
export function spellLevel(axis: string, code: string, random: Random): GridCell {
  const upper = axis === 'confidentiality' ? '機密性' : axis === 'integrity' ? '完全性' : '可用性'
  const plain = /^\d$/u.test(code) ? [Number(code)] : []
  return random.pick<GridCell>([
    code,
    wide(code),
    code.toLowerCase(),
    `${upper}${code}`,
    `${upper}${wide(code)}`,
    `自治体${upper}${code}`,
    ` ${code} `,
    ...plain,
  ])
}

export function spellTriple(levels: readonly [string, string, string], random: Random): string {
  const [c, i, a] = levels
  return random.pick([
    `${c}/${i}/${a}`,
    `C${c} I${i} A${a}`,
    `${c}・${i}・${a}`,
    `機密性${c} 完全性${i} 可用性${wide(a)}`,
  ])
}

const eras = [
  { letter: 'R', name: '令和', first: 2019, from: '2019-05-01' },
  { letter: 'H', name: '平成', first: 1989, from: '1989-01-08' },
  { letter: 'S', name: '昭和', first: 1926, from: '1926-12-25' },
]

/** A day as departments write it; a Date only where a workbook can hold it. */
export function spellDay(day: string, random: Random, isWorkbook: boolean): GridCell {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const era = eras.find(({ from }) => from <= day)
  const ofEra = era ? year - era.first + 1 : year
  const wareki = era
    ? [
        `${era.letter}${ofEra}.${month}.${date}`,
        wide(`${era.letter}${ofEra}.${month}.${date}`),
        `${era.name}${ofEra === 1 ? '元' : ofEra}年${month}月${date}日`,
      ]
    : []
  return random.pick<GridCell>([
    day,
    `${year}/${month}/${date}`,
    `${year}年${month}月${date}日`,
    day.replaceAll('-', ''),
    ...wareki,
    ...(isWorkbook ? [new Date(`${day}T00:00:00Z`)] : []),
  ])
}

export function spellCount(count: number, random: Random, isWorkbook: boolean): GridCell {
  const text = [
    String(count),
    new Intl.NumberFormat('ja-JP').format(count),
    wide(String(count)),
    `${count}人`,
  ]
  return random.pick<GridCell>(isWorkbook ? [...text, count, count] : text)
}

const zones: Readonly<Record<ZoneCode, readonly string[]>> = {
  myNumber: ['マイナンバー利用事務系', '基幹系', '個人番号利用事務系', 'マイナンバー系'],
  lgwan: ['LGWAN接続系', '情報系', 'ＬＧＷＡＮ', 'LGWAN系'],
  internet: ['インターネット接続系', 'ＩＮＥＴ系', 'インターネット系'],
  schoolAffairs: ['校務系'],
  schoolExternal: ['校務外部接続系'],
  learning: ['学習系'],
}

export function spellZone(zone: AssetContent['zone'], random: Random): string {
  if (zone === null) return ''
  return zone === 'notApplicable' ? random.pick(['', '', '対象外', '－']) : random.pick(zones[zone])
}

const personal: Readonly<Record<PersonalData, readonly string[]>> = {
  none: ['無', 'なし', '×', '－'],
  personal: ['個人情報', '有', '○', 'あり'],
  sensitive: ['要配慮個人情報', '要配慮'],
  specific: ['特定個人情報', '特定', '個人番号'],
}

export function spellPersonalData(kind: PersonalData, random: Random): string {
  return random.pick(personal[kind])
}
