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

  static noDate(typed: string, at: number): Misread {
    return new Misread(
      `${typed} is no date or range (at character ${at + 1}): write published:2025-06..2025-09, published:2025-06-30 or published:>=2025-10-01.`,
    )
  }
}
