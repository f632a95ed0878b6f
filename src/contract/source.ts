import { z } from 'zod'
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
