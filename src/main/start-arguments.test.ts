import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { namedCasebooks } from './start-arguments.ts'

const directory = resolve('/', 'home', 'ana')

test('an installed Casebook opens every file it was started with', () => {
  const argv = ['casebook', '--no-sandbox', 'lake.casebook', '/tmp/river.casebook']
  expect(namedCasebooks(argv, { startedAsFolder: false, directory })).toEqual([
    resolve(directory, 'lake.casebook'),
    resolve('/tmp/river.casebook'),
  ])
})

test('from the source tree the first name is the program itself', () => {
  const argv = ['electron', '--inspect=0', '.', 'lake.casebook']
  expect(namedCasebooks(argv, { startedAsFolder: true, directory })).toEqual([
    resolve(directory, 'lake.casebook'),
  ])
})

test('a start without a file names none', () => {
  expect(namedCasebooks(['casebook'], { startedAsFolder: false, directory })).toEqual([])
  expect(namedCasebooks(['electron', '.'], { startedAsFolder: true, directory })).toEqual([])
})
