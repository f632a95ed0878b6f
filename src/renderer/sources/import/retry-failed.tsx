import { useState } from 'react'
import type { ImportOptions, ImportReport } from '#contract/importing.ts'
import { Button } from '../../parts/button.tsx'
import { Select } from '../../parts/choices.tsx'
import { TextField } from '../../parts/fields.tsx'

interface RetryFailedProps {
  readonly failed: ImportReport['failed']
  readonly onRetry: (options: ImportOptions) => void
}

/** The encodings that people meet, named by where they meet them. */
const encodings = [
  ['windows-1252', 'Western Europe (Windows-1252)'],
  ['windows-1250', 'Central Europe (Windows-1250)'],
  ['windows-1251', 'Cyrillic (Windows-1251)'],
  ['koi8-r', 'Russian (KOI8-R)'],
  ['windows-1253', 'Greek (Windows-1253)'],
  ['windows-1254', 'Turkish (Windows-1254)'],
  ['windows-1255', 'Hebrew (Windows-1255)'],
  ['windows-1256', 'Arabic (Windows-1256)'],
  ['shift_jis', 'Japanese (Shift JIS)'],
  ['euc-jp', 'Japanese (EUC)'],
  ['gb18030', 'Chinese, simplified (GB 18030)'],
  ['big5', 'Chinese, traditional (Big5)'],
  ['euc-kr', 'Korean (EUC)'],
  ['utf-16le', 'Unicode (UTF-16)'],
] as const
type Encoding = (typeof encodings)[number][0]

/** What failed can be handed in once more, with what was missing. */
export function RetryFailed({ failed, onRetry }: RetryFailedProps) {
  const [password, setPassword] = useState('')
  const [encoding, setEncoding] = useState<Encoding | null>(null)
  if (failed.length === 0) return null
  const wantsPassword = failed.some(({ code }) => code === 'source.encrypted')
  const wantsEncoding = failed.some(({ code }) => code === 'source.encoding' || code === 'source.binary')
  const options: ImportOptions = {
    ...(password === '' ? {} : { password }),
    ...(encoding === null ? {} : { encoding }),
  }
  return (
    <div className="import-retry">
      {wantsPassword && (
        <TextField
          label="Password of the protected files"
          description="It is used once and kept nowhere."
          value={password}
          onChange={setPassword}
        />
      )}
      {wantsEncoding && (
        <Select
          label="Read the text as"
          choices={encodings.map(([id, label]) => ({ id, label }))}
          value={encoding}
          onChange={setEncoding}
        />
      )}
      <Button onPress={() => onRetry(options)}>
        {failed.length === 1 ? 'Try it again' : `Try ${failed.length.toLocaleString('en')} again`}
      </Button>
    </div>
  )
}
