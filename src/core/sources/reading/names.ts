import { isOutlet } from './outlets.ts'
import { isSectionName } from './page-chrome.ts'
import { isPlace } from './places.ts'

/** People's names as a byline writes them: two to four words, each with a capital, with the small words names have. */

const particle = String.raw`(?:al|el|bin|ben|ibn|abu|de|da|di|del|della|dos|la|le|van|von|der|den|ter|ter|y|st\.?|ul|ur)`
const joined = String.raw`(?:(?:[aA]l|[eE]l|[aA]sh|[aA]s|[aA]n|[dDO]['’]|[lL]['’])[-'’]?)?`
const nameWord = String.raw`(?:${joined}\p{Lu}[\p{L}\p{M}'’-]*\.?|\p{Lu}\.(?:\p{Lu}\.)*)`
const fullName = new RegExp(String.raw`^${nameWord}(?:\s+(?:${particle}\s+){0,2}${nameWord}){1,4}$`, 'u')
const singleName = new RegExp(String.raw`^${nameWord}$`, 'u')
const uncased = /^[\p{Lo}\p{M}'’-]+(?:\s+[\p{Lo}\p{M}'’.-]+){1,4}$/u

const notNames =
  /\b(?:The|This|That|And|For|With|From|After|Before|How|Why|What|When|Where|Who|Is|Are|Was|In|On|At|To|Of|By|As|Read|More|News|Report|Talks|Deal|Says|Staff|Share|Photo|Video|Watch|Live|Breaking|Update|Updated|Published|Getty|Images|File|Advertisement|Editorial|Board|Desk|Team|Department|Ministry|Council|University|Institute|President|Minister|War|Peace|Day|Week|Page|Comments?|Sign|Subscribe|Newsletter|Israeli|Syrian|Russian|American|Iranian|Chinese|Turkish)\b/

const joiner = /\s*(?:,\s*(?:and\s+)?|\s+and\s+|\s+&\s+|\s+und\s+|\s+et\s+|\s+y\s+|\s+e\s+|\s*;\s*)\s*/u

/** Whether these words, with nothing else beside them, are the names of one or several people. */
export function areNames(words: string): boolean {
  if (words.length > 160) return false
  const people = words.split(joiner)
  return people.length <= 8 && people.every(isName)
}

/** Whether these are names where something else already says so ("By"): one word and other scripts will do. */
export function areNamesAfterBy(words: string): boolean {
  const people = words.split(joiner)
  return people.length <= 8 && people.every((one) => isName(one) || singleName.test(one) || uncased.test(one))
}

function isName(words: string): boolean {
  return (
    fullName.test(words) &&
    !notNames.test(words) &&
    !isOutlet(words) &&
    !isPlace(words) &&
    !isSectionName(words)
  )
}
