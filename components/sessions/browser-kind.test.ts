import { expect, test } from 'vitest'
import { browserKind } from './browser-kind'

const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)'

test.each([
  [`${windows} Chrome/147.0.0.0 Safari/537.36 Edg/147.0.0.0`, 'edge', 'windows'],
  [`${windows} Chrome/147.0.0.0 Safari/537.36`, 'chrome', 'windows'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'firefox', 'linux'],
  ['Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1', 'safari', 'ios'],
  ['curl/8.0', 'other', 'other'],
  ['', 'other', 'other'],
])('%s is %s on %s', (userAgent, browser, system) => {
  expect(browserKind(userAgent)).toEqual({ browser, system })
})
