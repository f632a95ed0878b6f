import { expect, test } from 'vitest'
import type { SearchPassage } from '#contract/search.ts'
import { matchesShown } from './matches-shown.ts'

const passage = (snippetStart: number, ...starts: readonly number[]): SearchPassage => ({
  start: snippetStart,
  end: snippetStart + 4,
  text: 'base',
  snippet: 'a base in Damascus',
  snippetStart,
  marks: starts.map((start) => ({ start, end: start + 4 })),
})

test('a match counts once, however many snippets show it', () => {
  expect(matchesShown([])).toBe(0)
  expect(matchesShown([passage(0, 2, 10), passage(100, 2)])).toBe(3)
  expect(matchesShown([passage(0, 2, 10), passage(8, 2, 30)])).toBe(3)
})
