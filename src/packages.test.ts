import { globSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const packageFile = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
}
const all = { ...packageFile.dependencies, ...packageFile.devDependencies }

/** Packages that no file imports, and why they are here all the same. */
const unimported: Readonly<Record<string, string>> = {
  '@biomejs/biome': 'npm run format',
  oxlint: 'npm run lint',
  'oxlint-tsgolint': 'the type-aware rules of oxlint',
  typescript: 'npm run types',
  node: 'the Node that npm scripts run on',
  electron: 'types of main and preload; the desktop itself',
  'electron-builder': 'npm run dist',
  'electron-vite': 'npm run build',
  vite: 'electron-vite builds with it',
  'playwright-core': 'the core of @playwright/test, held at its version',
}

test('every package is imported somewhere, or named here with the reason', () => {
  const files = globSync(['{src,e2e,build}/**/*.{ts,tsx,mjs}', 'electron.vite.config.ts'], { cwd: root })
  const text = files.map((file) => readFileSync(join(root, file), 'utf8')).join('\n')
  const idle = Object.keys(all).filter((name) => {
    if (name.startsWith('@types/') || name in unimported) return false
    return !text.includes(`'${name}'`) && !text.includes(`'${name}/`)
  })
  expect(idle).toEqual([])
})

test('every package that is imported is named in package.json, and not there by chance', () => {
  const files = globSync(['{src,e2e,build}/**/*.{ts,tsx,mjs}', 'electron.vite.config.ts'], { cwd: root })
  const imported = files.flatMap((file) =>
    [
      ...readFileSync(join(root, file), 'utf8').matchAll(/^(?:import|export|\}) .*?from '([^'.#][^']*)'$/gm),
    ].map(([, from = '']) => ({ file, name: from.split('/', from.startsWith('@') ? 2 : 1).join('/') })),
  )
  expect(imported.length).toBeGreaterThan(500)
  const named = (name: string) => name.startsWith('node:') || name in all || `@types/${name}` in all
  expect(imported.filter(({ name }) => !named(name))).toEqual([])
})

test('every version is exact', () => {
  expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
})

/** Below these, faults are known that would matter here. */
const lowest: Readonly<Record<string, string>> = {
  mammoth: '1.11.0',
  '@xmldom/xmldom': '0.8.15',
  dompurify: '3.4.13',
  electron: '45.0.0',
}

test('no package is older than is safe', () => {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { version?: string }>
  }
  const old = Object.entries(lock.packages).flatMap(([path, { version }]) => {
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
    const least = lowest[name]
    return least !== undefined && isOlder(version ?? '0.0.0', least) ? [`${name} ${version}`] : []
  })
  expect(old).toEqual([])
})

test('the SQLite that runs is one without known faults in its log', () => {
  const db = new Database(':memory:')
  const { version } = db.prepare('SELECT sqlite_version() AS version').get() as { version: string }
  db.close()
  expect(isOlder(version, '3.51.3')).toBe(false)
})

test('all of Lexical is of one version: mixed ones build, and silently do not work', () => {
  const require = createRequire(import.meta.url)
  const names = Object.keys(all).filter((name) => name === 'lexical' || name.startsWith('@lexical/'))
  const versions = names.map((name) => {
    const file = join(root, 'node_modules', name, 'package.json')
    return (require(file) as { version: string }).version
  })
  expect([...new Set(versions)]).toHaveLength(1)
})

function isOlder(version: string, than: string): boolean {
  const [a = [], b = []] = [version, than].map((one) => one.split('.').map(Number))
  const at = a.findIndex((part, index) => part !== b[index])
  return at !== -1 && (a[at] ?? 0) < (b[at] ?? 0)
}
