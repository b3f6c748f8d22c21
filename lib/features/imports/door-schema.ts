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
