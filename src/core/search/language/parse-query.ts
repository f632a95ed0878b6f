import type { QuerySlip } from '#contract/search.ts'
import { words } from '#text/words.ts'
import { Misread, type QueryPlace, slipAt } from './misread.ts'
import { nearEachOther, USUALLY_WITHIN } from './near-each-other.ts'
import { allOf, anyOf, type Query, type Run } from './query.ts'
import { type AskedField, readPiece, runOf, wordsOf } from './query-pieces.ts'
import { cutQuery, type FieldName, type Token } from './query-tokens.ts'
import { isField } from './search-fields.ts'

/**
 * The search language (EBNF; white space between tokens):
 *
 *     query  = either ;
 *     either = every , { "OR" , every } ;
 *     every  = part , { [ "AND" ] , part } ;
 *     part   = "NOT" , part | "-" , sought | sought ;
 *     sought = field , value | near | value ;
 *     value  = "(" , either , ")" | phrase | pattern | word ;
 *     near   = side , within , side , { within , side } | "NEAR(" , term , term , { term } , [ "," , number ] , ")" ;
 *     side   = "(" , side , { "OR" , side } , ")" | term ;
 *     term   = quoted | plain ;
 *     within = "NEAR" , [ "/" , number ] ;
 *     phrase = quoted , [ "~" , number ] ;
 *     word   = plain , [ "~" , [ number ] ] ;
 *     quoted = QUOTE , words , QUOTE , [ "*" ] ;
 *     plain  = letters , [ "*" ] ;
 *     pattern = "/" , regular expression , "/" , { "i" | "m" | "s" } ;
 *     field  = name , ":" , [ "=" ] ;    (* nothing between it and its value; "=": the whole value *)
 *
 * Operators are capital: `or` is a word. QUOTE is straight or curly. A word that the tokenizer parts (`al-Sharaa`) is a phrase.
 * What cannot be read this way is never refused: it is searched for as its plain words, `message` says what to mend, `slip` where.
 */
export interface ParsedQuery {
  /** Null where there is nothing to search for. */
  readonly query: Query | null
  readonly message: string | null
  /** Null where the message is about the whole, or there is none. */
  readonly slip: QuerySlip | null
}

export function parseQuery(typed: string): ParsedQuery {
  if (typed.length > MOST_CHARACTERS) {
    const slip = slipAt(typed, { at: MOST_CHARACTERS, end: typed.length })
    return literal(typed.slice(0, MOST_CHARACTERS), TOO_LONG, slip)
  }
  try {
    const query = new Parser(cutQuery(typed)).read()
    return { query, message: query === null && typed.trim() !== '' ? NO_WORD : null, slip: null }
  } catch (error) {
    if (!(error instanceof Misread)) throw error
    const { message, slip } = error.tell(typed)
    return literal(typed, `${message} ${LITERALLY}`, slip)
  }
}

const MOST_CHARACTERS = 4_000
const MOST_PARTS = 200
/** Each may take its time, up to where it is stopped. */
const MOST_PATTERNS = 8
const DEEPEST = 40

const NO_WORD = 'There is no word to search for in this.'
const TOO_LONG = `This is longer than ${MOST_CHARACTERS.toLocaleString('en')} characters: only the words at its beginning were searched for.`
const LITERALLY = 'The plain words were searched for meanwhile.'

function literal(typed: string, message: string, slip: QuerySlip): ParsedQuery {
  return { query: runOf(wordsOf(typed).slice(0, MOST_PARTS)), message, slip }
}

