import type { Handlers } from '../handlers.ts'
import { listCitations } from './citations.ts'
import { listPassagesToCite } from './passages-to-cite.ts'
import { getBrief, listBriefs } from './read-briefs.ts'
import { addBrief, addMarkdownBrief, changeBrief, deleteBriefs } from './write-briefs.ts'

/** The door of the station: what the analyst writes, with citations that are live links to passages. */

export const briefsHandlers = {
  'briefs.list': listBriefs,
  'briefs.get': getBrief,
  'briefs.citations': listCitations,
  'briefs.passages': listPassagesToCite,
  'briefs.add': addBrief,
  'briefs.addMarkdown': addMarkdownBrief,
  'briefs.change': changeBrief,
  'briefs.delete': deleteBriefs,
} satisfies Partial<Handlers>

export { resolveCitations } from './citations.ts'
export { findBrief } from './read-briefs.ts'
