import { first } from './0001-first.ts'
import { search } from './0002-search.ts'
import { library } from './0003-library.ts'
import { savedSearches } from './0004-saved-searches.ts'
import { shingles } from './0005-shingles.ts'
import { reviews } from './0006-reviews.ts'
import { searchInBatches } from './0007-search-in-batches.ts'
import { searchMarks } from './0008-search-marks.ts'
import { paths } from './0009-paths.ts'
import { longTexts } from './0010-long-texts.ts'
import { suggestedMentions } from './0011-suggested-mentions.ts'
import { rowsInBatches } from './0012-rows-in-batches.ts'
import { mergingLater } from './0013-merging-later.ts'
import type { Migration } from './migration.ts'

export const migrations: readonly Migration[] = [
  first,
  search,
  library,
  savedSearches,
  shingles,
  reviews,
  searchInBatches,
  searchMarks,
  paths,
  longTexts,
  suggestedMentions,
  rowsInBatches,
  mergingLater,
]

/** The file format that this program writes. */
export const formatVersion = migrations.length
