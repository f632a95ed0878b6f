import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { realOutside } from '#core/real-outside.ts'
import { makeSampleCasebook } from '#core/sample.ts'
import { engineNodeBeside, findOfficialElectron, repository } from './find-electron.ts'

/**
 * `npm start [-- FILE…]`: builds what is not built yet and opens the desktop program; where there is no Electron or no
 * display it says so and opens the same casebook in the browser.
 */

const files = process.argv.slice(2)
buildIfStale()
const obstacle = await startDesktop()
if (obstacle !== null) {
  console.log(`${obstacle}, so Casebook opens in the browser instead:`)
  await startBrowser(files[0] ?? (await sampleCasebook()))
}

function buildIfStale(): void {
  const built = join(repository, 'out', 'renderer', 'index.html')
  const sources = ['src/**/*.{ts,tsx,css,html}', 'electron.vite.config.ts', 'package-lock.json']
  const newest = Math.max(
    ...globSync(sources, { cwd: repository }).map((file) => changed(join(repository, file))),
  )
  if (changed(built) > newest) return
  console.log('Building …')
  const vite = join(repository, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: repository,
    stdio: 'inherit',
  })
  if (status !== 0) process.exit(1)
}

function changed(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}

/** @returns null once the desktop program has run to its end, or in a few words why it cannot run. */
async function startDesktop(): Promise<string | null> {
  const electron = findOfficialElectron()
  if (electron === null) return 'Electron is not downloaded (npx install-electron gets it)'
  if (!hasDisplay()) return 'There is no display for a window'
  const engineNode = await engineNodeBeside(electron.executable)
  const env = { ...process.env, ...(engineNode === null ? {} : { CASEBOOK_ENGINE_NODE: engineNode }) }
  // Chromium refuses its sandbox to root.
  const flags = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const desktop = spawn(electron.executable, [...flags, repository, ...files], { stdio: 'inherit', env })
  passSignalsTo(desktop)
  const started = Date.now()
  return new Promise((resolve) => {
    desktop.once('error', (cause) => resolve(`Electron did not start (${cause.message})`))
    desktop.once('exit', (code) => {
      const atOnce = code !== 0 && code !== null && Date.now() - started < 5_000
      resolve(atOnce ? `Electron ended at once with code ${code}` : null)
    })
  })
}

function passSignalsTo(child: ChildProcess): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
}

function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY)
}

/** Serves the casebook until Ctrl+C; opens its address where the system has a way to do so. */
async function startBrowser(casebook: string): Promise<void> {
  const launcher = join(repository, 'src', 'cli', 'launch.mjs')
  const host = spawn(process.execPath, [launcher, 'serve', casebook], {
    stdio: ['inherit', 'pipe', 'inherit'],
  })
  passSignalsTo(host)
  host.once('exit', (code) => {
    process.exitCode = code ?? 1
  })
  for await (const line of createInterface({ input: host.stdout })) {
    console.log(line)
    if (line.startsWith('http://') && hasDisplay()) openAddress(line)
  }
}

function openAddress(address: string): void {
  const opener = process.platform === 'darwin' ? 'open' : 'xdg-open'
  if (process.platform === 'win32') return
  const child = spawn(opener, [address], { stdio: 'ignore', detached: true })
  // Without such a program the address stands on the terminal.
  child.once('error', () => {})
  child.unref()
}

/** The same file that the desktop program makes on its first start. */
async function sampleCasebook(): Promise<string> {
  const path = join(settingsFolder(), 'Sample.casebook')
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true })
    await makeSampleCasebook(path, realOutside('Casebook (start)'))
  }
  return path
}

/** Electron's `userData`, which is of the program's name in the system's place for settings. */
function settingsFolder(): string {
  if (process.env.CASEBOOK_USER_DATA !== undefined) return process.env.CASEBOOK_USER_DATA
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'casebook')
  if (process.platform === 'win32') return join(process.env.APPDATA ?? homedir(), 'casebook')
  return join(process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'casebook')
}
