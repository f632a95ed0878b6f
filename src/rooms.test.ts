import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { doorways, keepers, type Room, roomRules, rooms, stationOrder } from '#rooms'

const here = import.meta.dirname
const importPattern =
  /(?:^|\n)\s*(?:import|export)\s(?:[^'"]*?\sfrom\s)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g

interface Import {
  /** The importing file, from src/. */
  readonly file: string
  readonly what: string
}

test('every import keeps to its room', () => {
  expect(allImports().flatMap(complaintsAbout)).toEqual([])
})

test('an import through the wrong wall is told in a sentence', () => {
  expect(complaintsAbout({ file: 'text/words.ts', what: '#core/engine.ts' })).toEqual([
    'text/words.ts imports #core/engine.ts, but text may import no other room',
  ])
  expect(complaintsAbout({ file: 'core/search/search.ts', what: '../claims/claims.ts' })).toEqual([
    'core/search/search.ts imports claims, a station that comes after search: announce it and tie it in engine.ts',
  ])
  expect(complaintsAbout({ file: 'core/briefs/briefs.ts', what: '../sources/zones.ts' })).toEqual([
    'core/briefs/briefs.ts reaches into sources/zones.ts: a station is entered through sources/sources.ts',
  ])
  expect(complaintsAbout({ file: 'renderer/reader/reader.tsx', what: 'lexical' })).toEqual([
    'renderer/reader/reader.tsx imports lexical, which only renderer/writing/ may',
  ])
})

function complaintsAbout(one: Import): string[] {
  const room = roomOf(one.file)
  if (room === null) return []
  if (one.what.startsWith('#')) return roomComplaint(one, room, one.what.slice(1))
  if (one.what.startsWith('.')) {
    const target = relative(here, resolve(here, dirname(one.file), one.what))
    if (roomOf(target) === room) return stationComplaint(one, room, target)
    return roomOf(target) === null
      ? [`${one.file} imports ${one.what}, which is in no room`]
      : [`${one.file} leaves its room by ${one.what}: write #${target}`]
  }
  return packageComplaint(one, room)
}

function roomComplaint({ file, what }: Import, room: Room, target: string): string[] {
  const other = roomOf(target)
  if (other === null) return [`${file} imports ${what}, which is no room`]
  const allowed = roomRules[room].rooms
  if (other === room) return [`${file} imports its own room as ${what}: inside a room, paths are relative`]
  if (allowed.includes(other) || doorways.some((door) => door.file === file && door.room === other)) return []
  return [
    `${file} imports ${what}, but ${room} may import ${allowed.length === 0 ? 'no other room' : `only ${allowed.join(', ')}`}`,
  ]
}

function packageComplaint({ file, what }: Import, room: Room): string[] {
  const keeper = keepers.find((one) => one.packages.some((name) => matches(name, what)))
  if (keeper !== undefined && !file.startsWith(keeper.folder)) {
    return [`${file} imports ${what}, which only ${keeper.folder} may`]
  }
  const rule = roomRules[room]
  if (rule.denied.some((name) => matches(name, what)))
    return [`${file} imports ${what}, which ${room} must not`]
  const isNode = what.startsWith('node:')
  const allowed = rule.packages.some((name) => (name === '*' ? !isNode : matches(name, what)))
  return allowed ? [] : [`${file} imports ${what}, which ${room} may not use`]
}

/** Only core and renderer have stations; `engine.ts` and what stands beside it know them all. */
function stationComplaint({ file }: Import, room: Room, target: string): string[] {
  if (room !== 'core' && room !== 'renderer') return []
  const from = stationOf(file)
  const to = stationOf(target)
  if (to === null || from === to) return []
  if (from === null) return []
  if (stationOrder.indexOf(to) > stationOrder.indexOf(from)) {
    return [`${file} imports ${to}, a station that comes after ${from}: announce it and tie it in engine.ts`]
  }
  const door = new RegExp(`^${room}/${to}/${to}\\.tsx?$`)
  const inside = target.slice(room.length + 1)
  return door.test(target)
    ? []
    : [`${file} reaches into ${inside}: a station is entered through ${to}/${to}.ts`]
}

function stationOf(file: string): (typeof stationOrder)[number] | null {
  const folder = file.split('/')[1]
  return stationOrder.find((station) => station === folder && file.split('/').length > 2) ?? null
}

function roomOf(file: string): Room | null {
  const folder = file.split('/')[0]
  return rooms.find((room) => room === folder) ?? null
}

function matches(name: string, what: string): boolean {
  return name.endsWith('/') || name.endsWith(':')
    ? what.startsWith(name)
    : what === name || what.startsWith(`${name}/`)
}

function allImports(): Import[] {
  return readdirSync(here, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .flatMap((file) => {
      const text = readFileSync(join(here, file), 'utf8')
      return [...text.matchAll(importPattern)].map((found) => ({ file, what: found[1] ?? found[2] ?? '' }))
    })
}
