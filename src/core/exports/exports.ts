import type { Handlers } from '../handlers.ts'
import { exportAnnotations } from './annotations/export.ts'
import { importAnnotations } from './annotations/import.ts'
import { exportBrief } from './export-brief.ts'
import { exportQueryTable } from './query-table.ts'

/** The door of the station: a brief or a casebook becomes a file that others can read. One format, one set of files. */
export { exportQueryTable } from './query-table.ts'

export const exportsHandlers = {
  'exports.brief': exportBrief,
  'exports.annotations': exportAnnotations,
  'exports.importAnnotations': importAnnotations,
  'exports.queryTable': exportQueryTable,
} satisfies Partial<Handlers>
