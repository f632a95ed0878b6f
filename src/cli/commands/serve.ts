import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { InvalidArgumentError } from 'commander'
import { CasebookError } from '#contract/failure.ts'
import { openCasebook } from '#core/engine.ts'
import { realOutside } from '#core/real-outside.ts'
import { serveCasebook } from '#web/serve-casebook.ts'
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
    .option('--port <N>', 'the port; any free one where it is left out', portNumber, 0)
    .option('--read-only', 'open for reading, also while another program holds it')
    .action(async (file: string, flags: { port: number; readOnly?: true }) => {
      const folder = screens.find((path) => existsSync(path))
      if (folder === undefined) {
        throw new CasebookError('input.invalid', 'The screens are not built yet: run npm run build first.')
      }
      const outside = realOutside('Casebook (browser)')
      const engine = openCasebook(file, {
        outside,
        readOnly: flags.readOnly ?? false,
        searchAside: true,
        watchFolders: true,
      })
      try {
        const server = await serveCasebook({ engine, folder, port: flags.port })
        terminal.out(`${server.url}\n`)
        terminal.err('Open this address in a browser on this machine. Ctrl+C closes the casebook.\n')
        await stopped(terminal.stop)
        await server.close()
      } finally {
        await engine.close()
      }
    })
}

function portNumber(text: string): number {
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new InvalidArgumentError('A port is a number from 0 to 65535.')
  return port
}
