import { spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import { findProgram, installPackage } from './programs.ts'

/** A screen for windows of the desktop program: on Linux one that nobody sees, so that it takes no focus from anybody. */
export interface Display {
  /** What a program needs in its environment to draw there. */
  readonly env: Readonly<Record<string, string>>
  close(): void
}

export async function openDisplay(
  say: (line: string) => void,
): Promise<Display | { readonly missing: string }> {
  if (process.platform !== 'linux') return { env: {}, close: () => {} }
  const trouble = findProgram(['Xvfb']) === null ? await installPackage('xvfb', say) : null
  const xvfb = findProgram(['Xvfb'])
  if (xvfb !== null) return startXvfb(xvfb)
  if (process.env.DISPLAY) return { env: { DISPLAY: process.env.DISPLAY }, close: () => {} }
  return { missing: `there is no display: ${trouble ?? 'Xvfb is not installed'}` }
}

/** Xvfb picks a free number itself and writes it to the descriptor that it is given. */
async function startXvfb(program: string): Promise<Display> {
  const xvfb = spawn(program, ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  // The fourth entry of `stdio` above is a pipe that Xvfb writes to.
  const number = await firstLine(xvfb.stdio[3] as Readable)
  const env: Record<string, string> = { DISPLAY: `:${number}` }
  return { env, close: () => void xvfb.kill() }
}

function firstLine(stream: Readable): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    stream.setEncoding('utf8')
    stream.on('data', (chunk: string) => {
      text += chunk
      if (text.includes('\n')) resolve(text.trim())
    })
    stream.once('end', () => reject(new Error('Xvfb ended before it had opened a display')))
  })
}
