import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { findPageFile } from './page-files.ts'

const folder = join('/', 'program', 'out', 'renderer')

test('finds the page and its parts', () => {
  expect(findPageFile('casebook-app://app/index.html', folder)).toEqual({
    path: join(folder, 'index.html'),
    mediaType: 'text/html; charset=utf-8',
  })
  expect(findPageFile('casebook-app://app/assets/index-B1_x.js?v=1#top', folder)).toEqual({
    path: join(folder, 'assets', 'index-B1_x.js'),
    mediaType: 'text/javascript; charset=utf-8',
  })
})

test.each([
  'https://app/index.html',
  'casebook-app://elsewhere/index.html',
  'casebook-app://app/',
  'casebook-app://app/notes.casebook',
  'casebook-app://app/..%2f..%2fpackage.json',
  'casebook-app://app/..%5c..%5cpackage.json',
  'casebook-app://app/%00.html',
  'casebook-app://app/%E0%A4%A.html',
  'no address',
])('has nothing at %s', (address) => {
  expect(findPageFile(address, folder)).toBeNull()
})

test('never names a file outside the folder, whatever the address', () => {
  fc.assert(
    fc.property(fc.webPath(), fc.string(), (path, tail) => {
      const file = findPageFile(`casebook-app://app${path}${tail}.js`, folder)
      if (file !== null) expect(file.path.startsWith(join(folder, '/'))).toBe(true)
    }),
  )
})
