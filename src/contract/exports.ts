import { z } from 'zod'
import { command, job, question } from './calls.ts'
import { failureCodes } from './failure.ts'
import { briefId, highlightId, sourceId } from './ids.ts'
import { listProblem } from './query-lists.ts'

/** A brief or a casebook becomes a file that others can read. The host writes it; the engine makes its content. */

export const briefFormat = z.enum(['md', 'html'])
export type BriefFormat = z.infer<typeof briefFormat>

export const exportedFile = z.object({ name: z.string(), mediaType: z.string(), content: z.string() })
export type ExportedFile = z.infer<typeof exportedFile>

/** A table as a file, how many queries are in it, and the lines of the list that are not. */
export const queryTable = exportedFile.extend({ queries: z.int(), problems: z.array(listProblem) })
export type QueryTable = z.infer<typeof queryTable>

export const annotationsReport = z.object({
  added: z.int(),
  /** Here already, and saying the same. */
  unchanged: z.int(),
  /** Here already by their identifiers, and saying something else now: the highlights are left as they are. */
  different: z.array(z.object({ index: z.int(), highlight: highlightId, message: z.string() })),
  refused: z.array(z.object({ index: z.int(), code: z.enum(failureCodes), message: z.string() })),
})
export type AnnotationsReport = z.infer<typeof annotationsReport>

export const exportsCalls = {
  'exports.brief': question(z.object({ id: briefId, format: briefFormat }), exportedFile),
  /** W3C Web Annotation JSON-LD; offsets in Unicode code points. */
  'exports.annotations': question(z.object({ source: sourceId.optional() }), exportedFile),
  /** The same back in, or what Hypothesis exports (JSON, CSV): `content` is the file's. What cannot be placed is refused one by one, with the reason; the rest goes in as one step. */
  'exports.importAnnotations': command(z.object({ content: z.string() }), annotationsReport),
  /** What a list of queries finds, as CSV. `byteOrderMark`: some spreadsheets take it as the sign of UTF-8. */
  'exports.queryTable': job(
    z.object({ list: z.string(), byteOrderMark: z.boolean().optional() }),
    queryTable,
  ),
} as const
