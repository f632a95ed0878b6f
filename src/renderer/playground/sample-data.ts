import type { Brief, Citation, FoundCitation } from '#contract/briefs.ts'
import type { Step } from '#contract/casebook.ts'
import type { Entity } from '#contract/entities.ts'
import type { Highlight, HighlightType } from '#contract/highlights.ts'
import type { SourceId } from '#contract/ids.ts'
import { type Prose, proseFromText } from '#contract/prose.ts'
import type { Evidence, MetadataField, Source, SourceText, Span } from '#contract/source.ts'

/** A few short invented articles on an invented dispute, and what an analyst made of them: for looking at screens. */

interface Article {
  readonly id: `source_${string}`
  readonly path: string
  readonly publisher: string | null
  readonly published: string | null
  readonly author: string | null
  readonly language?: string
  /** The first line is the headline, unless it has none. */
  readonly title: string | null
  readonly text: string
}

const articles: readonly Article[] = [
  {
    id: 'source_a1f00001',
    path: 'wire/01-freighter-boarded.txt',
    title: 'Qasmaran patrol boats board Tavland grain ship in Karsa Strait',
    publisher: 'Norrel Wire',
    author: 'Idris Wendell',
    published: '2024-03-03',
    text: `Qasmaran patrol boats board Tavland grain ship in Karsa Strait
By Idris Wendell
Norrel Wire

PORT SELDEN, March 3 — Qasmaran patrol boats stopped and boarded a Tavland-flagged freighter in the Karsa Strait at dawn on Friday, Tavland’s coast guard said.

The Merrin Grace, a 190-metre bulk carrier loaded with barley, was bound for the open sea when two boats of the Karsa Strait Authority came alongside at 4:40 a.m.

“All 17 members of the crew were taken below and the ship was brought about under escort,” said Commodore Hanne Vedel. “We know where she is because we can see her from the hill.”

A one-line statement from the office of President Idris al-Tamwari said the ship had “declined the services of a pilot required by law”.`,
  },
  {
    id: 'source_a1f00002',
    path: 'courier/quiet-talks.html',
    title: 'Quiet talks over the strait since December',
    publisher: 'The Selden Courier',
    author: null,
    published: '2024-06-29',
    text: `Quiet talks over the strait since December
The Selden Courier, 29 June 2024

Tavland and Qasmara have been talking in secret through at least four channels since December, The Harbour Letter reported on Friday.

President Idrees al-Tamwari approved the talks himself, the newsletter said, citing two people familiar with them. The prime minister, Elsbet Corrane, was told in January.

Read more: what the pilots say
Read more: the price of a door`,
  },
  {
    id: 'source_a1f00003',
    path: 'pasted 2024-07-02',
    title: null,
    publisher: null,
    author: null,
    published: null,
    text: `Soundings: what the fee is really about. The fee at the heart of the dispute was set at 1,000 crowns a passage in 2022 and has been raised twice. Both governments lean on the Belcastre Protocol, and both have stopped reading it.`,
  },
  {
    id: 'source_a1f00004',
    path: 'ministry/statement.ar.html',
    title: 'بيان وزارة الخارجية بشأن المضيق',
    publisher: 'Ministry of Foreign Affairs',
    author: null,
    published: '2024-07',
    language: 'ar',
    text: `بيان وزارة الخارجية بشأن المضيق
نفت وزارة الخارجية القسمرية وجود أي محادثات سرية مع تافلاند بشأن مضيق كرسا، وقالت إن الرئيس إدريس التموري لم يوافق على أي قناة.`,
  },
]

const otherPublisher = {
  value: 'Belcastre Media Group',
  from: 'markup',
  words: 'Belcastre Media Group',
  rule: 'JSON-LD publisher',
} as const

function evidenceFor(article: Article, field: MetadataField): Evidence | null {
  const value = field === 'dateline' || field === 'updated' ? null : article[field]
  if (value === null) return null
  const words = field === 'published' ? (article.text.match(/(?:March 3|29 June 2024)/)?.[0] ?? value) : value
  const start = article.text.indexOf(words)
  return {
    span: start < 0 ? null : { start, end: start + words.length },
    from: start < 0 ? 'markup' : 'text',
    words,
    rule: field === 'published' ? 'the dateline, with the year of the file' : 'first lines of the text',
    certainty: article.id === 'source_a1f00001' && field === 'published' ? 'guess' : 'stated',
    ...(article.id === 'source_a1f00001' && field === 'publisher' && { others: [otherPublisher] }),
  }
}

