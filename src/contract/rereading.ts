import { z } from 'zod'
import { job, question } from './calls.ts'
import { reanchoring } from './highlights.ts'
import { sourceId } from './ids.ts'
import { filePreview, importOptions } from './importing.ts'

/** A wrong guess at the import is put right from the original bytes, which are kept. */

/** What became of a source whose original was read again. */
export const rereadSource = z.object({
  /** The last reading of the source that was asked for. */
  id: sourceId,
  textChanged: z.boolean(),
  /** Where marks stand on the words, the new ones are a newer version of them; null where the source itself was put right. */
  version: sourceId.nullable(),
})
export type RereadSource = z.infer<typeof rereadSource>

export const rereading = z.object({
  items: z.array(rereadSource),
  /** What became of the marks on the new versions. */
  highlights: z.array(reanchoring),
  warnings: z.array(z.string()),
})
export type Rereading = z.infer<typeof rereading>

export const rereadingCalls = {
  /** How the original of a source could be read otherwise. */
  'sources.readings': question(
    z.object({ id: sourceId }),
    z.object({
      /** How its words would read in other encodings; null where its kind of file names its own. */
      encodings: z.array(z.object({ name: z.string(), sample: z.string() })).nullable(),
      /** The columns of the table that it is a row of, as they would be taken now, with the first rows. */
      table: filePreview.shape.table,
      /** How many other sources come from the same file. */
      others: z.int(),
    }),
  ),
  /**
   * Takes the kept original apart once more, in another encoding, with another order of dates or with other columns, as one step.
   * What the analyst corrected by hand stays. A text on which marks stand, or were looked for, stays too: the new words become a
   * newer version of it, with its marks carried along.
   */
  'sources.reread': job(
    z.object({
      id: sourceId,
      options: importOptions,
      /** All sources that come from the same file, and not this one alone. */
      wholeFile: z.boolean().optional(),
    }),
    rereading,
  ),
} as const
