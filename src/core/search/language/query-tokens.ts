import { words } from '#text/words.ts'

/**
 * Cuts what was typed into the pieces that the grammar in `parse-query.ts` is made of. Every text can be cut; what is wrong with
 * it is said by the parser, except a quotation mark or a `/` without its partner, which is `unclosed`.
 */
export type Token =
  | { readonly kind: 'open' | 'close' | 'and' | 'or' | 'not'; readonly at: number; readonly end: number }
  | FieldName
  | Piece
  /** `NEAR` or `NEAR/5`, between what it holds for; null where no number is written. */
  | { readonly kind: 'near'; readonly within: number | null; readonly at: number; readonly end: number }
  /** `NEAR(a b, 5)` */
  | {
      readonly kind: 'nearby'
      readonly of: readonly Token[]
      readonly within: number | null
      readonly at: number
      readonly end: number
    }
  /** `/regular expression/flags` */
  | {
      readonly kind: 'pattern'
      readonly source: string
      readonly flags: string
      readonly at: number
      readonly end: number
    }
  | { readonly kind: 'unclosed'; readonly sign: string; readonly at: number; readonly end: number }

/** `title:` before its value; `title:=` where the whole value is meant, letter by letter. */
export interface FieldName {
  readonly kind: 'field'
  readonly name: string
  readonly whole: boolean
  readonly at: number
  readonly end: number
}

/** Words as they were typed, in quotation marks or not. */
export interface Piece {
  readonly kind: 'piece'
  readonly at: number
  readonly end: number
  /** Without quotation marks and signs behind it. */
  readonly typed: string
  readonly quoted: boolean
  /** `*` behind it. */
  readonly prefix: boolean
  /** The number behind `~`; null without that sign. */
  readonly tilde: number | null
}

const QUOTE = /["“”„‟«»＂]/
const KEYWORDS = { AND: 'and', OR: 'or', NOT: 'not' } as const
/** A word with a colon that begins no web address, no time and no other sign; nothing behind it is a mistake worth a word. */
const FIELD = /([A-Za-z]+):(=?)(?![:)=]|\/\/)/y
const NEAR = /^NEAR(?:\/(\d{1,3}))?$/
const WHOLE = /"((?:[^"]|"")*)"/y
const SIGNS = /(\*?)(?:~(\d{0,3}))?/y

export function cutQuery(query: string, from = 0): Token[] {
  const tokens: Token[] = []
  for (let at = from; at < query.length; ) {
    const before = tokens.at(-1)
    const token = (before?.kind === 'field' && before.whole && wholeAt(query, at)) || tokenAt(query, at)
    if (token === null) at += 1
    else {
      if (token.kind !== 'piece' || before?.kind === 'field' || isSaying(token)) tokens.push(token)
      at = token.end
    }
  }
  return tokens
}

/** A dash between two words, or an emoji, is no word and says nothing; but a value of a field may be made of signs. */
function isSaying({ typed }: Piece): boolean {
  return words(typed).length > 0
}

function tokenAt(query: string, at: number): Token | null {
  const character = query.charAt(at)
  if (/[\s\0]/.test(character)) return null
  if (character === '(') return { kind: 'open', at, end: at + 1 }
  if (character === ')') return { kind: 'close', at, end: at + 1 }
  if (character === '-' && /[^\s\-)]/.test(query.charAt(at + 1))) return { kind: 'not', at, end: at + 1 }
  if (QUOTE.test(character)) return quotedAt(query, at)
  if (character === '/' && /[^\s/]/.test(query.charAt(at + 1))) return patternAt(query, at)
  return nearbyAt(query, at) ?? fieldAt(query, at) ?? plainAt(query, at)
}

const NEARBY = /NEAR\(([^()]*?)(?:,\s*(\d{1,3})\s*)?\)/y

function nearbyAt(query: string, at: number): Token | null {
  NEARBY.lastIndex = at
  const [all, inner = '', number] = NEARBY.exec(query) ?? []
  if (all === undefined) return null
  const start = at + 'NEAR('.length
  const of = cutQuery(query.slice(0, start + inner.length), start)
  return {
    kind: 'nearby',
    of,
    within: numberOrNull(number),
    at,
    end: at + all.length,
  }
}