class Parser {
  readonly #tokens: readonly Token[]
  #next = 0
  #parts = 0
  #patterns = 0
  #depth = 0
  /** The field that a group of values belongs to. */
  #field: AskedField | null = null

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens
  }

  read(): Query | null {
    if (this.#tokens.length === 0) return null
    const query = this.#either()
    const left = this.#peek()
    if (left !== undefined) throw Misread.closesNothing(left)
    return query
  }

  #either(): Query {
    const parts = [this.#every()]
    while (this.#take('or')) parts.push(this.#every())
    return anyOf(parts)
  }

  #every(): Query {
    const parts = [this.#part()]
    for (;;) {
      const isWritten = this.#take('and')
      const token = this.#peek()
      if (!isWritten && (token === undefined || token.kind === 'or' || token.kind === 'close')) break
      addPart(parts, this.#part(), isWritten)
    }
    return allOf(parts)
  }

  #part(): Query {
    if (this.#take('not')) return { op: 'not', of: this.#nested(() => this.#part()) }
    const token = this.#peek()
    if (token?.kind === 'nearby') return this.#nearby(token)
    return this.#near(token?.kind === 'field' ? this.#fieldPart(token) : this.#value())
  }

  /** Each NEAR holds for the two beside it. */
  #near(first: Query): Query {
    const pairs: Query[] = []
    let left = first
    for (let token = this.#peek(); token?.kind === 'near'; token = this.#peek()) {
      this.#next += 1
      const right = this.#value()
      pairs.push(this.#together([left, right], token))
      left = right
    }
    return pairs.length === 0 ? first : allOf(pairs)
  }

  #nearby(token: NearToken & { readonly kind: 'nearby' }): Query {
    this.#count(token)
    const sides = token.of.map((side) => {
      if (side.kind !== 'piece') throw Misread.nearTakesWords(token)
      return readPiece(side, this.#field)
    })
    if (sides.length < 2) throw Misread.nearTakesWords(token)
    return this.#together(sides, token)
  }

  /** Every way to choose among alternatives is as dear as a word of its own. */
  #together(sides: readonly Query[], token: NearToken): Query {
    const near = nearEachOther(sides, token.within ?? USUALLY_WITHIN)
    if (near === null) throw Misread.nearTakesWords(token)
    this.#parts += near.ways * sides.length
    if (this.#parts > MOST_PARTS) throw Misread.tooManyWords(MOST_PARTS, token)
    return near.query
  }

  #value(): Query {
    const token = this.#peek()
    if (token?.kind === 'open') return this.#nested(() => this.#group(token))
    if (token?.kind === 'pattern') return this.#pattern(token)
    if (token?.kind !== 'piece') throw misplaced(token, this.#tokens[this.#next - 1])
    this.#count(token, words(token.typed).length)
    return readPiece(token, this.#field)
  }

  #pattern(token: PatternToken): Query {
    if (this.#field !== null) throw Misread.patternInField(this.#field.name, token)
    this.#count(token)
    this.#patterns += 1
    if (this.#patterns > MOST_PATTERNS) throw Misread.tooManyPatterns(MOST_PATTERNS, token)
    return { op: 'pattern', pattern: readPattern(token) }
  }

  /** A phrase is as dear to look up as the words in it. */
  #count(token: Token, words = 1): void {
    this.#next += 1
    this.#parts += Math.max(1, words)
    if (this.#parts > MOST_PARTS) throw Misread.tooManyWords(MOST_PARTS, token)
  }

  #group(open: Token): Query {
    this.#next += 1
    const query = this.#either()
    if (!this.#take('close')) throw Misread.notClosed(open)
    return query
  }

  #fieldPart(field: FieldName): Query {
    const { name, whole, end } = field
    this.#next += 1
    if (!isField(name)) throw Misread.unknownField(name, field)
    const value = this.#peek()
    if (value?.at !== end || (value.kind !== 'piece' && value.kind !== 'open' && value.kind !== 'pattern'))
      throw Misread.emptyField(name, field)
    const outer = this.#field
    this.#field = { name, whole }
    const query = this.#value()
    this.#field = outer
    return query
  }

  #nested<T>(read: () => T): T {
    this.#depth += 1
    if (this.#depth > DEEPEST) throw Misread.tooDeep(DEEPEST, this.#here())
    const result = read()
    this.#depth -= 1
    return result
  }

  #take(kind: Token['kind']): boolean {
    const isThere = this.#peek()?.kind === kind
    if (isThere) this.#next += 1
    return isThere
  }

  /** What is read now; what was read last where nothing is left. */
  #here(): QueryPlace {
    return this.#peek() ?? this.#tokens[this.#next - 1] ?? { at: 0, end: 0 }
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#next]
  }
}

type NearToken = Extract<Token, { kind: 'near' | 'nearby' }>
type PatternToken = Extract<Token, { kind: 'pattern' }>

function readPattern(token: PatternToken): RegExp {
  try {
    return new RegExp(token.source, `u${token.flags}`)
  } catch {
    // Many write a backslash before signs that need none, which only the older reading allows.
  }
  try {
    return new RegExp(token.source, token.flags)
  } catch (error) {
    throw Misread.noPattern(error, token)
  }
}

/** Plain words belong together as long as nothing is written between them. */
function addPart(parts: Query[], part: Query, isWritten: boolean): void {
  const last = parts.at(-1)
  if (!isWritten && last?.op === 'run' && part.op === 'run') {
    parts[parts.length - 1] = { op: 'run', of: [...last.of, ...part.of] } satisfies Run
  } else parts.push(part)
}

function misplaced(token: Token | undefined, before: Token | undefined): Misread {
  if (token?.kind === 'unclosed') return Misread.unclosed(token.sign, token)
  if (token?.kind === 'close') {
    return before?.kind === 'open'
      ? Misread.nothingBetween({ at: before.at, end: token.end })
      : Misread.nothingBefore(token)
  }
  const operator = token ?? before
  const word = operator?.kind === 'not' ? 'NOT or -' : (operator?.kind.toUpperCase() ?? '')
  return Misread.wordMissing(word, operator ?? { at: 0, end: 0 })
}
