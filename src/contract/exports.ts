import { z } from 'zod'
import { command, question } from './calls.ts'
import { failureCodes } from './failure.ts'
import { briefId, sourceId } from './ids.ts'

/** A brief or a casebook becomes a file that others can read. The host writes it; the engine makes its content. */

export const briefFormat = z.enum(['md', 'html'])
export type BriefFormat = z.infer<typeof briefFormat>

export const exportedFile = z.object({ name: z.string(), mediaType: z.string(), content: z.string() })
export type ExportedFile = z.infer<typeof exportedFile>

export const annotationsReport = z.object({
  added: z.int(),
  unchanged: z.int(),
  refused: z.array(z.object({ index: z.int(), code: z.enum(failureCodes), message: z.string() })),
})
export type AnnotationsReport = z.infer<typeof annotationsReport>

export const exportsCalls = {
  'exports.brief': question(z.object({ id: briefId, format: briefFormat }), exportedFile),
  /** W3C Web Annotation JSON-LD; offsets in Unicode code points. */
  'exports.annotations': question(z.object({ source: sourceId.optional() }), exportedFile),
  /** The same back in. What cannot be placed is refused one by one, with the reason; the rest goes in as one step. */
  'exports.importAnnotations': command(z.object({ json: z.string() }), annotationsReport),
} as const
