import type { Engine } from '#contract/engine.ts'
import type { AnnotationsReport } from '#contract/exports.ts'
import type { SourceId } from '#contract/ids.ts'
import { plantSources } from '../../planted-source.ts'
import { newTestCasebook, type TestCasebook } from '../../test-world.ts'

/** A casebook with one source, to annotate in tests; and annotations as others would see and send them. */

/** The dove is a surrogate pair with a variation selector; the caption repeats a sentence. */
export const text = [
  'Talks 🕊️ resumed. The envoy arrived on Monday.',
  'Caption: The envoy arrived on Monday. (Photo: S. Kalin)',
  'Nobody confirmed “it”.',
].join('\n')

export async function casebookWith(words: string): Promise<{ casebook: TestCasebook; source: SourceId }> {
  const casebook = newTestCasebook()
  const [source] = await plantSources(casebook, [words])
  if (source === undefined) throw new Error('no source was planted')
  return { casebook, source }
}

export async function importing(engine: Engine, annotations: unknown): Promise<AnnotationsReport> {
  return await engine.ask('exports.importAnnotations', { content: JSON.stringify(annotations) })
}

export interface ExportedPage {
  readonly '@context': string
  readonly items: Record<string, unknown>[]
}

export async function exported(engine: Engine): Promise<ExportedPage> {
  return JSON.parse((await engine.ask('exports.annotations', {})).content) as ExportedPage
}

export const quoting = (source: string, exact: string, more: object = {}): object => ({
  type: 'Annotation',
  target: { source, selector: { type: 'TextQuoteSelector', exact, ...more } },
})
