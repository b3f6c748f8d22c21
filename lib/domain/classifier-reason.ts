/** Why a level is proposed: a code with its parameters, put into words by lib/labels/classifier.ts. */
export type Reason =
  | { code: 'secretDocument' }
  | { code: 'specificPersonal'; people: number | null }
  | { code: 'sensitivePersonal'; people: number | null }
  | { code: 'myNumberZonePersonal'; people: number | null }
  | { code: 'graveHarm'; people: number | null }
  | { code: 'manyPeople'; people: number }
  | { code: 'staffPersonal'; people: number | null }
  | { code: 'ordinaryPersonal'; people: number | null }
  | { code: 'neverPublished' }
  | { code: 'publishedLater' }
  | { code: 'premisedOnPublication' }
  | { code: 'alterationHurts' }
  | { code: 'alterationBearable' }
  | { code: 'stopHurts' }
  | { code: 'stopBearable' }
  | { code: 'myNumberSystem' }
  | { code: 'originalRecord' }
  | { code: 'guidanceRecord' }
  | { code: 'credentials' }
  | { code: 'schoolRunning' }
  | { code: 'schoolPublished' }
