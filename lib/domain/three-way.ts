import type { AssetContent } from './asset-content'

export type Difference = {
  field: keyof AssetContent
  theirs: AssetContent[keyof AssetContent]
  yours: AssetContent[keyof AssetContent]
}
export type ThreeWay = {
  /** Fields that both changed, differently: a person decides. */
  conflicts: Difference[]
  /** Fields that only the other one changed: theirs stands, so that nobody's work is undone unseen. */
  adopted: Difference[]
}

/** What two people made of one asset, measured by what both began with. */
export function compareThreeWays(base: AssetContent, theirs: AssetContent, yours: AssetContent): ThreeWay {
  const result: ThreeWay = { conflicts: [], adopted: [] }
  for (const field of Object.keys(base) as (keyof AssetContent)[]) {
    if (theirs[field] === base[field] || theirs[field] === yours[field]) continue
    const difference = { field, theirs: theirs[field], yours: yours[field] }
    if (yours[field] === base[field]) result.adopted.push(difference)
    else result.conflicts.push(difference)
  }
  return result
}
