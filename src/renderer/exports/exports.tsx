/** The door of the station: what leaves the casebook as a file, and annotations that come in. */
export { useAnnotationCommands } from './annotation-commands.ts'
export { useBriefExport } from './brief-export.ts'
export { ExportMenu } from './export-menu.tsx'
export { QueryTableExport } from './query-table-export.tsx'
