import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { randomText } from '@/lib/testing/random-text'
import { lackingIn, replaceLacking, standInFor } from './cp932'

test('the vendors’ characters of CP932 lack nothing', () => {
  expect(lackingIn('髙﨑①Ⅱ㈱～－∥￠￡￢・ｱ半角 ABC\r\n')).toEqual([])
})

test('what CP932 lacks is named, each character once', () => {
  expect(lackingIn('〜か−〜‖¥🏛𠮷')).toEqual(['〜', '−', '‖', '¥', '🏛', '𠮷'])
})

test('signs that Unicode has twice are replaced by their twin, anything else by 〓', () => {
  expect(Array.from('〜−‖—¥\u00a0').map(standInFor).join('')).toBe('～－∥―￥ ')
  expect(replaceLacking('葛\u{e0100}城 か\u3099き 🏛')).toEqual({ text: '葛城 がき 〓', replaced: 2 })
})

test('nothing is lacking exactly where the text survives CP932 (5,000 texts)', () => {
  for (let seed = 1; seed <= 5_000; seed++) {
    const text = randomText(seed)
    const survives = iconv.decode(iconv.encode(text, 'cp932'), 'cp932') === text
    expect(lackingIn(text).length === 0, `seed ${seed}`).toBe(survives)
    const replaced = replaceLacking(text).text
    expect(lackingIn(replaced), `seed ${seed}`).toEqual([])
    if (survives) expect(replaced).toBe(text)
  }
})
