import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCasebook } from './casebook.ts'

/** Command lines that are run inside the test, and folders for their files: for tests. */

export interface Ended {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** What a command line printed, and how it ended. */
export async function run(...args: string[]): Promise<Ended> {
  let out = ''
  let err = ''
  const code = await runCasebook(args, {
    out: (text) => {
      out += text
    },
    err: (text) => {
      err += text
    },
    watched: false,
    stop: new AbortController().signal,
  })
  return { code, out, err }
}

/** Runs a command line that must end with `code`. @returns the JSON that it printed */
export async function answer<T>(code: number, ...args: string[]): Promise<T> {
  const ended = await run(...args, '--json')
  if (ended.code !== code)
    throw new Error(`casebook ${args.join(' ')} ended with ${ended.code}: ${ended.err}${ended.out}`)
  // The caller names the shape, and holds what it uses of it against the words.
  return JSON.parse(ended.out) as T
}

/** `using folder = newFolder()`: gone at the end. */
export function newFolder(): Disposable & { readonly at: (...names: string[]) => string } {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-cli-'))
  return {
    at: (...names) => join(folder, ...names),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }),
  }
}
