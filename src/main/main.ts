import { join } from 'node:path'
import { app, nativeTheme } from 'electron'
import { declareAppScheme, serveAppScheme } from './app-scheme.ts'
import { CasebookWindows } from './casebook-windows.ts'
import { chosenTheme, type Desktop } from './desktop.ts'
import { showMenu } from './menu.ts'
import { answerPages } from './page-requests.ts'
import { recentCasebooks } from './recent.ts'
import { cutNetwork, lockPages } from './security.ts'
import { openSettingsFile } from './settings-file.ts'
import { namedCasebooks } from './start-arguments.ts'

/**
 * The desktop program. It opens windows, shows menus and dialogs, and introduces each page to its casebook's engine; what
 * happens in a casebook is the engine's matter.
 */

/** Casebooks that another start of the program, or the system, asks this one to open. */
interface LaterStart {
  readonly casebooks: readonly string[]
}

// A folder of its own for settings and sample: for the tests, and for carrying Casebook on a stick.
if (process.env.CASEBOOK_USER_DATA !== undefined) app.setPath('userData', process.env.CASEBOOK_USER_DATA)
cutNetwork()
declareAppScheme()

const named = namedCasebooks(process.argv, {
  startedAsFolder: process.defaultApp ?? false,
  directory: process.cwd(),
})
// macOS names files by an event, and may do so before the program is ready.
const asked: string[] = [...named]
app.on('open-file', (event, path) => {
  event.preventDefault()
  asked.push(path)
})

if (app.requestSingleInstanceLock({ casebooks: named } satisfies LaterStart)) void app.whenReady().then(start)
else app.quit()

async function start(): Promise<void> {
  const desktop = makeDesktop()
  const { windows } = desktop
  nativeTheme.themeSource = chosenTheme(desktop)
  lockPages()
  serveAppScheme()
  answerPages(desktop)
  showMenu(desktop)
  keepOpening(desktop)
  endWhole(windows)
  await openFirst(desktop, asked.splice(0))
}

function makeDesktop(): Desktop {
  const settings = openSettingsFile(join(app.getPath('userData'), 'settings.json'))
  const recent = recentCasebooks(settings, () => showMenu(desktop))
  const desktop: Desktop = { settings, recent, windows: new CasebookWindows(settings, recent) }
  return desktop
}

/** What was named; else the casebook that was open last; else the sample, so that the first start shows what Casebook does. */
async function openFirst({ windows, recent }: Desktop, paths: readonly string[]): Promise<void> {
  for (const path of paths) await windows.open(path)
  const last = recent.list()[0]
  if (windows.inFront() === null && paths.length === 0 && last !== undefined) await windows.open(last.path)
  if (windows.inFront() === null) await windows.open(samplePath(), 'sample')
  if (windows.inFront() === null) app.quit()
}

function samplePath(): string {
  return join(app.getPath('userData'), 'Sample.casebook')
}

function keepOpening(desktop: Desktop): void {
  const { windows } = desktop
  app.on('second-instance', (_event, _argv, _directory, later) => {
    // Only another start of this program can send it.
    const { casebooks } = later as LaterStart
    if (casebooks.length === 0) windows.inFront()?.focus()
    for (const path of casebooks) void windows.open(path)
  })
  app.removeAllListeners('open-file')
  app.on('open-file', (event, path) => {
    event.preventDefault()
    void windows.open(path)
  })
  app.on('activate', () => {
    if (windows.inFront() === null) void openFirst(desktop, [])
  })
}

/** The program stays until the files of all windows are whole. */
function endWhole(windows: CasebookWindows): void {
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  app.on('will-quit', (event) => {
    if (windows.allWhole()) return
    event.preventDefault()
    void windows.whole().then(() => app.quit())
  })
}
