'use server'
import { personRefusalLabels as refusals } from '@/lib/labels/people-forms'
import { defineAction } from '@/lib/platform/actions'
import { addPeople, editPerson, endPerson } from './commands'
import { addPersonInput, editPersonInput, endPersonInput } from './schema'

/** Adds one person from the form; the person's page comes next, where a role is given. */
export const addPersonFromForm = defineAction({
  permission: 'person.manage',
  input: addPersonInput,
  run: (actor, input) => addPeople(actor, [input]),
  refusals,
  done: ({ ids }) => `/people/${[...ids.values()].join()}?done=added`,
})

export const savePerson = defineAction({
  permission: 'person.manage',
  input: editPersonInput,
  run: editPerson,
  refusals,
  done: ({ id }) => `/people/${id.toString()}?done=edited`,
})

export const endUseOfPerson = defineAction({
  permission: 'person.manage',
  input: endPersonInput,
  run: endPerson,
  refusals,
  done: ({ id }) => `/people/${id.toString()}?done=ended`,
})
