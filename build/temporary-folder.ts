import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** All that a run of tests writes beside the project is in one folder, which goes when the run ends. */
const folder = mkdtempSync(join(tmpdir(), 'casebook-tests-'))

export function setup(): void {
  for (const name of ['TMPDIR', 'TMP', 'TEMP']) process.env[name] = folder
}

export function teardown(): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
}
