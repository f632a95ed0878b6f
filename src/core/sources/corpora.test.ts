import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { sharedTest } from '../../shared-material.ts'
import { decode } from './decode.ts'
import { readPage } from './formats/page.ts'
import { parseFile } from './parse-file.ts'

/** Real and odd files of other projects, with what they should give. */

interface Expected {
  readonly path: string
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
