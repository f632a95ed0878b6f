import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseQuery } from './language/parse-query.ts'

/** The formal description in `README.md` and the parser must say the same: what the one allows, the other reads. */

const readme = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8')

test('every example of the documentation is read without a word of complaint', () => {
  const rows = readme.split('\n').filter((line) => line.startsWith('| `'))
  const typed = rows.flatMap((row) => [...(row.split(/(?<!\\)\|/)[1] ?? '').matchAll(/`([^`]+)`/g)])
  const examples = typed.map(([, query = '']) => query.replaceAll('\\|', '|'))
  expect(examples.length).toBeGreaterThan(30)
  for (const query of examples) {
    // A field alone in the table stands for any value of it.
    const whole = /:=?$/.test(query) ? `${query}2025` : query
    expect(parseQuery(whole), whole).toMatchObject({ message: null, slip: null })
  }
})

/** A right-hand side, as a tree. */
type Expression =
  | { readonly op: 'one of' | 'in a row'; readonly of: readonly Expression[] }
  | { readonly op: 'repeated' | 'optional'; readonly of: Expression }
  | { readonly op: 'written' | 'named'; readonly as: string }

const rules = readRules(/```ebnf\n([^]*?)```/.exec(readme)?.[1] ?? '')

test('whatever the formal description allows is read', () => {
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat(1_000)), (choices) => {
      const query = write(named('query'), new Choices(choices))
      expect(parseQuery(query).message, query).toBeNull()
    }),
    { numRuns: 2_000, seed: 20_261_123 },
  )
})

function readRules(ebnf: string): ReadonlyMap<string, Expression> {
  const texts = ebnf.split(/;\n/).filter((text) => text.includes('='))
  return new Map(
    texts.map((text) => {
      const at = text.indexOf('=')
      const tokens =
        text.slice(at + 1).match(/"[^"]*"|[A-Za-z][A-Za-z ]*[A-Za-z]|[A-Za-z]+|[|,{}[\]()]/g) ?? []
      return [text.slice(0, at).trim(), readChoice(tokens)]
    }),
  )
}

/** Takes what it reads from the front of `tokens`. */
function readChoice(tokens: string[]): Expression {
  const of = [readRow(tokens)]
  while (tokens[0] === '|') {
    tokens.shift()
    of.push(readRow(tokens))
  }
  return { op: 'one of', of }
}

function readRow(tokens: string[]): Expression {
  const of = [readOne(tokens)]
  while (tokens[0] === ',') {
    tokens.shift()
    of.push(readOne(tokens))
  }
  return { op: 'in a row', of }
}

function readOne(tokens: string[]): Expression {
  const token = tokens.shift() ?? ''
  if (token.startsWith('"')) return { op: 'written', as: token.slice(1, -1) }
  if (!'{[('.includes(token)) return named(token)
  const inner = readChoice(tokens)
  tokens.shift()
  if (token === '(') return inner
  return { op: token === '{' ? 'repeated' : 'optional', of: inner }
}

function named(as: string): Expression {
  return { op: 'named', as }
}

const mostPatterns = 8

/** What a random sentence is made by; with many choices made it comes to an end. */
class Choices {
  readonly #choices: Iterator<number>
  #made = 0
  #inField = 0
  #patterns = 0

  constructor(choices: Iterator<number>) {
    this.#choices = choices
  }

  /** Less than `below`. */
  next(below: number): number {
    this.#made += 1
    return Number(this.#choices.next().value) % below
  }

  get isLong(): boolean {
    return this.#made > 60
  }

  takesPattern(): boolean {
    this.#patterns += 1
    return this.#patterns <= mostPatterns
  }

  get isInField(): boolean {
    return this.#inField > 0
  }

  inField<T>(run: () => T): T {
    this.#inField += 1
    const result = run()
    this.#inField -= 1
    return result
  }
}

/** What the description calls by a name and does not take apart. */
const terminals: Readonly<Record<string, readonly string[]>> = {
  QUOTE: ['"'],
  words: ['security pact', 'envoy', 'al-Sharaa met'],
  letters: ['envoy', 'U.S.', '1,000', 'or', 'Netanyahu’s', 'الشرع'],
  number: ['1', '2', '15'],
  name: ['title', 'text', 'publisher', 'author', 'tag', 'entity', 'note', 'source'],
  'regular expression': ['Ahm[ae]d', 'sanction(s|ed)', 'a\\/b'],
}

/** Where the description lets tokens stand side by side without white space. */
const tight: ReadonlySet<string> = new Set([
  'phrase',
  'quoted',
  'pattern',
  'word',
  'plain',
  'within',
  'field',
])

function write(expression: Expression, choices: Choices, glue = ' '): string {
  switch (expression.op) {
    case 'written':
      return expression.as
    case 'named':
      return writeNamed(expression.as, choices)
    case 'optional':
      return choices.isLong || choices.next(2) === 0 ? '' : write(expression.of, choices, glue)
    case 'repeated': {
      const times = choices.isLong ? 0 : choices.next(3)
      return Array.from({ length: times }, () => write(expression.of, choices, glue)).join(glue)
    }
    case 'in a row':
      return writeRow(expression.of, choices, glue)
    case 'one of': {
      // The last alternative of every rule comes to an end.
      const last = expression.of.length - 1
      const chosen = expression.of[choices.isLong ? last : choices.next(last + 1)]
      return chosen === undefined ? '' : write(chosen, choices, glue)
    }
  }
}

function writeNamed(name: string, choices: Choices): string {
  const rule = rules.get(name)
  // The description says in words that a pattern takes no field, and how many there may be.
  if (name === 'pattern' && (choices.isInField || !choices.takesPattern())) return 'envoy'
  // Nor does NEAR.
  if (name === 'near' && choices.isInField) return 'envoy'
  if (rule !== undefined) return write(rule, choices, tight.has(name) ? '' : ' ')
  const written = terminals[name]
  if (written === undefined) throw new Error(`The description does not say what ${name} is`)
  return written[choices.next(written.length)] ?? ''
}

function writeRow(of: readonly Expression[], choices: Choices, glue: string): string {
  let text = ''
  for (const part of of) {
    const isValue = part.op === 'named' && part.as === 'value' && /:=?$/.test(text)
    const written = isValue ? choices.inField(() => write(part, choices)) : write(part, choices, glue)
    if (written === '') continue
    // Nothing stands between a field and its value, and between - and what it excludes.
    const isTight = text === '' || text.endsWith(':') || text.endsWith(':=') || text.endsWith('-')
    text += (isTight ? '' : glue) + written
  }
  return text
}
