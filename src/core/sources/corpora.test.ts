import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { CasebookError } from '#contract/failure.ts'
import { sharedTest } from '../../shared-material.ts'
import { decode } from './formats/encodings/decode.ts'
import { readPage } from './formats/pages/read-page.ts'
import { parseFile } from './parsing/parse-file.ts'

/** Real and odd files of other projects, with what they should give. */

interface Expected {
  readonly path: string
  readonly expect?: string
  readonly expected?: string
}

async function parse(path: string) {
  const name = path.split('/').at(-1) ?? path
  return parseFile({
    name,
    bytes: new Uint8Array(readFileSync(path)),
    pasted: null,
    options: {},
    label: name,
  })
}

sharedTest(
  'encodings are told without a declaration on 96 of 100 files',
  ['corpora', 'expected.json'],
  (path) => {
    const probes = expectedOf(path).flatMap(({ path, expected }) => {
      const list = /probe words \[(.*)\]/.exec(expected ?? '')?.[1]
      return list === undefined ? [] : [{ path, words: list.slice(1, -1).split("', '") }]
    })
    const missed = probes.filter(({ path: file, words }) => {
      const { text } = decode(readFileSync(join(path, '..', file)))
      return !words.every((word) => text.includes(word))
    })
    expect(missed.length / probes.length, missed.map((one) => one.path).join()).toBeLessThanOrEqual(0.04)
  },
)

sharedTest(
  'pages give the article and title that Readability’s own tests expect',
  ['corpora', 'readability'],
  async (path) => {
    const pages = readdirSync(path)
    const wrong: string[] = []
    for (const page of pages) {
      const [article] = (await parse(join(path, page, 'source.html'))).articles
      const expected =
        readPage(readFileSync(join(path, page, 'expected.html'), 'utf8')).body?.textContent ?? ''
      const { title } = JSON.parse(readFileSync(join(path, page, 'expected-metadata.json'), 'utf8')) as {
        title: string
      }
      const f1 = tokenF1(article?.text ?? '', expected)
      if (f1 < 0.99) wrong.push(`${page}: F1 ${f1}`)
      if (article?.fields.title?.value !== title) wrong.push(`${page}: title ${article?.fields.title?.value}`)
    }
    expect(wrong).toEqual([])
  },
)

sharedTest(
  'PDF and Word files hold as many characters as other readers find in them',
  ['corpora', 'expected.json'],
  async (path) => {
    const files = expectedOf(path).flatMap(({ path: file, expected = '' }) => {
      const counts = /near (\d+) \(pdf\.js\) \/ (\d+) \(poppler\)|: (\d+) by w:t count, (\d+) by/.exec(
        expected,
      )
      const found = counts?.slice(1).flatMap((count) => (count === undefined ? [] : [Number(count)])) ?? []
      return found.length === 0 ? [] : [{ file, counts: found, share: file.startsWith('pdf') ? 0.05 : 0.02 }]
    })
    const wrong: string[] = []
    for (const { file, counts, share } of files) {
      const found = await charactersIn(join(path, '..', file))
      const [least, most] = [Math.min(...counts), Math.max(...counts)]
      // Where two readers differ, the truth lies between them. What has no words or a password is refused by name.
      const fits =
        found === null ? most < 10 : found >= least * (1 - share) - 1 && found <= most * (1 + share) + 1
      if (!fits) wrong.push(`${file}: ${found}, not ${counts.join(' or ')}`)
    }
    expect(wrong.length / files.length, wrong.join('\n')).toBeLessThanOrEqual(0.02)
  },
)

sharedTest(
  'what is to be refused is refused in one sentence, and nothing ends in a fault',
  ['corpora', 'expected.json'],
  async (path) => {
    const outcomes: string[] = []
    for (const { path: file, expect: wanted } of expectedOf(path)) {
      if (wanted === 'reference' || wanted === undefined) continue
      try {
        await parse(join(path, '..', file))
        if (wanted === 'reject_clean') outcomes.push(`${file} was read`)
      } catch (error) {
        if (!(error instanceof CasebookError) || !/^[A-Z].*\.$/.test(error.message))
          outcomes.push(`${file}: ${String(error)}`)
      }
    }
    expect(outcomes).toEqual([])
  },
)

/** Without white space; null where the file is refused. */
async function charactersIn(path: string): Promise<number | null> {
  try {
    const { articles } = await parse(path)
    return articles.reduce((sum, { text }) => sum + text.replace(/\s/g, '').length, 0)
  } catch (error) {
    if (error instanceof CasebookError) return null
    throw error
  }
}

function expectedOf(path: string): Expected[] {
  return JSON.parse(readFileSync(path, 'utf8')) as Expected[]
}

/** How far two texts hold the same words, each as often. */
function tokenF1(one: string, other: string): number {
  const [left, right] = [tokens(one), tokens(other)]
  const counts = Map.groupBy(right, (token) => token)
  const common = left.filter((token) => counts.get(token)?.pop() !== undefined).length
  return (2 * common) / (left.length + right.length)
}

function tokens(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}
