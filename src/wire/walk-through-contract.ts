import type { CallInput, CallName, CallOutput } from '#contract/engine.ts'
import { CasebookError } from '#contract/failure.ts'
import type { HighlightId, SourceId } from '#contract/ids.ts'
import { proseFromText } from '#contract/prose.ts'

/**
 * Asks every call of the contract at least once, on a casebook that is new: for tests. A call that is added to the contract gets
 * its sample here; until it has one, `far-engine.test.ts` fails.
 */

export type Ask = <N extends CallName>(name: N, input: CallInput<N>) => Promise<CallOutput<N>>

export async function walkThroughContract(ask: Ask, folder: string): Promise<void> {
  const sources = await walkThroughSources(ask, folder)
  const highlights = await walkThroughHighlights(ask, sources)
  await walkThroughEntities(ask, sources, highlights)
  await walkThroughBriefs(ask, highlights)
  await walkThroughSearch(ask, sources)
  await walkThroughExports(ask, sources)
  await walkThroughCasebook(ask, sources, folder)
}

const article = `Harbour of Marrowgate closed

MARROWGATE, 3 March 2025 — The harbour was closed on Monday, said Ana Prelle, who runs it. 😀 It opened again.

“Nobody was told,” a pilot said.
`

async function walkThroughSources(ask: Ask, folder: string): Promise<SourceId[]> {
  const bytes = new TextEncoder().encode(article)
  const { imported } = await ask('sources.import', { items: [{ kind: 'bytes', name: 'a.txt', bytes }] })
  await ask('sources.import', { items: [{ kind: 'bytes', name: 'again.txt', bytes }] })
  await ask('sources.import', {
    items: [{ kind: 'bytes', name: 'empty.txt', bytes: new Uint8Array() }],
  })
  await ask('sources.import', { items: [{ kind: 'path', path: '/there/is/no/such.txt' }] })
  await ask('sources.import', {
    items: [{ kind: 'paste', text: 'Pasted words', html: '<h1>Pasted</h1><p>Pasted <b>words</b></p>' }],
    options: { dateOrder: 'dmy' },
  })
  await ask('sources.import', {
    items: [{ kind: 'paste', text: 'Never kept' }],
    options: { dryRun: true },
  })
  const rows = 'title,date,text\nThe pilots,03/04/2025,Nobody was told.\n'
  const csv = { kind: 'bytes' as const, name: 'a.csv', bytes: new TextEncoder().encode(rows) }
  await ask('sources.preview', { items: [csv], options: { columns: { title: 'none' } } })
  const listed = (await ask('sources.list', {})).items
  const ids = [...new Set([...imported, ...listed].map(({ id }) => id))]
  const id = first(ids)
  await ask('sources.list', { filter: 'harbour', sort: 'title', descending: true, offset: 0, limit: 5 })
  await ask('sources.list', { missing: 'author' })
  await ask('sources.ids', { filter: 'harbour', sort: 'unstated' })
  await ask('sources.find', { what: 'a.txt' })
  const { zones } = await ask('sources.read', { id })
  await ask('sources.original', { id })
  await ask('sources.readings', { id })
  await ask('sources.reread', { id, options: { dateOrder: 'mdy' } })
  await ask('sources.edit', { ids: [id], set: { title: 'The harbour', author: null } })
  await ask('sources.rezone', { id, zones: zones.slice(0, 1) })
  await ask('sources.watch', { path: folder })
  await ask('sources.watched', {})
  await ask('sources.unwatch', { path: folder })
  await walkThroughCopies(ask, ids)
  await refused(ask('sources.read', { id: 'source_none0' }))
  await refused(ask('sources.list', { limit: -1 }))
  return ids
}

async function walkThroughCopies(ask: Ask, ids: readonly SourceId[]): Promise<void> {
  const [older, newer] = ids
  if (older === undefined || newer === undefined) throw new Error('Two sources are needed')
  await ask('sources.copies', { id: older })
  await ask('sources.shared', { source: older, offset: 0, limit: 5 })
  await ask('sources.trace', { text: 'the harbour was closed on Monday', limit: 3 })
  await ask('sources.difference', { from: older, to: newer })
  await ask('sources.joinVersion', { newer, older })
  await refused(ask('sources.joinVersion', { newer, older }))
  await ask('sources.versions', { id: older })
  await ask('sources.list', { newest: true })
  await ask('sources.splitVersion', { id: newer })
}

