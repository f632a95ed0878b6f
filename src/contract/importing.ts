import { z } from 'zod'
import { failureCodes } from './failure.ts'
import { sourceId } from './ids.ts'
import { dateOrder, metadata, metadataField, span, zone } from './source.ts'

/** Bringing files in: what can be said beforehand, and what is told afterwards. */

/** What a column of a table of articles can hold; `none` is left out. */
export const columnField = z.enum([
  'text',
  'title',
  'publisher',
  'author',
  'dateline',
  'published',
  'updated',
  'url',
  'language',
  'none',
])
export type ColumnField = z.infer<typeof columnField>

export const importOptions = z.object({
  /** Read text files in this encoding, whatever they look like. */
  encoding: z.string().optional(),
  /** How numbers like 03/04/2025 are meant; the casebook's own setting where it is left out. */
  dateOrder: dateOrder.optional(),
  password: z.string().optional(),
  /**
   * What the columns of tables of articles are, by their names; the others are taken for what their names say. A name that a table
   * does not have changes nothing there.
   */
  columns: z.record(z.string(), columnField).optional(),
  /**
   * Whether the article in the file at `path` (as the report names it) and the source `of` are versions of one article. Where this
   * says nothing, the clear cases are joined and the others told as possible.
   */
  versions: z.array(z.object({ path: z.string(), of: sourceId, join: z.boolean() })).optional(),
  /** Say what would be made of each file, and keep nothing. */
  dryRun: z.boolean().optional(),
})
export type ImportOptions = z.infer<typeof importOptions>

export const importItem = z.discriminatedUnion('kind', [
  /** A file or folder that the engine can read. */
  z.object({ kind: z.literal('path'), path: z.string() }),
  /** A file whose bytes the page holds (dropped on it or chosen in it). */
  z.object({ kind: z.literal('bytes'), name: z.string(), bytes: z.instanceof(Uint8Array) }),
  /** Something pasted: the plain words, and the markup where there was some. */
  z.object({
    kind: z.literal('paste'),
    text: z.string(),
    html: z.string().optional(),
    name: z.string().optional(),
  }),
])
export type ImportItem = z.infer<typeof importItem>

export const importedSource = metadata.extend({
  id: sourceId,
  path: z.string(),
  label: z.string(),
  language: z.string().nullable(),
  words: z.int(),
  zones: z.array(zone),
  /** Where in the text each value stands; null where it does not stand there. */
  evidence: z.partialRecord(metadataField, span.nullable()),
  warnings: z.array(z.string()),
})
export type ImportedSource = z.infer<typeof importedSource>

/** The same bytes; the same text in other bytes; nearly the same text. */
export const copyKind = z.enum(['exact', 'text', 'near'])
export type CopyKind = z.infer<typeof copyKind>

/** Two sources that may be versions of one article; one of them comes from the file at `path`. */
export const possibleVersion = z.object({
  path: z.string(),
  newer: sourceId,
  older: sourceId,
  similarity: z.number(),
  /** What speaks for it and what against it, in a few words. */
  reason: z.string(),
})
export type PossibleVersion = z.infer<typeof possibleVersion>

export const importReport = z.object({
  imported: z.array(importedSource),
  /** The same bytes are not kept twice. Other copies are sources too and stand in `imported`, told by `id`. */
  duplicates: z.array(
    z.object({
      path: z.string(),
      of: sourceId,
      kind: copyKind,
      similarity: z.number().optional(),
      id: sourceId.optional(),
    }),
  ),
  /** Sources (they stand in `imported` too) that were joined to a chain, right behind `of`. */
  versions: z.array(z.object({ path: z.string(), id: sourceId, of: sourceId, similarity: z.number() })),
  /** Not joined, because it is not clear: for the analyst to decide. */
  possibleVersions: z.array(possibleVersion),
  failed: z.array(z.object({ path: z.string(), code: z.enum(failureCodes), message: z.string() })),
  /** Files in a folder, a mail or an archive that were passed over, with the reason (a link, a device, a picture). */
  skipped: z.array(z.object({ path: z.string(), reason: z.string() })),
  cancelled: z.boolean(),
  /** Why it ended before its end, where something was kept before: a full disk. */
  stopped: z.object({ code: z.enum(failureCodes), message: z.string() }).optional(),
})
export type ImportReport = z.infer<typeof importReport>

/** A column of a table (CSV, JSON), and what it is taken for. */
export const tableColumn = z.object({
  /** As the table writes it; inside JSON with the names above it (`source.name`). */
  name: z.string(),
  field: columnField,
  /** Why: its name, what it holds, because the analyst said so; or nothing told. */
  by: z.enum(['name', 'contents', 'asked', 'nothing']),
})
export type TableColumn = z.infer<typeof tableColumn>

/** An older source that the article of a file may be a newer version of; the likest first. */
export const olderCandidate = z.object({
  of: sourceId,
  /** What the source is called, and when it was published. */
  name: z.string(),
  published: z.string().nullable(),
  similarity: z.number(),
  /** What speaks for it and what against it, in a few words. */
  reason: z.string(),
})
export type OlderCandidate = z.infer<typeof olderCandidate>

/** What is to be decided about a file before it is imported; null where nothing is. */
export const filePreview = z.object({
  path: z.string(),
  /** The encoding was guessed, and another guess would give other words: its name, and how telling words read in it. */
  encoding: z
    .object({
      name: z.string(),
      sample: z.string(),
      /** Other encodings in which the words can be read, and how they read in each; the likeliest first. */
      others: z.array(z.object({ name: z.string(), sample: z.string() })),
    })
    .nullable(),
  /** The date of publication has its day and month in an order that nothing tells: what it would be in each (EDTF). */
  dateOrder: z.object({ words: z.string(), dmy: z.string(), mdy: z.string() }).nullable(),
  /** A table of articles: its columns, and the beginnings of its first rows with a value for each column. */
  table: z.object({ columns: z.array(tableColumn), rows: z.array(z.array(z.string())) }).nullable(),
  /** It may be a newer version of one of these, and it is not clear. `versions` of the import's options answers. */
  older: z.array(olderCandidate).nullable(),
})
export type FilePreview = z.infer<typeof filePreview>
