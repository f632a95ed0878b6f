/** What was measured, held against what was promised. Milliseconds of the main thread. */
export interface Figures {
  readonly first: number
  readonly add: number
  readonly elsewhere: number
  readonly scroll: number
  readonly scrollWorst: number
}

export interface Verdict {
  readonly holds: boolean
  readonly words: string
}

export function verdicts(figures: ReadonlyMap<string, Figures>): Verdict[] {
  const of = (name: string, what: keyof Figures): number => {
    const measured = figures.get(name)
    if (measured === undefined) throw new Error(`${name} was not measured`)
    return measured[what]
  }
  const ratio = (words: string, value: number, base: number, limit: number): Verdict => ({
    holds: value <= base * limit,
    words: `${words}: ${(value / base).toFixed(2)} × (at most ${limit} ×)`,
  })
  return [
    ratio('first screen against the unmarked text', of('marked', 'first'), of('plain', 'first'), 1.5),
    ratio('first screen against MarkNodes', of('marked', 'first'), of('Lexical MarkNodes', 'first'), 0.15),
    ratio('adding a mark against MarkNodes', of('marked', 'add'), of('Lexical MarkNodes', 'add'), 0.2),
    ratio(
      'a change elsewhere, 20,000 marks against none',
      of('marked 20,000', 'elsewhere'),
      of('plain', 'elsewhere'),
      1.3,
    ),
    ratio('scrolling against the unmarked text', of('marked', 'scroll'), of('plain', 'scroll'), 1.5),
    ratio('ten times the text and marks', of('marked 10,000,000/50,000', 'first'), of('marked', 'first'), 5),
    {
      holds: of('marked', 'scrollWorst') <= 16.7,
      words: `scrolling, p99: ${of('marked', 'scrollWorst').toFixed(1)} ms (at most 16.7 ms)`,
    },
  ]
}
