import { searchFields } from './search-fields.ts'

/** What is wrong with a query, in a sentence for the analyst. Caught where the query is read: a search never fails for its words. */
export class Misread extends Error {
  static unknownField(name: string, at: number): Misread {
    return new Misread(
      `There is no field ${name}: (at character ${at + 1}) — the fields are ${searchFields.join(', ')}.`,
    )
  }

  static emptyField(name: string, at: number): Misread {
    return new Misread(
      `Write what to look for directly behind ${name}: at character ${at + 1}, without a space.`,
    )
  }

  static noPattern(error: unknown, at: number): Misread {
    const reason = error instanceof Error ? (/: ([^:]+)$/.exec(error.message)?.[1] ?? '') : ''
    return new Misread(
      `The pattern at character ${at + 1} is no regular expression${reason === '' ? '' : ` (${reason})`}: mend it, or put a backslash before signs that are meant as they stand.`,
    )
  }

  static patternInField(name: string, at: number): Misread {
    return new Misread(
      `A pattern (at character ${at + 1}) is looked up in whole texts: take away ${name}: before it.`,
    )
  }

  static tooManyPatterns(most: number): Misread {
    return new Misread(`This has more than ${most} patterns: join some of them with |.`)
  }

  static noDate(typed: string, at: number): Misread {
    return new Misread(
      `${typed} is no date or range (at character ${at + 1}): write published:2025-06..2025-09, published:2025-06-30 or published:>=2025-10-01.`,
    )
  }
}
