import type { QuerySlip } from '#contract/search.ts'
import { codePointOffset } from '#text/offsets.ts'
import { editDistance } from '#text/typo.ts'
import { searchFields } from './search-fields.ts'

/** A part of the query, in UTF-16 code units of what was typed. */
export interface QueryPlace {
  readonly at: number
  readonly end: number
}

/**
 * What is wrong with a query, and where, in a sentence for the analyst that says what to do. Caught where the query is read: a search
 * never fails for its words.
 */
export class Misread extends Error {
  readonly #place: QueryPlace
  readonly #say: (character: number) => string

  /** `say` is given the number of the character, as a person counts them. */
  constructor(place: QueryPlace, say: (character: number) => string) {
    super('A query cannot be read')
    this.#place = place
    this.#say = say
  }

  /** `typed`: the query that it is in. */
  tell(typed: string): { readonly message: string; readonly slip: QuerySlip } {
    const slip = slipAt(typed, this.#place)
    return { message: this.#say(slip.character), slip }
  }

  static unclosed(sign: string, place: QueryPlace): Misread {
    return new Misread(
      place,
      (at) => `The ${sign} at character ${at} has no partner: add one, or take it away.`,
    )
  }

  static notClosed(place: QueryPlace): Misread {
    return new Misread(place, (at) => `The ( at character ${at} is not closed: add a ).`)
  }

  static closesNothing(place: QueryPlace): Misread {
    return new Misread(place, (at) => `The ) at character ${at} closes nothing: take it away.`)
  }

  static nothingBefore(place: QueryPlace): Misread {
    return new Misread(
      place,
      (at) => `The ) at character ${at} closes nothing, or a word is missing before it.`,
    )
  }

  static nothingBetween(place: QueryPlace): Misread {
    return new Misread(place, (at) => `There is nothing between the parentheses at character ${at}.`)
  }

  static wordMissing(operator: string, place: QueryPlace): Misread {
    return new Misread(
      place,
      (at) =>
        `A word is missing beside ${operator} at character ${at}. To search for the word itself, write it in small letters.`,
    )
  }

  static unknownField(name: string, place: QueryPlace): Misread {
    const near = nearestField(name)
    return new Misread(place, (at) =>
      near === null
        ? `There is no field ${name}: (at character ${at}) — the fields are ${searchFields.join(', ')}.`
        : `There is no field ${name}: (at character ${at}): write ${near}: where that is meant.`,
    )
  }

  static emptyField(name: string, place: QueryPlace): Misread {
    return new Misread(
      place,
      (at) => `Write what to look for directly behind ${name}: at character ${at}, without a space.`,
    )
  }

  static noneOf(field: string, known: readonly string[], place: QueryPlace): Misread {
    return new Misread(
      place,
      (at) => `Behind ${field}: (at character ${at}) one of these is meant: ${known.join(', ')}.`,
    )
  }

  static noGrade(typed: string, place: QueryPlace): Misread {
    return new Misread(
      place,
      (at) => `${typed} is no grade (at character ${at}): write grade:B2, grade:B, grade:2 or grade:>=B2.`,
    )
  }

  static noDate(typed: string, place: QueryPlace): Misread {
    return new Misread(
      place,
      (at) =>
        `${typed} is no date or range (at character ${at}): write published:2025-06..2025-09, published:2025-06-30 or published:>=2025-10-01.`,
    )
  }

  static backwards(typed: string, place: QueryPlace): Misread {
    return new Misread(
      place,
      (at) => `${typed} ends before it begins (at character ${at}): write the earlier date first.`,
    )
  }

  static noPattern(error: unknown, place: QueryPlace): Misread {
    const reason = error instanceof Error ? (/: ([^:]+)$/.exec(error.message)?.[1] ?? '') : ''
    return new Misread(
      place,
      (at) =>
        `The pattern at character ${at} is no regular expression${reason === '' ? '' : ` (${reason})`}: mend it, or put a backslash before signs that are meant as they stand.`,
    )
  }

  static nearTakesWords(place: QueryPlace): Misread {
    return new Misread(
      place,
      (at) =>
        `NEAR at character ${at} stands between words or phrases, without a field: write envoy NEAR/5 "buffer zone", or envoy NEAR/5 (talks OR pact).`,
    )
  }

  static patternInField(name: string, place: QueryPlace): Misread {
    return new Misread(
      place,
      (at) => `A pattern (at character ${at}) is looked up in whole texts: take away ${name}: before it.`,
    )
  }

  static tooManyPatterns(most: number, place: QueryPlace): Misread {
    return new Misread(place, () => `This has more than ${most} patterns: join some of them with |.`)
  }

  static tooManyWords(most: number, place: QueryPlace): Misread {
    return new Misread(place, () => `This has more than ${most} words: shorten it.`)
  }

  static tooDeep(most: number, place: QueryPlace): Misread {
    return new Misread(place, () => `More than ${most} parentheses or NOTs stand inside each other.`)
  }
}

export function slipAt(typed: string, { at, end }: QueryPlace): QuerySlip {
  return { start: at, end, character: codePointOffset(typed, at) + 1 }
}

/** The field that was almost written, or was begun or gone on with: `publised:`, `lan:`, `language:`. Null where none is near. */
function nearestField(name: string): string | null {
  const slips = (field: string) => editDistance(name, field, MOST_SLIPS)
  return (
    searchFields.find((field) => slips(field) === 1) ??
    searchFields.find((field) => field.length > 2 && name.length > 2 && isBegun(name, field)) ??
    searchFields.find((field) => field.length > 5 && slips(field) !== null) ??
    null
  )
}

function isBegun(name: string, field: string): boolean {
  return name.startsWith(field) || field.startsWith(name)
}

const MOST_SLIPS = 2
