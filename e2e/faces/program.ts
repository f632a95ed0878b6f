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

/** Runs `casebook serve` until closed. */
export async function serveCasebook(path: string): Promise<BrowserHost> {
  const host = spawn(process.execPath, [launcher, 'serve', path, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(host, 'exit')
  return {
    address: await Promise.race([printedAddress(host.stdout), ended.then(refuse)]),
    close: async () => {
      host.kill('SIGTERM')
      await ended
    },
  }
}

async function printedAddress(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const address = /http:\/\/127\.0\.0\.1:\d+\S*/.exec(line)?.[0]
    if (address !== undefined) return address
  }
  return refuse()
}

function refuse(): never {
  throw new Error('casebook serve ended before it had printed its address')
}
