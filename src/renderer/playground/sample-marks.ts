import type { CallInput, CallOutput } from '#contract/engine.ts'
import type { Outcome } from '#contract/highlights.ts'
import { sampleHighlights, sampleTypes } from './sample-data.ts'

/** What became of the sample's marks on a newer version, and what they are sorted by. */

const outcomes: readonly Outcome[] = [
  outcomeOf(0, { state: 'moved' }, 'All 17 members of the crew were taken below'),
  outcomeOf(
    1,
    { state: 'fuzzy', score: 0.91, reason: '4 letters differ; the words before and after it agree.' },
    'The President, Idrees al-Tamwari',
  ),
  outcomeOf(0, { state: 'orphan', reason: 'These words are no longer in the text.' }, null),
]

function outcomeOf(at: number, anchoring: Outcome['anchoring'], now: string | null): Outcome {
  const highlight = sampleHighlights[at]
  if (highlight === undefined) throw new Error('The sample has fewer marks')
  return {
    highlight: highlight.id,
    source: anchoring.state === 'orphan' ? 'source_a1f00003' : 'source_a1f00002',
    sourceTitle: 'Quiet talks over the strait since December',
    home: highlight.source,
    type: highlight.type,
    anchoring,
    old: highlight.passages,
    now:
      now === null
        ? []
        : highlight.passages.map((passage) => ({ ...passage, quote: now, end: passage.start + now.length })),
    reviewed: null,
  }
}

export function marksAnswers(few: boolean) {
  return {
    'highlights.outcomes': ({
      states,
    }: CallInput<'highlights.outcomes'>): CallOutput<'highlights.outcomes'> => {
      const items = outcomes.filter(
        ({ anchoring }) => few && (states === undefined || states.includes(anchoring.state)),
      )
      return { total: items.length, items }
    },
    'highlights.review': ({ items }: CallInput<'highlights.review'>) => ({ reviewed: items.length }),
    'highlights.types': (): CallOutput<'highlights.types'> => ({ items: [...sampleTypes] }),
    'highlights.typeCounts': (): CallOutput<'highlights.typeCounts'> => ({
      items: few ? sampleTypes.slice(0, 2).map(({ id }) => ({ type: id, highlights: 1 })) : [],
    }),
    'highlights.tags': (): CallOutput<'highlights.tags'> => ({
      items: few
        ? [
            { id: 'tag_f0000001', name: 'crew', highlights: 1 },
            { id: 'tag_f0000002', name: 'security/border', highlights: 12 },
            { id: 'tag_f0000003', name: 'security/border/north', highlights: 3 },
          ]
        : [],
    }),
  }
}
