import { endsLikeSentence } from './headline.ts'
import type { Line } from './lines.ts'

/** What hangs below an article as a block of its own: lists of other articles, and what a press release says of its sender. */

const opensList =
  /^(?:more (?:on|about) th(?:is|e)\b.*|more (?:stories|news|from\b.*)|related\b.{0,20}|(?:most|also) (?:read|popular)|read (?:more|next)|recommended(?: for you)?|you (?:may|might) also like|topics?|tags|mehr zum thema|sur le même sujet|más noticias|по теме|ilgili haberler|مواضيع ذات صلة|関連記事)\s*:?$/iu
const opensContact =
  /^(?:(?:media|press)\s+(?:contacts?|enquiries|inquiries)|contacts?|notes? to editors?|for (?:more|further) information(?:,? please)?(?: contact)?)\s*(?::.{0,80})?$/i
const about = /^about (?:the )?(?<name>\p{Lu}\S.{1,60})$/iu
const longestItem = 120
/** A tail of more lines is none, and none begins in the first third of what stands below the headline. */
const longestTail = 60
const longestContact = 15
const leastBefore = 1 / 3

/** @returns the number of the first line of such a block; the number of lines where there is none */
export function startOfTail(lines: readonly Line[], top: number): number {
  const from = Math.max(
    top + 1,
    Math.ceil(top + (lines.length - top) * leastBefore),
    lines.length - longestTail,
  )
  const at = lines.findIndex((_, number) => number >= from && opensTail(lines, number))
  return at < 0 ? lines.length : at
}

function opensTail(lines: readonly Line[], at: number): boolean {
  const [line, ...rest] = lines.slice(at)
  if (line === undefined || line.text.length > longestItem || endsLikeSentence(line.text)) return false
  if (opensContact.test(line.text)) return rest.length < longestContact
  if (opensList.test(line.text))
    return rest.every(({ text }) => text.length < longestItem && !endsLikeSentence(text))
  const name = about.exec(line.text)?.groups?.['name']
  // `About the Orlan Institute` above a paragraph that says who that is, at the end of what it sent out.
  return name !== undefined && rest[0]?.text.includes(name) === true && rest.length < longestContact
}
