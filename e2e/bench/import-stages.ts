import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packPrints } from '../../src/core/sources/copies/prints.ts'
import { packOriginal } from '../../src/core/sources/original.ts'
import { detectLanguage } from '../../src/core/sources/parsing/detect-language.ts'
import { countWords, detectDirection } from '../../src/core/sources/parsing/language.ts'
import { parseFile } from '../../src/core/sources/parsing/parse-file.ts'
import { readWords } from '../../src/core/sources/reading/read-words.ts'
import { sha256Of } from '../../src/core/sources/sha256.ts'
import { foldedStream } from '../../src/text/words.ts'

/** What each stage of an import costs by itself, one after the other in one thread: processor time, in µs a text. */
export type StageTimes = readonly (readonly [stage: string, microseconds: number])[]

const WARM = 200
const MEASURED = 2_000

export async function measureStages(papers: string): Promise<StageTimes> {
  const paths = globSync('**/*.txt', { cwd: papers })
    .slice(0, MEASURED)
    .map((path) => join(papers, path))
  const files = paths.map((path) => ({ path, bytes: readFileSync(path), text: readFileSync(path, 'utf8') }))
  const times: (readonly [string, number])[] = []
  for (const [name, run] of stages) {
    for (const file of files.slice(0, WARM)) await run(file)
    const before = process.cpuUsage()
    for (const file of files) await run(file)
    const { user, system } = process.cpuUsage(before)
    times.push([name, (user + system) / files.length])
  }
  return times
}

interface Paper {
  readonly path: string
  readonly bytes: Uint8Array
  readonly text: string
}

/** Those that are indented are parts of the one above them. */
const stages: readonly (readonly [string, (paper: Paper) => unknown])[] = [
  ['read the file', ({ path }) => readFileSync(path)],
  [
    'take it apart',
    ({ bytes }) => parseFile({ name: 'a.txt', bytes, pasted: null, options: {}, label: 'a' }),
  ],
  ['  roles of lines, fields, zones', ({ text }) => readWords(text)],
  ['  fingerprints', ({ text }) => packPrints(text)],
  ['  language', ({ text }) => detectLanguage(text)],
  ['  direction, number of words', ({ text }) => [detectDirection(text), countWords(text)]],
  ['  pack the original', ({ bytes }) => packOriginal(bytes)],
  ['  two hashes', ({ bytes, text }) => [sha256Of(bytes), sha256Of(text)]],
  ['fold the words for the index', ({ text }) => foldedStream(text)],
  ['to the engine’s thread', ({ bytes, text }) => structuredClone({ text, bytes })],
]
