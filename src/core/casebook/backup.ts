import { existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { CasebookError } from '#contract/failure.ts'
import type { Job } from '../handlers.ts'
import type { Casebook } from './casebook.ts'
import { diskFailure } from './disk-failure.ts'

/** How many pages are copied between two looks at the clock and at whether to stop. */
const pagesAtOnce = 2_000

/**
 * Makes a copy while the casebook is in use, reads it back whole, and only then gives it its name.
 * @param to where the copy goes; nothing may be there yet
 * @returns the copy's path and size in bytes
 * @throws CasebookError casebook.exists, disk.full, disk.failed, casebook.damaged, job.cancelled
 */
export async function backUp(
  casebook: Casebook,
  to: string,
  job: Job,
): Promise<{ path: string; bytes: number }> {
  if (existsSync(to))
    throw new CasebookError('casebook.exists', `${to} exists already: choose another name.`, { path: to })
  if (!existsSync(dirname(to))) {
    throw new CasebookError('disk.failed', `There is no folder ${dirname(to)}: no copy was made.`, {
      path: to,
    })
  }
  const beside = `${to}.part`
  rmSync(beside, { force: true })
  try {
    await casebook.store.db.backup(beside, {
      progress: ({ totalPages, remainingPages }) => {
        if (job.signal.aborted)
          throw new CasebookError('job.cancelled', 'The backup was stopped: no copy was made.')
        job.progress({ done: totalPages - remainingPages, total: totalPages, label: casebook.file.name })
        return pagesAtOnce
      },
    })
    verifyCopy(beside)
    renameSync(beside, to)
    return { path: to, bytes: statSync(to).size }
  } catch (error) {
    throw diskFailure(error, to)
  } finally {
    for (const ending of ['', '-wal', '-shm', '-journal']) rmSync(beside + ending, { force: true })
  }
}

/** Leaves the copy as one file, whole by itself. */
function verifyCopy(path: string): void {
  const copy = new Database(path)
  try {
    copy.pragma('journal_mode = DELETE')
    const answer = copy.pragma('integrity_check(1)', { simple: true })
    if (answer !== 'ok') {
      throw new CasebookError(
        'casebook.damaged',
        `The copy could not be read back (${String(answer)}): run a check on the casebook.`,
        { path },
      )
    }
  } finally {
    copy.close()
  }
}
