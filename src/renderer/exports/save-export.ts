import type { ExportedFile } from '#contract/exports.ts'
import type { CasebookHost } from '#contract/host.ts'
import { showMessage } from '../parts/messages.tsx'
import { showFailure } from '../session/session.tsx'

/** Hands an exported file to the host, and says where it went. */
export async function saveExport(host: CasebookHost, make: () => Promise<ExportedFile>): Promise<void> {
  try {
    const { name, content } = await make()
    const where = await host.saveFile?.({ name, content })
    if (where === null || where === undefined) return
    const text = host.kind === 'browser' ? `Downloaded ${where}` : `Wrote ${where}`
    showMessage({ tone: 'done', text })
  } catch (error) {
    showFailure(error)
  }
}
