import { CasebookError, type FailureCode } from '#contract/failure.ts'

/** What SQLite or the file system reports, in the analyst's words; anything else is handed back as it was. */
export function diskFailure(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || error instanceof CasebookError) return error
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const found = sentences.find(({ codes }) => codes.some((one) => code.startsWith(one)))
  if (found === undefined) return error
  return new CasebookError(
    found.failure,
    found.sentence(path, code),
    { path, reason: code },
    { cause: error },
  )
}

const sentences: readonly {
  readonly codes: readonly string[]
  readonly failure: FailureCode
  readonly sentence: (path: string, code: string) => string
}[] = [
  {
    codes: ['SQLITE_FULL', 'ENOSPC', 'EDQUOT'],
    failure: 'disk.full',
    sentence: (path) =>
      `The disk is full: nothing more was saved in ${path}; what was saved before is safe. Make room and try again.`,
  },
  {
    codes: ['SQLITE_NOTADB', 'SQLITE_CORRUPT'],
    failure: 'casebook.damaged',
    sentence: (path) => `${path} is damaged: open a backup, or run a check on a copy of it.`,
  },
  {
    codes: ['SQLITE_READONLY', 'EROFS', 'EACCES', 'EPERM'],
    failure: 'casebook.read-only',
    sentence: (path) => `${path} cannot be written to: check its permissions.`,
  },
  {
    codes: ['SQLITE_IOERR', 'SQLITE_CANTOPEN', 'EIO', 'ENOENT', 'ENOTDIR', 'EISDIR'],
    failure: 'disk.failed',
    sentence: (path, code) => `The disk did not give access to ${path} (${code}): nothing was saved.`,
  },
]
