import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { InvalidArgumentError } from 'commander'
import { CasebookError } from '#contract/failure.ts'
import { openCasebook, stayingOpen } from '#core/engine.ts'
import { realOutside } from '#core/real-outside.ts'
import { type CasebookServer, serveCasebook } from '#web/serve-casebook.ts'
import type { AddCommand } from '../casebook.ts'
import { stopped } from '../watch-import.ts'

/** Where the build puts the screens, from the sources as from the built command line. */
const screens = ['../../../out/renderer', '../renderer'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
)

export const serveCommand: AddCommand = (program, terminal) => {
  program
    .command('serve')
    .description('open a casebook in the browser, from an address on this machine')
    .argument('<FILE>', 'the casebook')
    .option(
      '--port <N>',
      'the port; where it is left out the one this casebook had before, if it is free',
      portNumber,
    )
    .option('--read-only', 'open for reading, also while another program holds it')
    .action(async (file: string, flags: { port?: number; readOnly?: true }) => {
      const folder = screens.find((path) => existsSync(path))
      if (folder === undefined) {
        throw new CasebookError('input.invalid', 'The screens are not built yet: run npm run build first.')
      }
      const outside = realOutside('Casebook (browser)')
      const engine = openCasebook(file, {
        outside,
        readOnly: flags.readOnly ?? false,
        ...stayingOpen,
      })
      try {
        const server = await serveAt(flags.port, usualPort(file), (port) =>
          serveCasebook({ engine, folder, port }),
        )
        terminal.out(`${server.url}\n`)
        terminal.err('Open this address in a browser on this machine. Ctrl+C closes the casebook.\n')
        await stopped(terminal.stop)
        await server.close()
      } finally {
        await engine.close()
      }
    })
}

/**
 * A browser keeps what a reader likes, and where they were, by address. So a casebook is at the same one each time, and a
 * page that was left open finds its engine again. Ports from 49152 on are nobody's.
 */
function usualPort(file: string): number {
  const digest = createHash('sha256').update(resolve(file)).digest()
  return 49_152 + (digest.readUInt16BE(0) % 16_384)
}

async function serveAt(
  wanted: number | undefined,
  usual: number,
  serve: (port: number) => Promise<CasebookServer>,
): Promise<CasebookServer> {
  if (wanted !== undefined) return serve(wanted)
  try {
    return await serve(usual)
  } catch (error) {
    if (!(error instanceof CasebookError) || error.code !== 'input.invalid') throw error
    return serve(0)
  }
}

function portNumber(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new InvalidArgumentError('A port is a number from 0 to 65535.')
  return port
}