async function walkThroughHighlights(ask: Ask, sources: readonly SourceId[]): Promise<HighlightId[]> {
  const source = first(sources)
  const { items } = await ask('highlights.types', {})
  const one = await ask('highlights.add', {
    source,
    spans: [
      { start: 0, end: 7 },
      { start: 11, end: 21 },
    ],
    type: first(items).id,
    tags: ['harbour'],
    note: proseFromText('Who says so?'),
  })
  const two = await ask('highlights.add', { source, spans: [{ start: 4, end: 30 }] })
  await ask('highlights.change', {
    ids: [one.id, two.id],
    set: { note: null },
    addTags: ['closed'],
    removeTags: ['harbour'],
  })
  await ask('highlights.change', { ids: [two.id], set: { spans: [{ start: 5, end: 20 }] } })
  await ask('highlights.list', { source, tag: 'closed', limit: 10 })
  await ask('highlights.tags', {})
  await ask('highlights.renameTag', { from: 'closed', to: 'shut' })
  const added = await ask('highlights.addType', {
    name: 'Rumour',
    colour: 'teal',
    underline: 'wavy',
    key: null,
  })
  await ask('highlights.changeType', { id: added.id, set: { name: 'Hearsay' } })
  await ask('highlights.orderTypes', { ids: [added.id] })
  await ask('highlights.typeCounts', {})
  await ask('highlights.deleteType', { id: added.id, to: null })
  await walkThroughPlaces(ask, sources, one.id)
  await ask('highlights.deleteTag', { name: 'all' })
  const gone = await ask('highlights.add', { source, spans: [{ start: 30, end: 40 }] })
  await ask('highlights.delete', { ids: [gone.id] })
  return [one.id, two.id]
}

async function walkThroughPlaces(
  ask: Ask,
  [source, other]: readonly SourceId[],
  highlight: HighlightId,
): Promise<void> {
  if (source === undefined || other === undefined) throw new Error('Two sources are needed')
  const { items } = await ask('highlights.occurrences', { words: 'harbour', limit: 5 })
  await ask('highlights.addMany', {
    places: items.map(({ source, start, end }) => ({ source, start, end })),
    tags: ['all'],
  })
  await ask('highlights.reanchor', { source, to: { kind: 'text', text: article.slice(5) }, dryRun: true })
  await ask('highlights.reanchor', { source, to: { kind: 'source', source: other } })
  await ask('highlights.outcomes', { source: other, toReview: true, limit: 5 })
  await ask('highlights.review', { items: [{ highlight, source: other }], verdict: 'rejected' })
  await ask('highlights.attach', { id: highlight, source: other, spans: [{ start: 0, end: 6 }] })
}

async function walkThroughEntities(
  ask: Ask,
  sources: readonly SourceId[],
  highlights: readonly HighlightId[],
): Promise<void> {
  const highlight = first(highlights)
  const at = article.indexOf('Ana Prelle')
  const { id } = await ask('entities.add', {
    type: 'person',
    name: 'Ana Prelle',
    aliases: ['Prelle'],
    notes: proseFromText('Runs the harbour.'),
    link: [{ kind: 'span', source: first(sources), start: at, end: at + 10 }],
  })
  await ask('entities.link', { id, targets: [{ kind: 'highlight', highlight }] })
  await ask('entities.mentions', { id, limit: 10 })
  const places = [{ source: first(sources), start: 0, end: 4 }]
  await ask('entities.suggestMentions', { id, places, rule: 'found by a search' })
  await ask('entities.mentions', { id, state: 'suggested' })
  await ask('entities.decideMentions', { id, places, as: 'rejected' })
  await ask('entities.unlink', { id, highlights: [highlight] })
  await ask('entities.change', { id, set: { aliases: ['Prelle', 'the harbour master'], notes: null } })
  await ask('entities.get', { id })
  await ask('entities.list', { query: 'pre', types: ['person'] })
  const gone = await ask('entities.add', { type: 'place', name: 'Marrowgate' })
  await ask('entities.delete', { ids: [gone.id] })
}

