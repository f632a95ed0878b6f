import { app, Menu, type MenuItemConstructorOptions, shell } from 'electron'
import type { MenuCommand } from '#contract/host.ts'
import { chooseAndOpen, type Desktop, makeNew } from './desktop.ts'

/**
 * The native menu. What concerns files is done here; everything else goes to the page in front as a named command, the
 * same that its own shortcuts lead to.
 */

/** Made anew whenever the recent casebooks change. */
export function showMenu(desktop: Desktop): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(desktop, process.platform === 'darwin')))
}

function menuTemplate(desktop: Desktop, mac: boolean): MenuItemConstructorOptions[] {
  const page = pageCommands(desktop)
  return [
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    { label: '&File', submenu: fileMenu(desktop, page, mac) },
    {
      label: '&Edit',
      submenu: [
        page('Undo', 'edit.undo', 'CmdOrCtrl+Z'),
        page('Redo', 'edit.redo', 'CmdOrCtrl+Shift+Z'),
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'pasteAndMatchStyle' },
        { role: 'selectAll' },
        { type: 'separator' },
        page('Find in this source', 'find.in-source', 'CmdOrCtrl+F'),
        page('Search everything', 'find.everywhere', 'CmdOrCtrl+Shift+F'),
      ],
    },
    {
      label: '&Go',
      submenu: [
        page('Command palette', 'go.palette', 'CmdOrCtrl+K'),
        { type: 'separator' },
        page('Back', 'go.back', mac ? 'Cmd+[' : 'Alt+Left'),
        page('Forward', 'go.forward', mac ? 'Cmd+]' : 'Alt+Right'),
        { type: 'separator' },
        page('Sources', 'go.sources', 'CmdOrCtrl+1'),
        page('Search', 'go.search', 'CmdOrCtrl+2'),
        page('Entities', 'go.entities', 'CmdOrCtrl+3'),
        page('Briefs', 'go.briefs', 'CmdOrCtrl+4'),
      ],
    },
    {
      label: '&View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
        ...(app.isPackaged ? [] : ([{ role: 'reload' }, { role: 'toggleDevTools' }] as const)),
      ],
    },
    { role: 'windowMenu' },
    { role: 'help', submenu: [page('Keyboard shortcuts', 'help.keys')] },
  ]
}

type PageCommand = (label: string, command: MenuCommand, accelerator?: string) => MenuItemConstructorOptions

/**
 * The page hears its keys itself, and knows better than a menu whether a text field has the focus: so the menu only
 * shows them. macOS has no such difference; there the page keeps a key from the menu by handling it.
 */
function pageCommands({ windows }: Desktop): PageCommand {
  return (label, command, accelerator) => ({
    id: command,
    label,
    click: () => windows.inFront()?.send(command),
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
  })
}

function fileMenu(desktop: Desktop, page: PageCommand, mac: boolean): MenuItemConstructorOptions[] {
  const { windows } = desktop
  const parent = () => windows.inFront()?.window ?? null
  return [
    {
      id: 'file.new',
      label: 'New casebook…',
      accelerator: 'CmdOrCtrl+N',
      click: () => void makeNew(desktop, parent()),
    },
    {
      id: 'file.open',
      label: 'Open casebook…',
      accelerator: 'CmdOrCtrl+O',
      click: () => void chooseAndOpen(desktop, parent()),
    },
    { id: 'file.recent', label: 'Open recent', submenu: recentMenu(desktop) },
    { type: 'separator' },
    page('Import files…', 'import.files', 'CmdOrCtrl+I'),
    page('Import a folder…', 'import.folder'),
    page('Import pasted text…', 'import.paste'),
    page('Import annotations…', 'import.annotations'),
    { type: 'separator' },
    page('Export brief…', 'export.brief', 'CmdOrCtrl+E'),
    page('Export annotations…', 'export.annotations'),
    page('Print…', 'reader.print', 'CmdOrCtrl+P'),
    { type: 'separator' },
    page('History', 'casebook.history'),
    page('Check this casebook', 'casebook.check'),
    page('Back up…', 'casebook.backup'),
    {
      id: 'file.show',
      label: mac ? 'Show in Finder' : 'Show in folder',
      click: () => {
        const shown = windows.inFront()
        if (shown !== null) shell.showItemInFolder(shown.path)
      },
    },
    { type: 'separator' },
    mac ? { role: 'close' } : { role: 'quit' },
  ]
}

function recentMenu({ recent, windows }: Desktop): MenuItemConstructorOptions[] {
  const items = recent.list().map(
    ({ path, name }): MenuItemConstructorOptions => ({
      label: name,
      toolTip: path,
      click: () => void windows.open(path),
    }),
  )
  if (items.length === 0) return [{ label: 'No recent casebooks', enabled: false }]
  return [...items, { type: 'separator' }, { label: 'Clear', click: () => recent.clear() }]
}
