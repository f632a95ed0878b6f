import { existsSync, writeSync } from 'node:fs'
import type { Engine } from '#contract/engine.ts'
import type { SourceId } from '#contract/ids.ts'
import { createCasebook, openCasebook } from '#core/engine.ts'
import { realOutside } from '#core/real-outside.ts'
import { inventArticle } from './articles.ts'
import type { Acknowledged } from './kill.fault.test.ts'

/**
 * A program that imports and annotates without end, and says on stdout what the casebook has acknowledged: to be killed.
 * It loads everything first and begins when it is told to on stdin.
 */

const [path = '', firstArticle = '0'] = process.argv.slice(2)
const perImport = 5

process.stdin.once('data', () => void work())
writeSync(1, 'ready\n')

async function work(): Promise<void> {
  const outside = realOutside('Casebook (to be killed)')
  const engine = existsSync(path) ? openCasebook(path, { outside }) : createCasebook(path, { outside })
  for (let next = Number(firstArticle); ; next += perImport) {
    for (const source of await importArticles(engine, next)) await annotate(engine, source)
  }
}

async function importArticles(engine: Engine, first: number): Promise<SourceId[]> {
  const items = Array.from({ length: perImport }, (_, at) => {
    const { name, text } = inventArticle(first + at)
    return { kind: 'bytes' as const, name, bytes: new TextEncoder().encode(text) }
  })
  const { imported, duplicates } = await engine.ask('sources.import', { items })
  for (const { id, path } of imported) acknowledge({ kind: 'source', id, name: path })
  for (const { of, path } of duplicates) acknowledge({ kind: 'source', id: of, name: path })
  return imported.map(({ id }) => id)
}

async function annotate(engine: Engine, source: SourceId): Promise<void> {
  const { text } = await engine.ask('sources.read', { id: source })
  const quote = text.slice(0, 30)
  const { id } = await engine.ask('highlights.add', {
    source,
    spans: [{ start: 0, end: 30 }],
    tags: ['seen'],
  })
  acknowledge({ kind: 'highlight', id, quote })
  const entity = await engine.ask('entities.add', {
    type: 'other',
    name: `Named in ${source}`,
    link: [{ kind: 'highlight', highlight: id }],
  })
  acknowledge({ kind: 'entity', id: entity.id, mentions: 1 })
  const json = JSON.stringify([4, 8, 12].map((start) => webAnnotation(source, text, start)))
  const { added } = await engine.ask('exports.importAnnotations', { content: json })
  acknowledge({ kind: 'annotations', source, added })
}

function webAnnotation(source: SourceId, text: string, start: number) {
  const end = start + 20
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    type: 'Annotation',
    body: [{ type: 'TextualBody', purpose: 'commenting', value: `From ${start}` }],
    target: {
      source,
      selector: [
        { type: 'TextQuoteSelector', exact: text.slice(start, end), prefix: text.slice(0, start) },
        { type: 'TextPositionSelector', start, end },
      ],
    },
  }
}

/** Said before the next thing is done, also where whoever listens is slow: a full pipe refuses for a moment. */
function acknowledge(one: Acknowledged): void {
  let left = Buffer.from(`${JSON.stringify(one)}\n`)
  while (left.length > 0) {
    try {
      left = left.subarray(writeSync(1, left))
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2)
    }
  }
}
