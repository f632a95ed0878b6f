import type { BriefFormat } from '#contract/exports.ts'
import type { BriefId } from '#contract/ids.ts'
import { useAsk, useHost } from '../session/session.tsx'
import { saveExport } from './save-export.ts'

/** Writes a brief as a file that others can read. */
export function useBriefExport(): (id: BriefId, format: BriefFormat) => void {
  const ask = useAsk()
  const host = useHost()
  return (id, format) => void saveExport(host, () => ask('exports.brief', { id, format }, { quiet: true }))
}
