import { z } from 'zod'
import { command, job, question } from './calls.ts'
import { failureCodes } from './failure.ts'
import { sourceId } from './ids.ts'

/** An imported article: original bytes, an unchanging text, and metadata that can be corrected. */

export const zoneKind = z.enum(['headline', 'byline', 'dateline', 'body', 'caption', 'boilerplate'])
export type ZoneKind = z.infer<typeof zoneKind>

/** Offsets are UTF-16 code units on the source's text, end exclusive. */
export const span = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() })
export type Span = z.infer<typeof span>

export const zone = span.extend({ kind: zoneKind })
export type Zone = z.infer<typeof zone>

export const blockKind = z.enum(['paragraph', 'heading', 'list-item', 'quote', 'caption', 'table', 'code'])
export const textBlock = span.extend({ kind: blockKind, level: z.int().optional() })
export type TextBlock = z.infer<typeof textBlock>

/** What the markup said about the text: its blocks, its links (data, never followed), its page and chapter marks. */
export const structure = z.object({
  blocks: z.array(textBlock),
  links: z.array(span.extend({ href: z.string() })),
  marks: z.array(z.object({ kind: z.enum(['page', 'chapter']), at: z.int(), label: z.string() })),
})
export type Structure = z.infer<typeof structure>

export const metadataField = z.enum(['title', 'publisher', 'author', 'dateline', 'published', 'updated'])
export type MetadataField = z.infer<typeof metadataField>

const origin = z.enum(['text', 'markup', 'header', 'column', 'filename', 'analyst'])

/** A value that the file tells for a field as well, and that was not taken. */
export const otherValue = z.object({ value: z.string(), from: origin, words: z.string(), rule: z.string() })
export type OtherValue = z.infer<typeof otherValue>

/** Where a value comes from. `span` is null where it was not taken from the text itself (markup, a header, a table's column, the analyst). */
export const evidence = z.object({
  span: span.nullable(),
  from: origin,
  /** The words as they stand there. */
  words: z.string(),
  /** The rule that took them, in a few words. */
  rule: z.string(),
  certainty: z.enum(['stated', 'guess']),
  /** What else the file tells for this field, the likeliest first; left out where nothing disagrees. */
  others: z.array(otherValue).optional(),
})
export type Evidence = z.infer<typeof evidence>

export const metadata = z.object({
  title: z.string().nullable(),
  publisher: z.string().nullable(),
  author: z.string().nullable(),
  dateline: z.string().nullable(),
  /** EDTF: `2025-11-07`, `2024-12`, `2025-11-07T10:49`. */
  published: z.string().nullable(),
  updated: z.string().nullable(),
})
export type Metadata = z.infer<typeof metadata>

export const evidenceByField = z.partialRecord(metadataField, evidence.nullable())
export type EvidenceByField = z.infer<typeof evidenceByField>

export const textDirection = z.enum(['ltr', 'rtl'])

export const source = metadata.extend({
  id: sourceId,
  /** What to call it where it has no title: the file's name, or its first words. Never stored as its title. */
  label: z.string(),
  path: z.string().nullable(),
  /** Where it stands on the web, if the file says so. Never visited. */
  url: z.string().nullable().optional(),
  format: z.string(),
  language: z.string().nullable(),
  direction: textDirection,
  words: z.int(),
  /** Length of the text in UTF-16 code units. */
  length: z.int(),
  /** SHA-256 of the original bytes, hexadecimal. */
  sha256: z.string(),
  bytes: z.int(),
  imported: z.string(),
  evidence: evidenceByField,
  /** The source that this one is a newer version of. */
  replaces: sourceId.nullable(),
  /** The newer version of this one. */
  replacedBy: sourceId.nullable(),
  highlights: z.int(),
})
export type Source = z.infer<typeof source>

export const sourceText = z.object({
  source,
  text: z.string(),
  zones: z.array(zone),
  structure,
})
export type SourceText = z.infer<typeof sourceText>

/** How 03/04/2025 is meant. The setting `date-order` of a casebook is one of these. */
export const dateOrder = z.enum(['dmy', 'mdy', 'ymd'])
export type DateOrder = z.infer<typeof dateOrder>

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
  /** Keep sources whose title, label, publisher or author has these letters; case and accents make no difference. */
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
