import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSettingsFile } from './settings-file.ts'
import { findPlace, firstSize, keepPlace } from './window-place.ts'

const screen = { x: 0, y: 0, width: 1600, height: 1000 }
const place = { bounds: { x: 100, y: 80, width: 1200, height: 800 }, maximized: false }
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'casebook-settings-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('a window comes back where it was, casebook by casebook, in the next run', () => {
  keepPlace(openSettingsFile(join(folder, 'settings.json')), '/lake.casebook', place)
  const later = openSettingsFile(join(folder, 'settings.json'))
  expect(findPlace(later, '/lake.casebook', [screen])).toEqual(place)
  expect(findPlace(later, '/river.casebook', [screen])).toBeNull()
})

test('a window whose screen is gone does not come back out of sight', () => {
  const settings = openSettingsFile(join(folder, 'settings.json'))
  keepPlace(settings, '/lake.casebook', { ...place, bounds: { ...place.bounds, x: 1900 } })
  expect(findPlace(settings, '/lake.casebook', [screen])).toBeNull()
  expect(findPlace(settings, '/lake.casebook', [screen, { ...screen, x: 1600 }])).not.toBeNull()
})

test('settings that cannot be read count as none', () => {
  const path = join(folder, 'settings.json')
  writeFileSync(path, '{"windows": [["/lake.casebook", {"bounds": 3}], 7], "theme"')
  expect(findPlace(openSettingsFile(path), '/lake.casebook', [screen])).toBeNull()
  writeFileSync(path, '{"windows": [["/lake.casebook", {"bounds": 3}], 7]}')
  expect(findPlace(openSettingsFile(path), '/lake.casebook', [screen])).toBeNull()
})

test('a first window is as large as is comfortable and the screen allows', () => {
  expect(firstSize(screen)).toEqual({ width: 1360, height: 880 })
  expect(firstSize({ ...screen, width: 1280, height: 720 })).toEqual({ width: 1280, height: 720 })
})
