import { expect, test } from 'vitest'
import { growsOld } from './answers.ts'

test('an answer grows old when its own station announces a change', () => {
  expect(growsOld('sources.list', {}, { name: 'sources.changed', ids: ['source_1111'] })).toBe(true)
  expect(growsOld('briefs.list', {}, { name: 'entities.changed', ids: null })).toBe(false)
})

test('a text that is being read is not asked for again when something else was marked or imported', () => {
  const input = { id: 'source_1111' }
  expect(growsOld('sources.read', input, { name: 'highlights.changed', ids: ['highlight_1111'] })).toBe(false)
  expect(growsOld('sources.read', input, { name: 'sources.changed', ids: ['source_2222'] })).toBe(false)
  expect(growsOld('sources.read', input, { name: 'sources.changed', ids: ['source_1111'] })).toBe(true)
  expect(growsOld('sources.read', input, { name: 'sources.changed', ids: null })).toBe(true)
})

test('whatever changes, a search may find something else, and the words for undo are others', () => {
  for (const station of ['sources', 'highlights', 'entities', 'briefs'] as const) {
    expect(growsOld('search.run', { query: 'a' }, { name: `${station}.changed`, ids: null })).toBe(true)
    expect(growsOld('casebook.info', {}, { name: `${station}.changed`, ids: null })).toBe(true)
  }
})

test('counts of marks beside sources and entities follow the marks', () => {
  expect(growsOld('sources.list', {}, { name: 'highlights.changed', ids: null })).toBe(true)
  expect(growsOld('entities.list', {}, { name: 'highlights.changed', ids: null })).toBe(true)
  expect(growsOld('briefs.citations', {}, { name: 'highlights.changed', ids: null })).toBe(true)
})

test('saving a search changes the list of saved searches, and nothing that was found', () => {
  const saved = { name: 'search.changed', ids: ['search_1111'] } as const
  expect(growsOld('search.saved', {}, saved)).toBe(true)
  expect(growsOld('search.names', {}, saved)).toBe(true)
  expect(growsOld('search.run', { query: 'a' }, saved)).toBe(false)
  expect(growsOld('search.saved', {}, { name: 'sources.changed', ids: null })).toBe(false)
  expect(growsOld('search.news', { id: 'search_1111' }, { name: 'sources.changed', ids: null })).toBe(true)
})
