import { z } from 'zod'

const door = z.enum([
  'done',
  'stale',
  'gone',
  'notReady',
  'changed',
  'nothingToDo',
  'reasonMissing',
  'reachLost',
  'tooManyWaiting',
  'notPermitted',
])

/** What a door of the database answers: done, or why not. @throws for any other word */
export function readDoor(said: unknown): z.output<typeof door> {
  return door.parse(said)
}

/** What confirming answers; same: this request was pressed before. */
export const confirmSaid = z.union([door, z.literal('same')])
/** What the trail seals of a confirmed import: the database's own number of its rows, and how many of each kind. */
export const sealedImport = z.object({ hash: z.string().min(64), counts: z.record(z.string(), z.number()) })
