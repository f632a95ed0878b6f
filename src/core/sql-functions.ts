import type { SqlFunctions } from './casebook/casebook.ts'
import { searchFunctions } from './search/search.ts'
import { sourcesFunctions } from './sources/sources.ts'

/** All functions that the triggers of a casebook call: whoever writes to the file must have them. */
export const sqlFunctions = { ...sourcesFunctions, ...searchFunctions } satisfies SqlFunctions
