import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect } from 'vitest'
import { sharedTest } from '../shared-material.ts'
import { type Word, words } from './words.ts'

/** A reader's judgement of what queries should mark in real articles, held against the words alone. */

type Meaning = { op: string; v?: string; a?: Meaning[] }
type Marked = { file: string; start: number; end: number; quote: string }
type Query = {
  id: string
  query: string
  ast: Meaning | null
  corpus: string[]
  files_must: string[]
  highlights?: Marked[]
}

const MECHANICAL = new Set(['term', 'phrase', 'prefix', 'and', 'or', 'not'])

sharedTest(
  'the words of real articles are marked as a reader marked them',
  ['gold', 'queries.json'],
  (path) => {
    const queries: Query[] = JSON.parse(readFileSync(path, 'utf8'))
    const articles = readArticles(join(dirname(path), '..', 'seeds'))
    for (const { id, ast, files_must: files, highlights } of queries) {
      if (!ast || !highlights || !isMechanical(ast)) continue
      const marked = files.flatMap((file) => find(articles.get(file) ?? '', file, ast))
      expect(inOrder(marked), id).toEqual(inOrder(highlights))
    }
  },
)

function readArticles(folder: string): Map<string, string> {
  return new Map(
    readdirSync(folder).map((name) => [name.slice(0, 3), readFileSync(join(folder, name), 'utf8')]),
  )
}

function isMechanical(meaning: Meaning): boolean {
  return MECHANICAL.has(meaning.op) && (meaning.a ?? []).every(isMechanical)
}

function find(text: string, file: string, meaning: Meaning): Marked[] {
  if (meaning.op === 'not') return []
  if (meaning.a) return meaning.a.flatMap((part) => find(text, file, part))
  const wanted = words(meaning.v ?? '').map(({ word }) => word)
  const all = words(text)
  return all.flatMap((first, at) => {
    const run = all.slice(at, at + wanted.length)
    const last = run.at(-1) ?? first
    if (!wanted.every((word, index) => agrees(run[index], word, meaning.op === 'prefix'))) return []
    return [{ file, start: first.start, end: last.end, quote: text.slice(first.start, last.end) }]
  })
}

function agrees(found: Word | undefined, wanted: string, asPrefix: boolean): boolean {
  return asPrefix ? (found?.word.startsWith(wanted) ?? false) : found?.word === wanted
}

function inOrder(marked: Marked[]): string[] {
  return marked
    .map(({ file, start, end, quote }) => `${file} ${String(start).padStart(5)}–${end} ${quote}`)
    .sort()
}
