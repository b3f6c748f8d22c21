import type { browserLabels, systemLabels } from '@/lib/labels/sign-in'

export type BrowserKind = { browser: keyof typeof browserLabels; system: keyof typeof systemLabels }

// The first that matches: Edge also says Chrome, and everybody says Safari and Mozilla.
const browsers: [RegExp, BrowserKind['browser']][] = [
  [/\bEdg(e|A|iOS)?\//u, 'edge'],
  [/\b(Firefox|FxiOS)\//u, 'firefox'],
  [/(Chrome|CriOS|Chromium)\//u, 'chrome'],
  [/\bSafari\//u, 'safari'],
]
const systems: [RegExp, BrowserKind['system']][] = [
  [/Windows/u, 'windows'],
  [/iPhone|iPad/u, 'ios'],
  [/Android/u, 'android'],
  [/Mac OS X|Macintosh/u, 'mac'],
  [/Linux|CrOS/u, 'linux'],
]

/** What a browser says of itself, as much as tells one's own terminals apart. */
export function browserKind(userAgent: string): BrowserKind {
  return {
    browser: browsers.find(([pattern]) => pattern.test(userAgent))?.[1] ?? 'other',
    system: systems.find(([pattern]) => pattern.test(userAgent))?.[1] ?? 'other',
  }
}
