import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { repository } from '../../build/find-electron.ts'

/** The command line program, started as anybody would start it from a clone. */

const launcher = join(repository, 'src', 'cli', 'launch.mjs')
const run = promisify(execFile)

/** Runs `casebook …` to its end. @returns what it wrote to stdout. */
export async function runCasebook(...words: readonly string[]): Promise<string> {
  const { stdout } = await run(process.execPath, [launcher, ...words], { maxBuffer: 64 * 1024 * 1024 })
  return stdout
}

export interface BrowserHost {
  /** With its one-time token. */
  readonly address: string
  close(): Promise<void>
}

/** Runs `casebook serve` until closed. @throws Error with what it said, where it does not come to serving */
export async function serveCasebook(path: string): Promise<BrowserHost> {
  const host = spawn(process.execPath, [launcher, 'serve', path], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let complaint = ''
  host.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text
  })
  const ended = once(host, 'exit')
  const address = await printedAddress(host.stdout)
  if (address === null)
    throw new Error(`casebook serve ended before it had printed its address: ${complaint}`)
  return {
    address,
    close: async () => {
      host.kill('SIGTERM')
      await ended
    },
  }
}

/** @returns null where the output ends without one. */
async function printedAddress(output: NodeJS.ReadableStream): Promise<string | null> {
  for await (const line of createInterface({ input: output })) {
    const address = /http:\/\/127\.0\.0\.1:\d+\S*/.exec(line)?.[0]
    if (address !== undefined) return address
  }
  return null
}
