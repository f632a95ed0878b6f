import {
  type MetadataField,
  metadataField,
  type Structure,
  type TextBlock,
  type Zone,
} from '#contract/source.ts'
import { edtfDays } from '#text/edtf.ts'
import { foldedWords } from '#text/words.ts'
import type { SourceWords } from '../../casebook/casebook.ts'
import type { Article, Found, FoundFields } from '../article.ts'
import { packPrintsOfWords } from '../copies/prints.ts'
import { takeFirst, withOther } from '../others.ts'
import type { DateOrder } from '../reading/dates.ts'
import { readWords } from '../reading/read-words.ts'
import { sha256Of } from '../sha256.ts'
import { detectLanguage } from './detect-language.ts'
import { countWords, detectDirection } from './language.ts'
import { wordsForIndex } from './words-for-index.ts'

/** An article with everything that can be said about it, ready to be recorded. */
export interface DescribedArticle {
  readonly part: string | null
  readonly label: string
  readonly text: string
  readonly textSha256: string
  readonly structure: Structure
  /** Its fingerprints, packed. */
  readonly prints: Uint8Array
  /** Its words for the index. */
  readonly indexed: SourceWords
  readonly fields: FoundFields
  readonly publishedFrom: string | null
  readonly publishedTo: string | null
  readonly zones: readonly Zone[]
  readonly url: string | null
  readonly language: string | null
  readonly direction: 'ltr' | 'rtl'
  readonly words: number
  readonly warnings: readonly string[]
}

const insets: ReadonlySet<TextBlock['kind']> = new Set(['list-item', 'table', 'quote', 'code'])

/** @param fallbackLabel what to call it where it has no title; its first words where this is null */
export function describeArticle(
  article: Article,
  fallbackLabel: string | null,
  order?: DateOrder,
): DescribedArticle {
  const { text, structure, boilerplate, part, url, warnings } = article
  const read = readWords(text, {
    order,
    captions: structure.blocks.filter(({ kind }) => kind === 'caption'),
    headings: structure.blocks.filter(({ kind, level }) => kind === 'heading' && level === 1),
    insets: structure.blocks.filter(({ kind }) => insets.has(kind)),
    boilerplate,
    seen: article.seen ?? undefined,
  })
  const fields = joinFields(text, article, read.fields)
  const cut = foldedWords(text)
  const days = edtfDays(fields.published?.value ?? null)
  return {
    part,
    label: fallbackLabel ?? firstWords(text),
    text,
    textSha256: sha256Of(text),
    structure,
    prints: packPrintsOfWords(cut),
    indexed: wordsForIndex({ text, title: fields.title?.value ?? null, zones: read.zones }, cut),
    fields,
    publishedFrom: days?.first ?? null,
    publishedTo: days?.last ?? null,
    zones: read.zones,
    url,
    language: detectLanguage(text) ?? article.language,
    direction: detectDirection(text),
    words: countWords(text),
    warnings: [...warnings, ...doubtsAbout(fields)],
  }
}

/**
 * Markup and headers say outright what words only show, so they go first; where the words agree, they give the place. What a file
 * says that may be meant otherwise (a document's properties) comes last. The value that is not taken stays beside the other.
 */
function joinFields(
  text: string,
  { stated, beside = {} }: Pick<Article, 'stated' | 'beside'>,
  read: FoundFields,
): FoundFields {
  const fields: Partial<Record<MetadataField, Found>> = {}
  for (const field of metadataField.options) {
    const [said, shown] = [stated[field], read[field]]
    const isDoubtful = said?.evidence.certainty === 'guess'
    const ranked = [said && locate(text, said, shown), shown].filter((one) => one !== undefined)
    const taken = takeFirst(isDoubtful ? ranked.toReversed() : ranked)
    const further = beside[field]
    if (taken !== null) fields[field] = further === undefined ? taken : withOther(taken, further)
  }
  return fields
}

function locate(text: string, found: Found, read: Found | undefined): Found {
  if (found.evidence.span !== null) return found
  if (read?.value === found.value)
    return { ...found, evidence: { ...found.evidence, span: read.evidence.span } }
  const at = found.value.length > 3 ? text.slice(0, 2_000).indexOf(found.value) : -1
  return at < 0
    ? found
    : { ...found, evidence: { ...found.evidence, span: { start: at, end: at + found.value.length } } }
}

function doubtsAbout({ published }: FoundFields): string[] {
  const { certainty, words = '', rule = '' } = published?.evidence ?? {}
  return certainty === 'guess'
    ? [`The date of publication is a guess (${words || published?.value}: ${rule}).`]
    : []
}

function firstWords(text: string): string {
  const words = text.trim().slice(0, 120).split(/\s+/)
  const kept = words.slice(0, 10).join(' ')
  return words.length > 10 ? `${kept} …` : kept
}
