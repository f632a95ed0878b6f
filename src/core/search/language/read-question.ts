import { isParticle } from './particles.ts'
import { anyOf, type Query, type Words } from './query.ts'

/**
 * A question typed in plain words (`who denied the report`) as what it asks for: any of the words that say something, best first.
 * Its words all together would hardly stand in one text. Null where the query is no question.
 */
export function readQuestion(typed: string, query: Query): Query | null {
  if (query.op !== 'run' || query.of.length < 3 || !asks(typed)) return null
  const telling = query.of.filter((part) => part.words.some((word) => !saysNothing(word)))
  return telling.length === 0 ? null : anyOf(telling.map((part): Words => part))
}

/** Begins with a question word (in capitals it may be a name: WHO), or ends with a question mark. */
function asks(typed: string): boolean {
  const [first = ''] = typed.trim().split(/\s+/)
  const isName = first.length > 1 && first === first.toUpperCase()
  return /\?\s*$/.test(typed) || (!isName && QUESTION_WORDS.has(first.toLowerCase()))
}

function saysNothing(word: string): boolean {
  return QUESTION_WORDS.has(word) || AUXILIARIES.has(word) || isParticle(word)
}

const QUESTION_WORDS = new Set('who whom whose what when where why how which did does'.split(' '))
const AUXILIARIES = new Set(
  'do was were are be been has have had will would can could should may might not there that this their his her its it he she they we you i about after before many much'.split(
    ' ',
  ),
)
