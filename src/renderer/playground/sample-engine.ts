import type { CallInput, CallName, CallOutput, Engine, EngineEvent } from '#contract/engine.ts'
import type { Mention } from '#contract/entities.ts'
import { CasebookError } from '#contract/failure.ts'
import type { EntityId, SourceId } from '#contract/ids.ts'
import type { Source } from '#contract/source.ts'
import { cutSnippet } from '#text/snippet.ts'
import { metadataFields } from '../sources/source-words.ts'
import { copiesAnswers, sampleFolders } from './sample-copies.ts'
import {
  generatedSource,
  sampleBriefs,
  sampleCitations,
  sampleEntities,
  sampleHighlights,
  sampleProse,
  sampleSources,
  sampleSteps,
  sampleText,
} from './sample-data.ts'
import { marksAnswers } from './sample-marks.ts'
import { searchAnswers, spansOf } from './sample-search.ts'

/** Plays the engine for the playground alone: answers from memory, and can be made to fail, to wait and to be large. */

export interface SampleOptions {
  /** `empty`, the few samples, or as many sources as a large casebook has. */
  readonly size?: 'empty' | 'few' | 'large'
  readonly readOnly?: boolean
  /** What differs is told in whole stretches, as of very long texts. */
  readonly summarised?: boolean
  /** Calls that never answer. */
  readonly waiting?: readonly CallName[]
  /** Calls that fail. */
  readonly failing?: readonly CallName[]
}

type Answers = { readonly [N in CallName]?: (input: CallInput<N>) => CallOutput<N> }

export interface SampleEngine extends Engine {
  readonly announce: (event: EngineEvent) => void
}

