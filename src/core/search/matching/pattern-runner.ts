import { createContext, Script } from 'node:vm'
import type { Span } from '#text/offsets.ts'

/**
 * Looks a regular expression up in texts, and stops it where it takes too long: some patterns try so many ways that they never end
 * (`(a+)+$`). They run in a context of their own, since only that can be stopped from outside.
 */
export class PatternTooSlow extends Error {}

/** Milliseconds for one batch of texts, and for the places in one text. An ordinary pattern takes a hundredth of it. */
const PATIENCE = { test: 150, find: 50 } as const

/** For each text whether the pattern stands in it. @throws PatternTooSlow */
export function testTexts(pattern: RegExp, texts: readonly string[]): boolean[] {
  sandbox.pattern = pattern
  sandbox.texts = texts
  return run(TEST, PATIENCE.test) as boolean[]
}

/**
 * Where the pattern stands in a text, in text order; what is empty is no match. Nowhere in a text that takes too long, nor in
 * any that is asked for afterwards: a page of such texts would take as many times too long.
 */
export function findPattern(pattern: RegExp, text: string): Span[] {
  if (tooSlow.has(pattern)) return []
  sandbox.pattern = new RegExp(pattern.source, `${pattern.flags}g`)
  sandbox.texts = [text]
  try {
    return (run(FIND, PATIENCE.find) as [number, number][]).map(([start, end]) => ({ start, end }))
  } catch (error) {
    if (!(error instanceof PatternTooSlow)) throw error
    tooSlow.add(pattern)
    return []
  }
}

/** Each search reads its patterns anew, so what is in here is of the search that runs. */
const tooSlow = new WeakSet<RegExp>()

interface Sandbox {
  pattern: RegExp | null
  texts: readonly string[]
}

const sandbox: Sandbox = { pattern: null, texts: [] }
const context = createContext(sandbox)
const TEST = new Script('texts.map((text) => { pattern.lastIndex = 0; return pattern.test(text) })')
const FIND = new Script(`(() => {
  const found = []
  for (const match of texts[0].matchAll(pattern)) {
    if (match[0] !== '') found.push([match.index, match.index + match[0].length])
  }
  return found
})()`)

function run(script: Script, timeout: number): unknown {
  try {
    return script.runInContext(context, { timeout })
  } catch (cause) {
    // The error may come from another context, where `Error` is another one.
    if (Object(cause).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') {
      throw new PatternTooSlow('The pattern takes too long', { cause })
    }
    throw cause
  } finally {
    sandbox.pattern = null
    sandbox.texts = []
  }
}
