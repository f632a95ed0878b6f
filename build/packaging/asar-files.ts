import { open } from 'node:fs/promises'

/** A folder in the header of an asar archive: names, and what stands behind them. */
interface AsarFolder {
  readonly files: Readonly<
    Record<string, AsarFolder | { readonly size: number; readonly unpacked?: boolean }>
  >
}

export interface AsarFile {
  readonly path: string
  readonly bytes: number
  /** Beside the archive and not in it. */
  readonly unpacked: boolean
}

/**
 * Everything that an asar archive holds. Its header is JSON behind four little-endian 32-bit sizes, the last of which is
 * its own: https://github.com/electron/asar#format
 */
export async function listAsar(path: string): Promise<readonly AsarFile[]> {
  const archive = await open(path)
  try {
    const sizes = Buffer.alloc(16)
    await archive.read(sizes, 0, 16, 0)
    const header = Buffer.alloc(sizes.readUInt32LE(12))
    await archive.read(header, 0, header.length, 16)
    return filesOf(JSON.parse(header.toString('utf8')) as AsarFolder, '')
  } finally {
    await archive.close()
  }
}

function filesOf(folder: AsarFolder, prefix: string): readonly AsarFile[] {
  return Object.entries(folder.files).flatMap(([name, entry]) =>
    'files' in entry
      ? filesOf(entry, `${prefix}${name}/`)
      : [{ path: `${prefix}${name}`, bytes: entry.size, unpacked: entry.unpacked ?? false }],
  )
}
