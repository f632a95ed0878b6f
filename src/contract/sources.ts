import { z } from 'zod'
import { command, job, question } from './calls.ts'
import { sourceId } from './ids.ts'
import { filePreview, importItem, importOptions, importReport } from './importing.ts'
import { metadata, metadataField, source, sourceText, zone } from './source.ts'

/** What can be asked and done about sources. */

export const sourceSort = z.enum([
  'title',
  'publisher',
  'author',
  'published',
  'imported',
  'words',
  'unstated',
])

/** A folder whose new files come into the casebook by themselves. */
export const watchedFolder = z.object({
  path: z.string(),
  /** `idle`: this program does not watch, it only answers. `missing`: there is no such folder on this machine now. */
  state: z.enum(['watching', 'idle', 'missing']),
  /** What became of the last files that came, since the casebook was opened. */
  last: z
    .object({
      at: z.string(),
      imported: z.int(),
      failed: z.array(z.object({ path: z.string(), message: z.string() })),
    })
    .nullable(),
})
export type WatchedFolder = z.infer<typeof watchedFolder>

/** Which sources. */
const sourceFilter = z.object({
  /** Keep sources that have all these words, or parts of words, in title, label, publisher and author; case and accents make no difference. */
  filter: z.string().optional(),
  /** Keep sources for which this field is empty. */
  missing: metadataField.optional(),
  /** Of each chain of versions the newest one alone. */
  newest: z.boolean().optional(),
})

/** Which sources, in which order, and which stretch of them. */
const sourceList = sourceFilter.extend({
  /** `unstated`: by how many of title, publisher, author and date are missing. */
  sort: sourceSort.optional(),
  descending: z.boolean().optional(),
  offset: z.int().nonnegative().optional(),
  limit: z.int().positive().optional(),
})

/** The sources that a command is about: these by name, or all that a list holds, but a few. One of the two. */
const chosenSources = z.object({
  ids: z.array(sourceId).min(1).optional(),
  all: sourceFilter.extend({ except: z.array(sourceId).optional() }).optional(),
})
export type ChosenSources = z.infer<typeof chosenSources>

export const sourcesCalls = {
  'sources.list': question(sourceList, z.object({ total: z.int(), items: z.array(source) })),
  /** The ids alone, all of them where no limit is given: for choosing many. */
  'sources.ids': question(sourceList, z.object({ ids: z.array(sourceId) })),
  /** By id; also by path, file name or `sha256:…`, so that a terminal need not know ids. */
  'sources.find': question(z.object({ what: z.string() }), source),
  'sources.read': question(z.object({ id: sourceId }), sourceText),
  'sources.original': question(
    z.object({ id: sourceId }),
    z.object({ name: z.string(), bytes: z.instanceof(Uint8Array) }),
  ),
  'sources.import': job(
    z.object({
      items: z.array(importItem).min(1),
      options: importOptions.optional(),
      /** For single files, by their paths as the report names them; they go before `options`. */
      fileOptions: z.record(z.string(), importOptions).optional(),
    }),
    importReport,
  ),
  /**
   * Looks at files before they are imported. Tells only those that leave something to decide, and keeps nothing. What cannot be
   * read is not among them: the import says why. Whether files are versions of what the casebook holds is looked for in the first
   * few hundred of them, and in files of one article; of others the report of the import tells it.
   */
  'sources.preview': job(
    z.object({ items: z.array(importItem).min(1), options: importOptions.optional() }),
    z.object({ files: z.array(filePreview) }),
  ),
  'sources.watched': question(z.object({}), z.object({ folders: z.array(watchedFolder) })),
  /** What is in the folder comes in at once, what is put there later as soon as it is whole. */
  'sources.watch': command(z.object({ path: z.string() }), z.object({ folders: z.array(z.string()) })),
  /** What came in stays. */
  'sources.unwatch': command(z.object({ path: z.string() }), z.object({ folders: z.array(z.string()) })),
  'sources.edit': command(chosenSources.extend({ set: metadata.partial() }), z.object({ changed: z.int() })),
  'sources.rezone': command(
    z.object({ id: sourceId, zones: z.array(zone) }),
    z.object({ zones: z.array(zone) }),
  ),
  'sources.delete': command(chosenSources, z.object({ deleted: z.int() })),
} as const
