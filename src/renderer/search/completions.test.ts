import { expect, test } from 'vitest'
import { completed, fieldBefore, fitting, valuesNamed } from './completions.ts'

const completeAt = (query: string, value: string, caret = query.length) => {
  const typing = fieldBefore(query, caret)
  return typing === null ? null : completed(typing, value)
}

test('the value of a field is offered while it is typed, in quotation marks where it has spaces', () => {
  expect(completeAt('truce publisher:ax', 'Axios')).toBe('truce publisher:Axios ')
  expect(completeAt('-entity:"tom b', 'Tom Barrack')).toBe('-entity:"Tom Barrack" ')
  expect(completeAt('(tag:a OR truce)', 'arms/nuclear', 6)).toBe('(tag:arms/nuclear OR truce)')
})

test('nothing is offered behind a value that has ended, or behind what is no field', () => {
  expect(fieldBefore('publisher:axios truce', 21)).toBeNull()
  expect(fieldBefore('truce', 5)).toBeNull()
  expect(fieldBefore('colour:re', 9)).toBeNull()
})

test('values that begin with the letters come before those with such a word inside', () => {
  expect(fitting(valuesNamed(['Tom Barrack', 'Barrack, Tom', 'Émile']), 'barr')).toEqual([
    'Barrack, Tom',
    'Tom Barrack',
  ])
  expect(fitting(valuesNamed(['Émile']), 'emi')).toEqual(['Émile'])
})