function sourceOf(article: Article, at: number): Source {
  const fields = ['title', 'publisher', 'author', 'published'] as const
  return {
    id: article.id,
    title: article.title,
    publisher: article.publisher,
    author: article.author,
    dateline: at === 0 ? 'PORT SELDEN, March 3' : null,
    published: article.published,
    updated: null,
    label: article.title ?? article.text.slice(0, 48),
    path: article.path,
    format: article.path.endsWith('html') ? 'html' : 'txt',
    language: article.language ?? 'en',
    direction: article.language === 'ar' ? 'rtl' : 'ltr',
    words: article.text.split(/\s+/).length,
    length: article.text.length,
    sha256: `${at}b5d4045c3f466fa91fe2cc6abe79232a1a57cdf104f7a26e716e0a1e2789df7`,
    bytes: article.text.length + 120,
    imported: '2026-01-05T09:12:00Z',
    evidence: Object.fromEntries(fields.map((field) => [field, evidenceFor(article, field)])),
    replaces: null,
    replacedBy: null,
    highlights: sampleHighlights.filter(({ source }) => source === article.id).length,
  }
}

export function sampleText(source: Source): SourceText {
  const text = articles.find(({ id }) => id === source.id)?.text ?? 'A generated article.\n\nIt says nothing.'
  return {
    source,
    text,
    zones: zonesOf(text, source),
    structure: { blocks: [], links: [], marks: [] },
  }
}

function zonesOf(text: string, source: Source): SourceText['zones'] {
  const title = source.title === null ? 0 : source.title.length
  const furniture = text.indexOf('Read more:')
  const end = furniture === -1 ? text.length : furniture - 1
  return [
    ...(title === 0 ? [] : [{ kind: 'headline' as const, start: 0, end: title }]),
    { kind: 'body' as const, start: title, end },
    ...(furniture === -1 ? [] : [{ kind: 'boilerplate' as const, start: furniture, end: text.length }]),
  ]
}

/** As many sources as a large casebook has, made as they are looked at. */
export function generatedSource(index: number): Source {
  const outlets = ['Norrel Wire', 'The Selden Courier', 'Tavland Dispatch', null]
  const publisher = outlets[index % outlets.length] ?? null
  const number = (index + 1).toLocaleString('en')
  const [pattern] = sampleSources
  if (pattern === undefined) throw new Error('There are no sample sources')
  return {
    ...pattern,
    id: `source_${index.toString(16).padStart(8, '0')}`,
    title: index % 11 === 3 ? null : `Report ${number} from the strait`,
    label: `report-${index + 1}.txt`,
    publisher,
    author: index % 3 === 0 ? null : 'Idris Wendell',
    published: index % 7 === 5 ? null : `2024-${String((index % 12) + 1).padStart(2, '0')}`,
    highlights: index % 13 === 0 ? 4 : 0,
    words: 300 + (index % 900),
  }
}

export const sampleTypes: readonly HighlightType[] = [
  { id: 'type_b0000001', name: 'Statement', colour: 'yellow', underline: 'solid', key: 1 },
  { id: 'type_b0000002', name: 'Number', colour: 'blue', underline: 'dashed', key: 2 },
  { id: 'type_b0000003', name: 'Doubtful', colour: 'red', underline: 'wavy', key: 3 },
]

const sampleNote = proseFromText(
  'The courier counts 17 of the crew, too; where it has them from is not said.',
)

export const sampleHighlights: readonly Highlight[] = [
  highlightOf('highlight_c0000001', 'All 17 members of the crew were taken below', 'type_b0000001', ['crew']),
  highlightOf('highlight_c0000002', 'President Idris al-Tamwari', 'type_b0000002', []),
  {
    ...highlightOf('highlight_c0000003', 'إدريس التموري', 'type_b0000001', [], 'source_a1f00004'),
    entities: ['entity_d0000001', 'entity_d0000004'],
  },
]

function highlightOf(
  id: `highlight_${string}`,
  quote: string,
  type: `type_${string}`,
  tags: string[],
  source: SourceId = 'source_a1f00001',
): Highlight {
  const article = articles.find((one) => one.id === source)
  const text = article?.text ?? ''
  const span: Span = { start: text.indexOf(quote), end: text.indexOf(quote) + quote.length }
  return {
    id,
    source,
    passages: [
      {
        ...span,
        quote,
        prefix: text.slice(Math.max(0, span.start - 32), span.start),
        suffix: text.slice(span.end, span.end + 32),
      },
    ],
    type,
    tags,
    note: id.endsWith('1') ? sampleNote : null,
    entities: id.endsWith('2') ? ['entity_d0000001'] : [],
    anchoring: { state: 'exact' },
    created: '2026-01-05T09:20:00Z',
    changed: '2026-01-05T09:20:00Z',
  }
}

