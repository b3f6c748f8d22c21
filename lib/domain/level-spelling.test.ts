import { describe, expect, it } from 'vitest'
import { readLevel } from './level-spelling'
import { education2025 } from './schemes/education-2025'
import { municipal2024 } from './schemes/municipal-2024'
import { municipalEarlier } from './schemes/municipal-earlier'
import type { LevelAxis } from './scheme'

describe('reading a level', () => {
  it.each<[LevelAxis, string, string]>([
    ['confidentiality', '3B', '3B'],
    ['confidentiality', '３Ｂ', '3B'],
    ['confidentiality', '自治体機密性3B', '3B'],
    ['confidentiality', '自治体機密性３Ｂ', '3B'],
    ['confidentiality', '機密性３Ｂ', '3B'],
    ['confidentiality', ' 3b ', '3B'],
    ['confidentiality', '機密性 2', '2'],
    ['confidentiality', 'C:3A', '3A'],
    ['integrity', '完全性2', '2'],
    ['integrity', '２', '2'],
    ['availability', '可用性１', '1'],
  ])('of %s finds %s to be %s', (axis, text, code) => {
    expect(readLevel(axis, text, municipal2024.levels)).toEqual({ kind: 'level', code })
  })

  it.each([
    ['Ⅰ', 'I'],
    ['I', 'I'],
    ['１', 'I'],
    ['Ⅱ', 'II'],
    ['ii', 'II'],
    ['2', 'II'],
    ['２', 'II'],
    ['Ⅲ', 'III'],
    ['3', 'III'],
    ['４', 'IV'],
    ['重要性分類Ⅳ', 'IV'],
  ])('of importance finds %s to be %s', (text, code) => {
    expect(readLevel('importance', text, education2025.levels)).toEqual({ kind: 'level', code })
  })

  it('knows only the levels of the scheme it is given', () => {
    expect(readLevel('confidentiality', '3', municipal2024.levels).kind).toBe('unknown')
    expect(readLevel('confidentiality', '3', municipalEarlier.levels)).toEqual({ kind: 'level', code: '3' })
    expect(readLevel('confidentiality', '3B', municipalEarlier.levels).kind).toBe('unknown')
    expect(readLevel('confidentiality', '4', municipal2024.levels)).toEqual({ kind: 'unknown', text: '4' })
  })
  it('does not take a level of another axis', () => {
    expect(readLevel('integrity', '可用性2', municipal2024.levels).kind).toBe('unknown')
    expect(readLevel('importance', '5', education2025.levels).kind).toBe('unknown')
  })
  it.each(['', '　', '-', '－', null])('takes %j for not classified', (text) => {
    expect(readLevel('confidentiality', text, municipal2024.levels)).toEqual({ kind: 'blank' })
  })
})
