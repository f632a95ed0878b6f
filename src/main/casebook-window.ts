import { app, BrowserWindow, MessageChannelMain, screen } from 'electron'
import { enginePortMessage, hostChannels, type MenuCommand } from '#contract/host.ts'
import { firstPage } from './app-scheme.ts'
import { preloadFile } from './built-files.ts'
import { type EngineHost, startEngine } from './engine-host.ts'
import type { EngineStart } from './engine-messages.ts'
import { casebookName } from './recent.ts'
import { lockedPreferences } from './security.ts'
import type { SettingsFile } from './settings-file.ts'
import { findPlace, firstSize, keepPlace, smallestWindow } from './window-place.ts'

/** One casebook on the screen: its window, and the engine that holds its file for as long as the window stands. */
export class CasebookWindow {
  readonly path: string
  readonly window: BrowserWindow
  /** Resolves when the window is gone and the file is whole. */
  readonly closed: Promise<void>
  readonly #start: EngineStart
  #engine: EngineHost

  private constructor(start: EngineStart, engine: EngineHost, settings: SettingsFile) {
    this.path = start.path
    // An engine that is started again finds the file that was made the first time.
    this.#start = { ...start, as: 'existing' }
    this.#engine = engine
    this.window = makeWindow(start.path, settings)
    this.closed = new Promise((resolve) => {
      this.window.once('closed', () => void this.#engine.close().then(resolve))
    })
  }

  /** @throws CasebookError where the casebook cannot be opened; then no window was made. */
  static async open(start: EngineStart, settings: SettingsFile): Promise<CasebookWindow> {
    return new CasebookWindow(start, await startEngine(start), settings)
  }

  /** Shows the page, which asks to be introduced while it loads. */
  async load(): Promise<void> {
    await this.window.loadURL(firstPage)
    // Where the first paint is late, a window without a picture is better than none.
    this.window.show()
  }

  focus(): void {
    if (this.window.isMinimized()) this.window.restore()
    this.window.show()
    this.window.focus()
  }

  /** Introduces page and engine, and steps aside. An engine that has ended by itself is started again first. */
  async introduce(): Promise<void> {
    if (!this.#engine.running()) this.#engine = await startEngine(this.#start)
    if (this.window.isDestroyed()) return
    const { port1: forPage, port2: forEngine } = new MessageChannelMain()
    this.#engine.connect(forEngine)
    this.window.webContents.postMessage(enginePortMessage, null, [forPage])
  }

  send(command: MenuCommand): void {
    this.window.webContents.send(hostChannels.menuCommand, command)
  }
}

function makeWindow(casebook: string, settings: SettingsFile): BrowserWindow {
  const screens = screen.getAllDisplays().map((display) => display.workArea)
  const place = findPlace(settings, casebook, screens)
  const window = new BrowserWindow({
    ...(place?.bounds ?? firstSize(screen.getPrimaryDisplay().workArea)),
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    title: `${casebookName(casebook)} — Casebook`,
    show: false,
    webPreferences: {
      ...lockedPreferences,
      preload: preloadFile,
      additionalArguments: [`--casebook-version=${app.getVersion()}`],
    },
  })
  window.setRepresentedFilename(casebook)
  if (place?.maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('page-title-updated', (event) => event.preventDefault())
  window.on('close', () => {
    keepPlace(settings, casebook, { bounds: window.getNormalBounds(), maximized: window.isMaximized() })
  })
  return window
}
