import type { Zone } from '#contract/source.ts'
import { outside, streamOf } from '#text/streams.ts'
import { foldedStream } from '#text/words.ts'
import type { SourceWords } from '../../casebook/casebook.ts'

/**
 * The words of an article as the index of words takes them: what its view (`search_sources`) would say of the source. They are cut here, where the
 * article is taken apart, and not where everything else waits for them.
 *
 * @param words of the whole text, in order
 */
export function wordsForIndex(
  { text, title, zones }: { text: string; title: string | null; zones: readonly Zone[] },
  words: readonly string[],
): SourceWords {
  const boilerplate = zones.filter(({ kind }) => kind === 'boilerplate').toSorted((a, b) => a.start - b.start)
  return {
    title: foldedStream(title ?? ''),
    body: encoder.encode(
      boilerplate.length === 0 ? words.join(' ') : streamOf(text, outside(boilerplate, text.length)),
    ),
    boilerplate: streamOf(text, boilerplate),
  }
}

const encoder = new TextEncoder()
