import { Button } from '../parts/button.tsx'
import { ExportIcon } from '../parts/icons.tsx'
import { useAsk, useHost } from '../session/session.tsx'
import { saveExport } from './save-export.ts'

/** Writes what a list of queries finds as CSV, with all its passages. */
export function QueryTableExport({ list }: { readonly list: string }) {
  const ask = useAsk()
  const host = useHost()
  return (
    <Button
      icon={<ExportIcon />}
      onPress={() =>
        // Who opens it by a double click has a spreadsheet that takes the mark as the sign of UTF-8.
        void saveExport(host, () => ask('exports.queryTable', { list, byteOrderMark: true }, { quiet: true }))
      }
    >
      Export CSV
    </Button>
  )
}