function fieldAt(query: string, at: number): Token | null {
  FIELD.lastIndex = at
  const [all = '', name, sign] = FIELD.exec(query) ?? []
  if (name === undefined) return null
  return { kind: 'field', name: name.toLowerCase(), whole: sign !== '', at, end: at + all.length }
}

/** A whole value in straight quotation marks; one that belongs to the value is doubled. */
function wholeAt(query: string, at: number): Piece | null {
  WHOLE.lastIndex = at
  const [all = '', inner] = WHOLE.exec(query) ?? []
  if (inner === undefined) return null
  const typed = inner.replaceAll('""', '"')
  return { kind: 'piece', at, end: at + all.length, typed, quoted: true, prefix: false, tilde: null }
}

/** A `/` in brackets, or behind a backslash, belongs to the pattern. */
const PATTERN = /\/((?:[^/[\\\n]|\\[^\n]|\[(?:[^\]\\\n]|\\[^\n])*\])+)\/([ims]*)(?=[\s()]|$)/y

function patternAt(query: string, at: number): Token {
  PATTERN.lastIndex = at
  const [all, source = '', flags = ''] = PATTERN.exec(query) ?? []
  return all === undefined
    ? { kind: 'unclosed', sign: '/', at, end: query.length }
    : { kind: 'pattern', source, flags: [...new Set(flags)].join(''), at, end: at + all.length }
}

function quotedAt(query: string, at: number): Token {
  let close = at + 1
  while (close < query.length && !(QUOTE.test(query.charAt(close)) && !isGershayim(query, close))) close += 1
  if (close === query.length) return { kind: 'unclosed', sign: 'quotation mark', at, end: query.length }
  const { prefix, tilde, end } = signsAt(query, close + 1)
  const inner = query.slice(at + 1, close)
  const typed = inner.replace(/\*\s*$/, '')
  return { kind: 'piece', at, end, typed, quoted: true, prefix: prefix || typed !== inner, tilde }
}

function plainAt(query: string, at: number): Token {
  let end = at
  while (end < query.length && belongsToWord(query, end)) end += 1
  const typed = query.slice(at, end)
  const keyword = Object.hasOwn(KEYWORDS, typed) ? KEYWORDS[typed as keyof typeof KEYWORDS] : undefined
  if (keyword !== undefined) return { kind: keyword, at, end }
  const [near, number] = NEAR.exec(typed) ?? []
  if (near !== undefined) return { kind: 'near', within: numberOrNull(number), at, end }
  const signs = signsAt(query, end)
  return { kind: 'piece', at, end: Math.max(signs.end, at + 1), typed, quoted: false, ...signsOnly(signs) }
}

function belongsToWord(query: string, at: number): boolean {
  const character = query.charAt(at)
  if (QUOTE.test(character)) return isGershayim(query, at)
  if (character === '~') return false
  if (character === '*') return !endsWord(query, at + 1)
  return !/[\s()\0]/.test(character)
}

function endsWord(query: string, at: number): boolean {
  return at >= query.length || /[\s()~\0]/.test(query.charAt(at)) || QUOTE.test(query.charAt(at))
}

/** The quotation mark inside a Hebrew acronym (`צה"ל`) ends no phrase. */
function isGershayim(query: string, at: number): boolean {
  return /[א-ת]/.test(query.charAt(at - 1)) && /[א-ת]/.test(query.charAt(at + 1))
}

function signsAt(query: string, at: number): { prefix: boolean; tilde: number | null; end: number } {
  SIGNS.lastIndex = at
  const [all = '', star = '', number] = SIGNS.exec(query) ?? []
  const tilde = number === '' ? 1 : numberOrNull(number)
  return { prefix: star !== '', tilde, end: at + all.length }
}

function numberOrNull(digits: string | undefined): number | null {
  return digits === undefined ? null : Number(digits)
}

function signsOnly({
  prefix,
  tilde,
}: {
  prefix: boolean
  tilde: number | null
}): Pick<Piece, 'prefix' | 'tilde'> {
  return { prefix, tilde }
}