async function walkThroughBriefs(ask: Ask, highlights: readonly HighlightId[]): Promise<void> {
  const markdown = `# Harbour\n\nIt was closed [@${first(highlights)}].\n`
  const { id, prose } = await ask('briefs.addMarkdown', { markdown })
  await refused(ask('briefs.addMarkdown', { markdown: 'As said [@highlight_none0].' }))
  const plain = await ask('briefs.add', { title: 'Plain' })
  await ask('briefs.change', { id: plain.id, set: { title: 'Plainer', prose } })
  await ask('briefs.get', { id })
  await ask('briefs.citations', { id })
  await ask('briefs.passages', { words: 'harbour', limit: 5 })
  await ask('briefs.delete', { ids: [plain.id] })
  await ask('briefs.list', {})
  await ask('exports.brief', { id, format: 'md' })
  await ask('exports.brief', { id, format: 'html' })
}

async function walkThroughSearch(ask: Ask, sources: readonly SourceId[]): Promise<void> {
  await ask('search.run', {
    query: 'harbour',
    facets: ['kind', 'publisher'],
    filters: [{ facet: 'kind', value: 'source' }],
    timeline: true,
    explain: true,
    passages: 2,
  })
  await ask('search.run', { query: '"unbalanced', kinds: ['source'], sort: 'newest', limit: 3 })
  await ask('search.run', { query: 'harbuor' })
  await ask('search.inSource', { source: first(sources), query: 'harbour' })
  await ask('search.names', { kinds: ['source', 'entity', 'search'] })
  await ask('search.entities', { letters: 'harb', limit: 5 })
  await ask('search.titles', { letters: 'harbuor', limit: 5 })
  await walkThroughSavedSearches(ask)
}

async function walkThroughSavedSearches(ask: Ask): Promise<void> {
  const { id } = await ask('search.save', {
    name: 'Harbour',
    query: 'harbour',
    filters: { kinds: ['source'] },
  })
  await ask('search.changeSaved', { id, set: { name: 'The harbour', query: 'harbour closed' } })
  await ask('search.saved', {})
  await ask('search.news', { id })
  await ask('search.look', { id })
  await ask('search.deleteSaved', { ids: [id] })
  await ask('search.remember', { query: 'harbour' })
  await ask('search.history', { limit: 5 })
  await ask('search.forget', { query: 'harbour' })
  await ask('search.runList', { list: 'The harbour\tharbour', passages: 2 })
}

async function walkThroughExports(ask: Ask, sources: readonly SourceId[]): Promise<void> {
  const { content } = await ask('exports.annotations', { source: first(sources) })
  await ask('exports.importAnnotations', { content })
  await ask('exports.queryTable', { list: 'harbour\n"no partner' })
  await ask('exports.importAnnotations', { content: '[{"type":"Annotation"}]' })
}

async function walkThroughCasebook(ask: Ask, sources: readonly SourceId[], folder: string): Promise<void> {
  // A name that the text of a connection uses for itself must arrive like any other.
  await ask('casebook.set', { name: '$bytes', value: 'AAAA' })
  await ask('casebook.settings', {})
  await ask('sources.delete', { ids: sources.slice(-1) })
  await ask('casebook.undo', {})
  await ask('casebook.redo', {})
  await ask('casebook.history', { limit: 100 })
  await ask('casebook.check', { repair: true })
  await ask('casebook.backup', { to: `${folder}/copy.casebook` })
  const { steps } = await ask('casebook.history', {})
  await ask('casebook.undo', { steps: steps.length })
  await refused(ask('casebook.undo', {}))
  await ask('casebook.info', {})
}

async function refused(answer: Promise<unknown>): Promise<void> {
  try {
    await answer
  } catch (error) {
    if (error instanceof CasebookError) return
    throw error
  }
  throw new Error('What should have been refused was answered')
}

function first<T>(all: readonly T[]): T {
  const [one] = all
  if (one === undefined) throw new Error('There is nothing to go on with')
  return one
}
