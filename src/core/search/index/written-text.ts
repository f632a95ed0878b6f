import type { FoundItem } from './found-items.ts'
import { searchedText } from './searched-text.ts'

/** Texts of the analyst's own, as they are searched. */

type Written = Pick<FoundItem, 'searched' | 'isLong' | 'standsAt'>

export function written(text: string): Written {
  return {
    searched: searchedText(text, [{ start: 0, end: text.length }]),
    isLong: false,
    standsAt: () => null,
  }
}

/** Lines that no phrase reaches across. */
export function writtenInParts(parts: readonly string[]): Written {
  let start = 0
  const sections = parts.map((part) => {
    const section = { start, end: start + part.length }
    start = section.end + 1
    return section
  })
  return { searched: searchedText(parts.join('\n'), sections), isLong: false, standsAt: () => null }
}
