import { existsSync, readFileSync } from 'node:fs'
import { Linter } from 'eslint'
import { describe, expect, test } from 'vitest'
import { lintRules } from './lint-rules.mjs'
import { sourceFiles } from './source-files'

const found = (rule: string, code: string) =>
  new Linter()
    .verify(code, {
      plugins: { daicho: lintRules },
      rules: { [`daicho/${rule}`]: 'error' },
      linterOptions: { reportUnusedDisableDirectives: 'off' },
      languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
    })
    .map((message) => message.ruleId)

describe('Japanese text only in lib/labels', () => {
  test.each([
    `const a = '登録'`,
    'const a = `${b}カナ`',
    'const a = <p>する</p>',
    `const a = <p title="表" />`,
  ])('refuses %s', (code) => {
    expect(found('japanese-only-in-labels', code)).toEqual(['daicho/japanese-only-in-labels'])
  })
  test.each([`const a = 'register'`, '// 規程 第3条', 'const kana = /[ァ-ヶ]/u'])('allows %s', (code) => {
    expect(found('japanese-only-in-labels', code)).toEqual([])
  })
})

describe('a rule that is switched off', () => {
  // A test, not a lint rule: a bare eslint-disable would switch that one off too.
  const silent = (text: string) =>
    [
      ...text.matchAll(new RegExp('eslint-' + String.raw`disable(?:-next-line|-line)?(?<rest>[^\n]*)`, 'gu')),
    ].filter((match) => !/^\s+[\w@/, -]*?\w\s+--\s+\S/u.test(match.groups?.['rest'] ?? '')).length
  test('is named, and the reason stands after “--”', () => {
    const own = 'lib/architecture/lint-rules.test.ts'
    const others = sourceFiles().filter((file) => file !== own && existsSync(file))
    const bad = others.filter((file) => silent(readFileSync(file, 'utf8')) > 0)
    expect(bad).toEqual([])
  })
  test.each([
    '/* eslint-disable */',
    '// eslint-disable-next-line no-var',
    '// eslint-disable-line no-var --',
  ])('is reported without a reason: %s', (code) => {
    expect(silent(code)).toBe(1)
  })
  test('is accepted with a name and a reason', () => {
    expect(
      silent('// eslint-disable-next-line no-var, @typescript-eslint/no-x -- the platform has no other way'),
    ).toBe(0)
  })
})
