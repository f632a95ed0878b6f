import type { MetadataField } from '#contract/source.ts'
import type { Article, Found, FoundFields } from '../../article.ts'
import { areNames } from '../../reading/names.ts'
import { isOutlet } from '../../reading/outlets.ts'
import { normaliseStamp } from '../../reading/stamps.ts'
import { cleanText } from '../encodings/clean-text.ts'

/**
 * What a document's properties say. They are the file's and not the article's: often a template's, a program's or an account's. So a
 * title or a writer that may be the article's is a guess, behind whatever the words tell; all else only stands beside another value.
 */

export interface DocumentProperties {
  readonly title?: string | null | undefined
  readonly author?: string | null | undefined
  readonly created?: string | null | undefined
  readonly modified?: string | null | undefined
}

export function readProperties(properties: DocumentProperties): Required<Pick<Article, 'stated' | 'beside'>> {
  const { title, author, created, modified } = properties
  const said: readonly (readonly [MetadataField, Found | null, boolean])[] = [
    ['title', propertySays('title', title), mayBeTitle(wordsOf(title))],
    ['author', propertySays('author', author), mayBeAuthor(wordsOf(author))],
    ['published', propertySays('created', created, normaliseStamp), false],
    ['updated', propertySays('modified', modified, normaliseStamp), false],
  ]
  const those = (may: boolean): FoundFields =>
    Object.fromEntries(
      said.flatMap(([field, found, mayBe]) => (found !== null && mayBe === may ? [[field, found]] : [])),
    )
  return { stated: those(true), beside: those(false) }
}

function propertySays(
  name: keyof DocumentProperties,
  raw: string | null | undefined,
  read: (words: string) => string | null = (words) => words,
): Found | null {
  const words = wordsOf(raw)
  const value = words === '' ? null : read(words)
  if (value === null) return null
  const rule = `${name} in the file’s properties`
  return { value, evidence: { span: null, from: 'header', words, rule, certainty: 'guess' } }
}

function wordsOf(raw: string | null | undefined): string {
  return cleanText((raw ?? '').replace(/[\s\0]+/g, ' ').trim()).text
}

const ofAProgram =
  /^(?:microsoft |word |powerpoint |openoffice|libreoffice|adobe )|\.(?:docx?|rtf|odt|pdf|indd|qxp|pptx?|xlsx?|html?|txt|tmp)$/i
const ofATemplate =
  /^(?:untitled|no ?title|ohne titel|sans titre|sin título|document|dokument|documento|документ|layout|slide|print|scan|normal|blank|new|copy)[\s_-]*\d*$/i

function mayBeTitle(words: string): boolean {
  return !ofAProgram.test(words) && !ofATemplate.test(words) && !/^\S*[\d_]\S*$/.test(words)
}

const ofAnAccount =
  /\b(?:admin(?:istrator)?|user|owner|guest|root|windows|office|microsoft|adobe|acrobat|latex|tex|distiller|quark\S*|indesign|unknown|author|default|editor|scanner|xerox|canon)\b/i

function mayBeAuthor(words: string): boolean {
  return !ofAnAccount.test(words) && (areNames(words) || isOutlet(words) || isWrittenWithoutCapitals(words))
}

/** Names of scripts that know no capitals, of two words at least: one alone may be an account. */
function isWrittenWithoutCapitals(words: string): boolean {
  return /^[\p{Lo}\p{M}'’-]+(?:\s+[\p{Lo}\p{M}'’.-]+)+$/u.test(words)
}
