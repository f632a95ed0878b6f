import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LogEntry, Outside } from './outside.ts'

/** The real world: the machine's clock, random ids, warnings and faults on stderr. */
export function realOutside(program: string): Outside {
  return {
    now: () => new Date(),
    newId: newRandomId,
    program,
    resource: readResource,
    log: writeToStderr,
  }
}

const idBytes = 8
let pool = Buffer.alloc(0)

/** Random bytes are asked of the system for hundreds of ids at once: an import needs one for each article. */
function newRandomId(): string {
  if (pool.length === 0) pool = randomBytes(idBytes * 512)
  const id = pool.toString('hex', 0, idBytes)
  pool = pool.subarray(idBytes)
  return id
}

/** Two folders up, from this file as from the built engine (`out/main`). */
export const resourcesFolder = join(import.meta.dirname, '..', '..', 'resources')

function readResource(name: string): string {
  return readFileSync(join(resourcesFolder, name), 'utf8')
}

function writeToStderr({ level, what, about, cause }: LogEntry): void {
  if (level === 'info') return
  const details = about === undefined ? '' : ` ${JSON.stringify(about)}`
  const why = cause instanceof Error ? `\n${cause.stack ?? cause.message}` : ''
  process.stderr.write(`casebook: ${level}: ${what}${details}${why}\n`)
}
