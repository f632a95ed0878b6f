import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { builtinModules, createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { FuseState } from '@electron/fuses/dist/constants.js'
import { Arch, build, Platform } from 'electron-builder'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { repository } from '../find-electron.ts'
import { type AsarFile, listAsar } from './asar-files.ts'
import { makeStubElectron } from './stub-electron.ts'

/** The package for Linux, made for real around a stub in place of Electron. */

let work: string
let files: readonly AsarFile[]

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'casebook-package-'))
  await makeStubElectron(join(work, 'electron'), Object.keys(FuseV1Options).length / 2)
  await build({
    projectDir: repository,
    targets: Platform.LINUX.createTarget('dir', Arch.x64),
    config: {
      extends: join(repository, 'build', 'electron-builder.yml'),
      electronDist: join(work, 'electron'),
      directories: { output: join(work, 'dist') },
    },
  })
  files = await listAsar(join(work, 'dist', 'linux-unpacked', 'resources', 'app.asar'))
})

afterAll(() => rm(work, { recursive: true, force: true }))

test('holds the built program', () => {
  const paths = new Set(files.map(({ path }) => path))
  for (const path of [
    'package.json',
    'out/main/main.js',
    'out/main/engine-process.js',
    'out/preload/preload.cjs',
    'out/renderer/index.html',
    'resources/sample/casebook.json',
  ]) {
    expect(paths).toContain(path)
  }
})

test('holds every package that the built program asks for', async () => {
  const folder = join(repository, 'out', 'main')
  const scripts = (await readdir(folder)).filter((name) => name.endsWith('.js'))
  const sources = await Promise.all(scripts.map((name) => readFile(join(folder, name), 'utf8')))
  const asked = sources.flatMap((source) =>
    [...source.matchAll(/(?:from|import\()\s*"((?:@[\w.-]+\/)?\w[\w.-]*)(?:\/[^"]*)?"/g)].map(
      ([, name]) => name,
    ),
  )
  const packages = asked.filter(
    (name) => name !== undefined && name !== 'electron' && !builtinModules.includes(name),
  )
  const packed = new Set(files.map(({ path }) => path))
  expect(packages).not.toEqual([])
  expect(packages.filter((name) => !packed.has(`node_modules/${name}/package.json`))).toEqual([])
})

test('holds the WebAssembly that takes PDFs apart, byte for byte as it was installed', async () => {
  const name = createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm')
  const installed = (await stat(name)).size
  // It is read from inside the archive: Electron’s `fs` does so in worker threads as well.
  expect(files.filter(({ path }) => path.endsWith('.wasm'))).toContainEqual({
    path: relative(repository, name).replaceAll('\\', '/'),
    bytes: installed,
    unpacked: false,
  })
})

test('holds one SQLite, for this system alone, in a file of its own', () => {
  const native = files.filter(({ path }) => path.endsWith('.node'))
  expect(native).toMatchObject([
    { path: 'node_modules/better-sqlite3/prebuilds/linux-x64.node', unpacked: true },
  ])
  expect(files.filter(({ path }) => path.startsWith('node_modules/better-sqlite3/deps/'))).toEqual([])
})

test.each([
  ['sources and tests', /^(src|e2e|build)\//],
  ['casebooks', /\.casebook/],
  [
    'what the page’s build holds already',
    /^node_modules\/(react|react-dom|lexical|@lexical|flexsearch|cmdk)\//,
  ],
  ['tools', /^node_modules\/(vite|vitest|typescript|electron|electron-builder|playwright-core|node)\//],
  ['source maps', /\.map$/],
])('holds no %s', (_what, pattern) => {
  expect(files.filter(({ path }) => pattern.test(path)).map(({ path }) => path)).toEqual([])
})

test('has its fuses set: no plain Node, no debugger, no code but its own', async () => {
  const wire = await getCurrentFuseWire(join(work, 'dist', 'linux-unpacked', 'casebook'))
  const fuses = Object.fromEntries(
    Object.values(FuseV1Options)
      .filter((fuse) => typeof fuse === 'number')
      .map((fuse) => [FuseV1Options[fuse], wire[fuse] === FuseState.ENABLE]),
  )
  expect(fuses).toEqual({
    RunAsNode: false,
    EnableCookieEncryption: true,
    EnableNodeOptionsEnvironmentVariable: false,
    EnableNodeCliInspectArguments: false,
    EnableEmbeddedAsarIntegrityValidation: true,
    OnlyLoadAppFromAsar: true,
    LoadBrowserProcessSpecificV8Snapshot: false,
    GrantFileProtocolExtraPrivileges: false,
  })
})
