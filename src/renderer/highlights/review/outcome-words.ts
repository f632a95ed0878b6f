import type { Anchoring, Outcome } from '#contract/highlights.ts'

/** What became of a mark on a newer version, in words. */

export const stateWords: Readonly<Record<Anchoring['state'], string>> = {
  exact: 'Same place',
  moved: 'Moved',
  fuzzy: 'Changed words',
  orphan: 'Not found',
}

/** `Changed words, 93 % alike`. */
export function outcomeInWords(anchoring: Anchoring): string {
  const words = stateWords[anchoring.state]
  return anchoring.state === 'fuzzy' ? `${words}, ${percent(anchoring.score)} alike` : words
}

/** Why it is so, in a sentence. */
export function reasonOf(anchoring: Anchoring): string {
  switch (anchoring.state) {
    case 'exact':
      return 'The same words stand in the same place.'
    case 'moved':
      return 'The same words stand elsewhere in the text.'
    case 'fuzzy':
    case 'orphan':
      return anchoring.reason
  }
}

export function quoteOf(passages: Outcome['old']): string {
  return passages.map(({ quote }) => quote).join(' […] ')
}

function percent(share: number): string {
  return `${Math.floor(share * 100)} %`
}
