import { setImmediate as turn } from 'node:timers/promises'
import type { Problem } from '#contract/casebook.ts'
import { CasebookError } from '#contract/failure.ts'
import { type Casebook, checkFile } from './casebook/casebook.ts'
import type { Job } from './handlers.ts'
import { checkHighlights } from './highlights/highlights.ts'
import { checkIndex } from './search/search.ts'
import { checkLibrary, checkOriginals, checkPrints, checkTexts } from './sources/sources.ts'

/**
 * Holds everything in the casebook against everything else: the file, texts and originals against their SHA-256,
 * highlights against the text, the list of sources and the indexes against the tables. What can be rebuilt is, where `repair` asks for
 * it; what cannot is named.
 * @throws CasebookError job.cancelled
 */
export async function checkCasebook(
  { store, file }: Casebook,
  { repair = false }: { repair?: boolean | undefined },
  job: Job,
): Promise<{ ok: boolean; problems: Problem[] }> {
  const mends = repair && !file.readOnly
  const problems = checkFile(store)
  // A file that SQLite cannot read is not worth reading further.
  if (problems.some(({ kind }) => kind === 'file')) return { ok: false, problems }
  for (const [label, check] of [
    ['texts', checkTexts(store)],
    ['originals', checkOriginals(store)],
    ['highlights', checkHighlights(store)],
    ['shared sentences', checkPrints(store, mends)],
  ] as const) {
    problems.push(...(await collect(label, check, job)))
  }
  job.progress({ done: 0, total: null, label: 'search index' })
  problems.push(...checkLibrary(store, mends), ...checkIndex(store, mends))
  return { ok: problems.every(({ repaired }) => repaired), problems }
}

/** How many things are looked at between two looks at whether to stop. */
const atOnce = 200

async function collect(label: string, check: Generator<Problem | null>, job: Job): Promise<Problem[]> {
  const problems: Problem[] = []
  let done = 0
  for (const found of check) {
    if (found !== null) problems.push(found)
    if (++done % atOnce > 0) continue
    job.progress({ done, total: null, label })
    await turn()
    if (job.signal.aborted) throw new CasebookError('job.cancelled', 'The check was stopped before the end.')
  }
  return problems
}
