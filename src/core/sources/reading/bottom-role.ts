import { isCredit, type OpenLine } from './by-place.ts'
import type { Role } from './line-roles.ts'
import { areNames } from './names.ts'

/** Who wrote the article and what is said of them, below its last paragraph. */

const bio =
  /^(?:\p{Lu}[\p{L}'’.-]+\s+){1,4}(?:is|was|are|and \p{Lu}.{3,40} are)\s+(?:an?|the|[\p{L}\s-]{0,30})\s*.{0,80}\b(?:reporter|journalist|correspondent|columnist|fellow|editor|writer|analyst|contributor|author|researcher|professor|lecturer|scholar|director|historian|bureau chief|expert)\b/u
const longestBio = 500
const contributed = /\bcontributed (?:to this|reporting)\b/i

/** What a line is that nothing but the end of the text, or other such lines, follows. */
export function roleAtBottom(drafts: readonly OpenLine[], at: number, authors: ReadonlySet<string>): Role {
  const draft = drafts[at]
  if (draft === undefined) return 'body'
  if (draft.edge !== null) return draft.edge
  const name = draft.text.replace(/^[—–-]+\s*/, '')
  if (
    authors.has(name) ||
    (areNames(name) && (isCredit(drafts[at + 1]) || draft.afterGap || name !== draft.text))
  )
    return 'credit'
  if (contributed.test(draft.text)) return 'chrome'
  if (draft.text.length < longestBio && [...authors].some((one) => draft.text.startsWith(`${one} `)))
    return 'bio'
  return draft.text.length < longestBio && bio.test(draft.text) ? 'bio' : 'body'
}
