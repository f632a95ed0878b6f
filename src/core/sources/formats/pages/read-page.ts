import { type PageDocument, treeOf } from './page.ts'
import { isWhole, moveInto } from './whole-page.ts'

/** A page, or a piece of one, with the single `html`, `head` and `body` that browsers give it. */
export function readPage(html: string): PageDocument {
  const page = treeOf(html)
  if (isWhole(page, html)) return page
  const whole = treeOf('<!DOCTYPE html><html><head></head><body></body></html>')
  moveInto(whole, page)
  return whole
}
