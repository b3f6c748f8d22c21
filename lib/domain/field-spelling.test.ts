import { describe, expect, it } from 'vitest'
import { readCount, readKind, readMyNumberUse, readPersonalData, readTakeOut } from './field-spelling'
import { readZone } from './zone-spelling'

const value = <T>(read: { kind: string; value?: T }) => (read.kind === 'value' ? read.value : read.kind)

describe('reading a zone', () => {
  it.each([
    ['マイナンバー利用事務系', 'myNumber'],
    ['個人番号利用事務系', 'myNumber'],
    ['基幹系', 'myNumber'],
    ['LGWAN接続系', 'lgwan'],
    ['ＬＧＷＡＮ', 'lgwan'],
    ['情報系', 'lgwan'],
    ['インターネット接続系', 'internet'],
    ['ＩＮＥＴ系', 'internet'],
    ['ネット系', 'internet'],
    ['校務系', 'schoolAffairs'],
    ['校務外部接続系', 'schoolExternal'],
    ['学習系', 'learning'],
    ['学習系ネットワーク', 'learning'],
  ])('finds %s to be %s', (text, code) => {
    expect(readZone(text)).toEqual({ kind: 'zone', code })
  })
  it('keeps not entered and not applicable apart, and invents nothing', () => {
    expect(readZone('')).toEqual({ kind: 'blank' })
    expect(readZone('対象外')).toEqual({ kind: 'notApplicable' })
    expect(readZone('謎の系')).toEqual({ kind: 'unknown', text: '謎の系' })
  })
})

describe('reading personal data', () => {
  it.each([
    ['無', 'none'],
    ['×', 'none'],
    ['－', 'none'],
    ['なし', 'none'],
    ['', 'blank'],
    [null, 'blank'],
    ['個人情報', 'personal'],
    ['有', 'personal'],
    ['○', 'personal'],
    ['要配慮個人情報', 'sensitive'],
    ['特定個人情報', 'specific'],
    ['特定個人情報等', 'specific'],
    ['たぶん', 'unknown'],
  ])('takes %j for %s', (text, expected) => {
    expect(value(readPersonalData(text))).toBe(expected)
  })
})

describe('reading a number of people', () => {
  it.each([
    ['490000', 490_000, null],
    ['490,000', 490_000, null],
    ['12,000人', 12_000, null],
    ['０', 0, null],
    ['0', 0, null],
    ['約12,000人', 12_000, 'approximate'],
    ['約１２，０００人', 12_000, 'approximate'],
    ['1.2万人', 12_000, 'approximate'],
    ['300名程度', 300, 'approximate'],
  ])('takes %s for %s', (text, count, notice) => {
    expect(readCount(text)).toEqual({ kind: 'count', count, notice })
  })
  it.each(['', null, '不明', '-', '－'])('takes %j for unknown, which is not 0', (text) => {
    expect(readCount(text)).toEqual({ kind: 'blank' })
  })
  it.each(['多数', '1,2,3', '-5', '12.5', '1e3'])('refuses %s', (text) => {
    expect(readCount(text).kind).toBe('unknown')
  })
})

describe('reading the other fields', () => {
  it.each([
    ['持ち出し禁止', 'prohibited'],
    ['禁止', 'prohibited'],
    ['個別許可', 'individual'],
    ['包括許可', 'blanket'],
    ['制限なし', 'unrestricted'],
    ['', 'blank'],
    ['さあ', 'unknown'],
  ])('of taking out finds %s to be %s', (text, expected) => {
    expect(value(readTakeOut(text))).toBe(expected)
  })
  it.each([
    ['情報システム', 'informationSystem'],
    ['紙文書', 'paper'],
    ['取り扱う情報', 'information'],
    ['施設・設備', 'facility'],
    ['電磁的記録媒体', 'medium'],
    ['関連文書', 'document'],
    ['ネットワーク', 'network'],
  ])('of kinds finds %s to be %s', (text, expected) => {
    expect(value(readKind(text))).toBe(expected)
  })
  it('tells 利用事務 from 関係事務', () => {
    expect(value(readMyNumberUse('個人番号利用事務'))).toBe('use')
    expect(value(readMyNumberUse('関係事務'))).toBe('related')
  })
})
