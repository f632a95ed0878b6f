import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * A folder that electron-builder takes for an unpacked Electron, so that a package can be looked at where none can be
 * downloaded. Its program is nothing but a fuse wire, all fuses on, as `@electron/fuses` looks for it.
 */
export async function makeStubElectron(folder: string, fuses: number): Promise<void> {
  await mkdir(join(folder, 'locales'), { recursive: true })
  await mkdir(join(folder, 'resources'))
  const wire = Buffer.from([1, fuses, ...Buffer.from('1'.repeat(fuses))])
  await writeFile(
    join(folder, 'electron'),
    Buffer.concat([Buffer.from('a program'), Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'), wire]),
    { mode: 0o755 },
  )
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'version', 'locales/en-US.pak']) {
    await writeFile(join(folder, name), '')
  }
}
