import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { constants, zstdCompressSync } from 'node:zlib'

/**
 * Writes `resources/languages/table.zst` from the n-grams that the package `eld` publishes (its middle set, 60 languages, Apache-2.0).
 * `src/core/sources/parsing/language-table.ts` reads it and says how it is laid out. Run `npx node build/make-language-table.ts` after
 * an update of the package, and commit what it makes.
 */

interface Published {
  readonly languages: Readonly<Record<string, string>>
  /** How telling an n-gram is, by the number of the language, less what all have. */
  readonly ngrams: Readonly<Record<string, Readonly<Record<string, number>>>>
}

const { ngramsData } = await partOfEld<{ ngramsData: Published }>('ngrams/medium.js')
const { dictionary } = await partOfEld<{ dictionary: readonly string[] }>('dictionary.js')
const { avgScore } = await partOfEld<{ avgScore: Readonly<Record<string, number>> }>('avgScore.js')

const languages = Object.values(ngramsData.languages)
const grams = Object.entries(ngramsData.ngrams)
  .map(([gram, votes]) => ({ key: keyOf(gram), votes: Object.entries(votes) }))
  .toSorted((a, b) => a.key - b.key)
const keys = Float64Array.from(grams, ({ key }) => key)
const votes = Uint16Array.from(
  grams.flatMap(({ votes }) => votes.map(([language, weight]) => Number(language) * 256 + weight)),
)
const starts = new Uint32Array(grams.length + 1)
for (const [at, { votes }] of grams.entries()) starts[at + 1] = (starts[at] ?? 0) + votes.length

const header = JSON.stringify({
  from: 'eld 2.1.0, copyright Nito T.M., Apache-2.0',
  languages,
  usual: languages.map((language) => avgScore[language]),
  letters: dictionary.map((letter) => letter.charCodeAt(0)),
  grams: keys.length,
  votes: votes.length,
})
const headed = Buffer.from(`${header}\n`)
// The arrays begin at a place that 8 divides, as numbers of 8 bytes must.
const padding = Buffer.alloc((8 - (headed.length % 8)) % 8, ' ')
const whole = Buffer.concat([
  padding,
  headed,
  ...[keys, starts, votes].map(({ buffer }) => new Uint8Array(buffer)),
])
const packed = zstdCompressSync(whole, { params: { [constants.ZSTD_c_compressionLevel]: 19 } })
const folder = join(import.meta.dirname, '..', 'resources', 'languages')
mkdirSync(folder, { recursive: true })
writeFileSync(join(folder, 'table.zst'), packed)

/** What no entry of the package exports. */
async function partOfEld<Part>(name: string): Promise<Part> {
  const entry = import.meta.resolve('eld/medium')
  return (await import(new URL(`../${name}`, entry).href)) as Part
}

/** Up to six bytes as one number. The package writes a byte as a character below 256. */
function keyOf(gram: string): number {
  return Array.from(gram).reduce((key, letter) => key * 256 + letter.charCodeAt(0), 0)
}
