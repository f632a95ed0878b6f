import { SingleBar } from 'cli-progress'
import type { Progress } from '#contract/engine.ts'

/** Where a command writes: what was asked for goes to stdout, everything else to stderr. */
export interface Terminal {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Whether a person watches stderr: then long work shows a bar. */
  readonly watched: boolean
  /** The world asks us to stop (Ctrl+C). */
  readonly stop: AbortSignal
}

/** 0 done · 1 fault · 2 wrong usage or bad input · 3 done in part. */
export const exitCodes = { done: 0, fault: 1, badInput: 2, inPart: 3 } as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** The process's own streams. */
export function realTerminal(stop: AbortSignal): Terminal {
  process.stdout.on('error', stopWhenNobodyReads)
  return {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    watched: process.stderr.isTTY,
    stop,
  }
}

/** `casebook history FILE | head`: the reader has had enough, and what was done is done. */
function stopWhenNobodyReads(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
  process.exit(exitCodes.done)
}

export function printJson(terminal: Terminal, value: unknown): void {
  terminal.out(`${JSON.stringify(value, null, 2)}\n`)
}

/** Rows under headings, columns as wide as their longest cell; the last one runs on. */
export function printTable(
  terminal: Terminal,
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): void {
  const widths = headings.map((heading, at) =>
    Math.max(heading.length, ...rows.map((row) => (row[at] ?? '').length)),
  )
  const line = (cells: readonly string[]) =>
    `${cells.map((cell, at) => (at === cells.length - 1 ? cell : cell.padEnd(widths[at] ?? 0))).join('  ')}\n`
  terminal.out(line(headings))
  for (const row of rows) terminal.out(line(row))
}

/** Runs long work under a bar where somebody watches, silently where nobody does. */
export async function withProgress<T>(
  terminal: Terminal,
  work: (onProgress: (progress: Progress) => void) => Promise<T>,
): Promise<T> {
  if (!terminal.watched) return await work(() => {})
  const bar = new SingleBar({
    format: '{bar} {value}/{total} {label}',
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
    etaBuffer: 50,
  })
  let started = false
  try {
    return await work(({ done, total, label }) => {
      if (!started) bar.start(total ?? 0, done, { label })
      started = true
      if (total !== null) bar.setTotal(total)
      bar.update(done, { label })
    })
  } finally {
    if (started) bar.stop()
  }
}