/** After the marks, which they count. */
export const sampleSources: readonly Source[] = articles.map(sourceOf)

export const sampleEntities: readonly Entity[] = [
  entityOf(
    'entity_d0000001',
    'person',
    'Idris al-Tamwari',
    ['Idrees al-Tamwari', 'al-Tamwari', 'إدريس التموري'],
    4,
  ),
  entityOf('entity_d0000002', 'person', 'Elsbet Corrane', ['Corrane'], 1),
  entityOf('entity_d0000003', 'organisation', 'Karsa Strait Authority', ['the Authority'], 2),
  entityOf('entity_d0000004', 'place', 'Karsa Strait', ['the strait', 'مضيق كرسا'], 9),
  entityOf('entity_d0000005', 'agreement', 'Belcastre Protocol', [], 1),
]

function entityOf(
  id: `entity_${string}`,
  type: Entity['type'],
  name: string,
  aliases: string[],
  mentions: number,
): Entity {
  return {
    id,
    type,
    name,
    aliases,
    notes: null,
    iri: `urn:casebook:${id}`,
    mentions,
    sources: Math.min(mentions, 3),
    created: '2026-01-05T09:30:00Z',
    changed: '2026-01-05T09:30:00Z',
  }
}

export const sampleBriefs: readonly Brief[] = [
  {
    id: 'brief_e0000001',
    title: 'The Karsa Strait, December 2023 to July 2024',
    words: 412,
    citations: 6,
    created: '2026-01-05T10:00:00Z',
    changed: '2026-01-05T11:40:00Z',
  },
]

/** The highlights as a brief cites them; the last one was deleted since. */
export const sampleCitations: readonly Citation[] = [
  ...sampleHighlights.map(citationOf),
  { state: 'missing', highlight: 'highlight_c0000009' },
]

function citationOf({ id, source, passages: [passage] }: Highlight): FoundCitation {
  const article = sampleSources.find((one) => one.id === source)
  return {
    state: 'found',
    highlight: id,
    source,
    sourceTitle: article?.title ?? '',
    publisher: article?.publisher ?? null,
    author: article?.author ?? null,
    published: article?.published ?? null,
    start: passage?.start ?? 0,
    end: passage?.end ?? 0,
    quote: passage?.quote ?? '',
    before: passage?.prefix ?? '',
    after: passage?.suffix ?? '',
  }
}

export const sampleProse: Prose = {
  version: 1,
  blocks: [
    { kind: 'heading', level: 2, inlines: [{ kind: 'text', text: 'What the sources dispute' }] },
    {
      kind: 'paragraph',
      inlines: [
        { kind: 'text', text: 'Tavland counted seventeen' },
        { kind: 'citation', highlight: 'highlight_c0000001' },
        { kind: 'text', text: '; the decree was signed by the president', marks: ['italic'] },
        { kind: 'citation', highlight: 'highlight_c0000002' },
        { kind: 'text', text: '. A passage that is gone' },
        { kind: 'citation', highlight: 'highlight_c0000009' },
        { kind: 'text', text: '.' },
      ],
    },
    {
      kind: 'quote',
      inlines: [
        { kind: 'text', text: 'All 17 members of the crew were taken below ' },
        { kind: 'citation', highlight: 'highlight_c0000001' },
      ],
    },
    {
      kind: 'list',
      ordered: false,
      items: [
        { inlines: [{ kind: 'text', text: 'The hour' }] },
        { inlines: [{ kind: 'entity', entity: 'entity_d0000001', text: 'Idris al-Tamwari' }] },
      ],
    },
  ],
}

export const sampleSteps: readonly Step[] = [
  {
    step: 6,
    at: '2026-01-05T11:41:00Z',
    title: 'Changed “The Karsa Strait, December 2023 to July 2024”',
    state: 'undone',
  },
  { step: 5, at: '2026-01-05T11:40:00Z', title: 'Linked 12 passages to Idris al-Tamwari', state: 'done' },
  { step: 4, at: '2026-01-05T10:00:00Z', title: 'Added the brief “The Karsa Strait”', state: 'done' },
  { step: 3, at: '2026-01-05T09:30:00Z', title: 'Added 5 entities', state: 'done' },
  { step: 2, at: '2026-01-05T09:20:00Z', title: 'Highlighted “All 17 members of the crew…”', state: 'done' },
  { step: 1, at: '2026-01-04T17:12:00Z', title: 'Imported 4 sources', state: 'done' },
]
