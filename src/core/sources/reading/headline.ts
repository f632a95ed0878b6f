import { readDateline } from './dateline.ts'
import type { Line } from './lines.ts'
import { isOutlet } from './outlets.ts'

/** Tells a headline from a first paragraph, and an outlet's name behind it from the headline itself. */

const mostWords = 32
const mostWordsOfASentence = 25

/** @param credited whether a byline or a date stands directly under it: then even a sentence is a headline */
export function readsLikeHeadline({ text }: Line, credited: boolean): boolean {
  const words = text.split(/\s+/).length
  if (words > mostWords || text.length > 260 || (words < 2 && !credited && !isUnspaced(text))) return false
  if (/^[-•*–—]\s|^\p{Ll}/u.test(text) && !credited) return false
  if (readDateline(text, 0) !== null && endsLikeSentence(text)) return false
  if (/[:;,]$/.test(text) || isNoLanguage(text)) return false
  if (holdsSentences(text) && !credited) return false
  return !endsLikeSentence(text) || (credited && words <= mostWordsOfASentence)
}

/** Marks of markup and code, or more signs than letters. */
function isNoLanguage(text: string): boolean {
  if (/^[<{[]|<\/?\w[^>]*>|[{}=<>]{2}/.test(text)) return true
  const letters = text.match(/[\p{L}\p{M}\p{N}]/gu)?.length ?? 0
  return letters < text.replace(/\s/g, '').length / 2
}

const longestUnspaced = 60
const unspaced = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]{4}/u

/** Words in a script that puts no spaces between them. */
export function isUnspaced(text: string): boolean {
  return unspaced.test(text)
}

/** One sentence after another, which a headline is not; scripts without spaces show it by their length. */
function holdsSentences(text: string): boolean {
  if (isUnspaced(text) && text.length > longestUnspaced) return true
  return /\p{Ll}{3,}[.。]["”’]?\s+["“‘]?\p{Lu}/u.test(text)
}

/** A full stop that ends a sentence, also inside a quotation; not that of an abbreviation. */
export function endsLikeSentence(text: string): boolean {
  const bare = text.replace(/[\s"”“'’»)\]]+$/u, '')
  if (/(?:\b\p{Lu}\.)+$/u.test(bare) || /\b(?:Inc|Jr|Sr|Co|Corp|Ltd|St|No|vs|etc)\.$/.test(bare)) return false
  if (/…$|\.\.\.$/.test(bare)) return text.length > 90
  if (/[.。۔։]$/u.test(bare)) return true
  return /[?!؟]$/u.test(bare) && text.length > 120
}

export interface HeadlineParts {
  readonly start: number
  readonly end: number
  readonly value: string
  readonly outlet: { readonly start: number; readonly end: number; readonly value: string } | null
}

/** `Title: …` loses its label, `… | Reuters` and `Reuters – …` the outlet. */
export function readHeadline(text: string, line: Line): HeadlineParts {
  let { start, end } = line
  const label = /^(?:title|headline|subject)\s*:\s*/i.exec(line.text)
  if (label) start += label[0].length
  const tail = /\s+(?:[|•·]|[-–—])\s+(?<name>[^|•·–—]{2,40})$/.exec(text.slice(start, end))
  const name = tail?.groups?.['name'] ?? ''
  const outlet = tail && isOutlet(name) ? { start: end - name.length, end, value: name } : null
  if (outlet && tail) end = start + tail.index
  const first = outlet === null ? outletBefore(text.slice(start, end), start) : null
  if (first !== null) start = first.headline
  return { start, end, value: text.slice(start, end).replace(/\s+/g, ' '), outlet: outlet ?? first }
}

/** What stands behind it must be a headline by its length: `Syria – Reuters` is none. */
function outletBefore(words: string, offset: number) {
  const {
    name = '',
    sign = '',
    headline = '',
  } = /^(?<name>[^|•·–—:]{2,40}?)\s+(?<sign>[|•·]|[-–—])\s+(?<headline>\S.*)$/.exec(words)?.groups ?? {}
  // `Dawn – …` may be about the morning: before a dash only what is no word of the language is an outlet.
  const isPlain = !/[|•·]/.test(sign) && /^\p{Lu}\p{Ll}+$/u.test(name)
  if (isPlain || !isOutlet(name) || headline.split(/\s+/).length < 3) return null
  return {
    start: offset,
    end: offset + name.length,
    value: name,
    headline: offset + words.length - headline.length,
  }
}
