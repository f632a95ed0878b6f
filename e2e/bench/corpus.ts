import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/**
 * Articles for the benchmarks, any number of them. They are recombined by a seed from the paragraphs of a real corpus: each new
 * article takes the length of a real one and fills it with paragraphs of one volume. That repeats every paragraph several
 * times, so the vocabulary is smaller than that of as many real articles: the report says so.
 */
export interface Article {
  readonly title: string
  readonly body: string
  readonly publisher: string
  readonly published: string
}

export interface Corpus {
  /** Where the words come from, for the report. */
  readonly from: string
  readonly articles: (count: number) => Generator<Article>
}

/** `path`: a `.jsonl` or `.jsonl.gz` with `title` and `body`, or a folder of text files; texts are invented where it is null. */
export function openCorpus(path: string | null): Corpus {
  const originals = path === null ? inventOriginals() : readOriginals(path)
  return {
    from: path === null ? 'invented words' : basename(path),
    articles: (count) => recombine(originals, count),
  }
}

interface Original {
  readonly group: string
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly length: number
}

function readOriginals(path: string): Original[] {
  if (!existsSync(path)) throw new Error(`There is no corpus at ${path}`)
  if (statSync(path).isDirectory()) {
    return globSync('**/*.txt', { cwd: path }).map((name) =>
      original(basename(path), name, readFileSync(join(path, name), 'utf8')),
    )
  }
  const bytes = readFileSync(path)
  const lines = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n')
  return lines
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { volume?: string; title?: string; body: string })
    .map(({ volume, title, body }) => original(volume ?? '', title ?? '', body))
}

function original(group: string, title: string, body: string): Original {
  const paragraphs = body.split(/\n\s*\n|\n/).filter((paragraph) => paragraph.trim() !== '')
  return { group, title, paragraphs, length: body.length }
}

function* recombine(originals: readonly Original[], count: number): Generator<Article> {
  const random = seeded(20_261_122)
  const pools = Map.groupBy(originals, ({ group }) => group)
  const paragraphs = new Map([...pools].map(([group, all]) => [group, all.flatMap((one) => one.paragraphs)]))
  for (let made = 0; made < count; made += 1) {
    const like = pick(originals, random)
    const pool = paragraphs.get(like.group) ?? like.paragraphs
    const body: string[] = []
    for (let length = 0; length < like.length; length += body.at(-1)?.length ?? 1)
      body.push(pick(pool, random))
    yield {
      title: pick(pools.get(like.group) ?? [like], random).title,
      body: body.join('\n'),
      publisher: pick(PUBLISHERS, random),
      published: new Date(Date.UTC(2015, 0, 1) + Math.floor(random() * 4_000) * 86_400_000)
        .toISOString()
        .slice(0, 10),
    }
  }
}

const PUBLISHERS = [
  'The Harbour Post',
  'Northern Wire',
  'Daily Ledger',
  'Valley Gazette',
  'Radio Meridian',
  'The Observer of Trade',
]

/** 4,000 invented words, the n-th drawn n times less often than the first, as in real language. */
function inventOriginals(): Original[] {
  const random = seeded(7)
  const words = Array.from({ length: 4_000 }, () => inventWord(random))
  const sentence = () =>
    `${Array.from({ length: 8 + Math.floor(random() * 20) }, () => words[Math.floor(words.length ** random()) - 1] ?? words[0]).join(' ')}.`
  const paragraph = () => Array.from({ length: 1 + Math.floor(random() * 5) }, sentence).join(' ')
  return Array.from({ length: 3_000 }, (_, at) => {
    const paragraphs = Array.from({ length: 2 + Math.floor(random() * 12) }, paragraph)
    return {
      group: `${at % 20}`,
      title: sentence().slice(0, 60),
      paragraphs,
      length: paragraphs.join('\n').length,
    }
  })
}

const CONSONANTS = 'b c d f g h j k l m n p r s t v w z'.split(' ')
const VOWELS = 'a e i o u'.split(' ')

function inventWord(random: () => number): string {
  const syllable = () => `${pick(CONSONANTS, random)}${pick(VOWELS, random)}`
  return Array.from({ length: 1 + Math.floor(random() * 4) }, syllable).join('')
}

function pick<T>(from: readonly T[], random: () => number): T {
  const one = from[Math.floor(random() * from.length)]
  if (one === undefined) throw new Error('There is nothing to pick from')
  return one
}

/** Numbers from 0 to 1, the same ones every time (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