export function sampleEngine(options: SampleOptions = {}): SampleEngine {
  const listeners = new Set<(event: EngineEvent) => void>()
  const announce = (event: EngineEvent) => {
    for (const listener of listeners) listener(event)
  }
  const answers = answersOf(options, announce)
  return {
    announce,
    async ask(name, input, { onProgress } = {}) {
      if (options.waiting?.includes(name)) {
        onProgress?.({ done: 1_240, total: 5_000, label: 'wire/01-freighter-boarded.txt' })
        return new Promise(() => {})
      }
      if (options.failing?.includes(name)) {
        throw new CasebookError('disk.failed', 'The disk could not be read. Is it still plugged in?')
      }
      const answer = answers[name]
      if (answer === undefined)
        throw new CasebookError('input.unknown-call', `The sample does not answer ${name}.`)
      return answer(input)
    },
    onEvent(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => Promise.resolve(),
  }
}

const largeTotal = 100_000

function answersOf(options: SampleOptions, announce: (event: EngineEvent) => void): Answers {
  const library = new Library(options.size ?? 'few')
  const few = library.size !== 'empty'
  return {
    'casebook.info': () => ({
      path: '/home/analyst/The Karsa Strait.casebook',
      name: 'The Karsa Strait',
      readOnly: options.readOnly ?? false,
      heldBy:
        options.readOnly === true
          ? { program: 'Casebook (terminal)', pid: 4711, host: 'desk', since: '2026-01-05T09:12:00Z' }
          : null,
      formatVersion: 1,
      bytes: 1_204_224,
      counts: { sources: library.total, highlights: few ? 2 : 0, entities: few ? 5 : 0, briefs: few ? 1 : 0 },
      undo: few ? 'Linked 12 passages to Idris al-Tamwari' : null,
      redo: few ? 'Changed “The Karsa Strait”' : null,
    }),
    'casebook.history': () => ({ steps: few ? [...sampleSteps] : [] }),
    'casebook.settings': () => ({ settings: {} }),
    'casebook.undo': () => ({ steps: sampleSteps.slice(1, 2) }),
    'casebook.redo': () => ({ steps: sampleSteps.slice(0, 1) }),
    'casebook.check': () => ({ ok: true, problems: [] }),
    'sources.list': (input) => library.list(input),
    'sources.find': ({ what }) => library.find(what),
    'sources.read': ({ id }) => sampleText(library.find(id)),
    ...copiesAnswers((id) => library.find(id), options.summarised ?? false),
    'sources.ids': (input) => ({
      ids: library.list({ ...input, limit: input.limit ?? library.total }).items.map(({ id }) => id),
    }),
    'sources.watched': () => ({ folders: few ? [...sampleFolders] : [] }),
    'sources.preview': () => ({ files: [] }),
    'sources.edit': ({ set, ...chosen }) => {
      const ids = library.chosen(chosen)
      library.edit(ids, set)
      announce({ name: 'sources.changed', ids })
      return { changed: ids.length }
    },
    'sources.delete': (chosen) => {
      const ids = library.chosen(chosen)
      library.delete(ids)
      announce({ name: 'sources.changed', ids })
      return { deleted: ids.length }
    },
    'sources.import': () => sampleReport,
    ...searchAnswers(few, (what) => library.find(what)),
    'highlights.list': ({ source, state }) =>
      pageOf(
        sampleHighlights.filter(
          (one) =>
            few &&
            (source === undefined || one.source === source) &&
            (state ?? 'exact') === one.anchoring.state,
        ),
      ),
    ...marksAnswers(few),
    'entities.list': ({ query }) =>
      pageOf(
        sampleEntities.filter(({ name }) => few && name.toLowerCase().includes((query ?? '').toLowerCase())),
      ),
    'entities.get': ({ id }) => demand(sampleEntities.find((one) => one.id === id)),
    'entities.mentions': ({ id, state }) => pageOf(state === 'suggested' && few ? sampleSuggested(id) : []),
    'briefs.list': () => ({ items: few ? [...sampleBriefs] : [] }),
    'briefs.get': ({ id }) => ({
      ...demand(sampleBriefs.find((one) => one.id === id)),
      prose: sampleProse,
    }),
    'briefs.citations': () => ({ items: [...sampleCitations] }),
    'briefs.passages': () =>
      pageOf(
        sampleCitations.flatMap((citation) =>
          few && citation.state === 'found' ? [{ citation, type: null, tags: [] }] : [],
        ),
      ),
  }
}

function pageOf<T>(items: T[]): { total: number; items: T[] } {
  return { total: items.length, items }
}

function demand<T>(found: T | undefined): T {
  if (found === undefined) throw new CasebookError('source.not-found', 'The sample has nothing by that name.')
  return found
}

/** Found by a search, and waiting to be looked at. */
function sampleSuggested(entity: EntityId): Mention[] {
  return sampleSources.slice(0, 2).flatMap((source) => {
    const { text } = sampleText(source)
    return spansOf(text, 'the strait')
      .slice(0, 2)
      .map((span) => {
        const { text: context, marks } = cutSnippet(text, [span], 180)
        return {
          ...span,
          entity,
          highlight: null,
          source: source.id,
          sourceTitle: source.title ?? source.label,
          quote: text.slice(span.start, span.end),
          context,
          quoteAt: marks[0]?.start ?? 0,
          state: 'suggested' as const,
          rule: 'found by the search the strait',
        }
      })
  })
}

/** Made once: every story with as many is about the same ones. */
let many: readonly Source[] | undefined

function manySources(): readonly Source[] {
  many ??= Array.from({ length: largeTotal }, (_, at) => generatedSource(at))
  return many
}

/** Sources that can be edited and deleted. */
class Library {
  readonly size: NonNullable<SampleOptions['size']>
  #sources: readonly Source[]

  constructor(size: NonNullable<SampleOptions['size']>) {
    this.size = size
    this.#sources = size === 'empty' ? [] : size === 'large' ? manySources() : sampleSources
  }

  get total(): number {
    return this.#sources.length
  }

  list({
    filter = '',
    missing,
    offset = 0,
    limit = 100,
  }: CallInput<'sources.list'>): CallOutput<'sources.list'> {
    const letters = filter.toLowerCase()
    const fitting = this.#sources.filter(
      (source) =>
        `${source.title} ${source.label} ${source.publisher} ${source.author}`
          .toLowerCase()
          .includes(letters) &&
        (missing === undefined || source[missing] === null),
    )
    return { total: fitting.length, items: fitting.slice(offset, offset + limit) }
  }

  chosen({ ids, all }: CallInput<'sources.delete'>): readonly SourceId[] {
    if (ids !== undefined) return ids
    const listed = this.list({ ...all, limit: this.total }).items.map(({ id }) => id)
    return listed.filter((id) => all?.except?.includes(id) !== true)
  }

  find(what: string): Source {
    return demand(this.#sources.find(({ id }) => id === what))
  }

  edit(ids: readonly string[], set: CallInput<'sources.edit'>['set']): void {
    this.#sources = this.#sources.map((source) => {
      if (!ids.includes(source.id)) return source
      const values = metadataFields.flatMap((field) =>
        set[field] === undefined ? [] : [[field, set[field]]],
      )
      return { ...source, ...Object.fromEntries(values) }
    })
  }

  delete(ids: readonly string[]): void {
    this.#sources = this.#sources.filter(({ id }) => !ids.includes(id))
  }
}

const sampleReport: CallOutput<'sources.import'> = {
  imported: sampleSources.map((source) => ({
    ...source,
    path: source.path ?? '',
    zones: [],
    evidence: {},
    warnings: source.title === null ? ['It states no title and no date; both stay empty.'] : [],
  })),
  duplicates: [{ path: 'wire/freighter (copy).txt', of: 'source_a1f00001', kind: 'exact' }],
  versions: [],
  possibleVersions: [],
  failed: [
    {
      path: 'scans/letter.pdf',
      code: 'source.encrypted',
      message: 'This PDF is encrypted: open it with its password and save it without one.',
    },
    {
      path: 'old/notes.dat',
      code: 'source.binary',
      message: 'This is no text: it looks like a program’s own file.',
    },
  ],
  skipped: [{ path: 'scans/latest', reason: 'a link that leads back into the folder' }],
  cancelled: false,
}
