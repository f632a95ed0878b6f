import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from 'electron'
import {
  type CasebookHost,
  enginePortMessage,
  type HostCall,
  hostChannels,
  type MenuCommand,
} from '#contract/host.ts'

/**
 * The one narrow door between page and desktop. It names what may be asked and passes it on; main checks who asks. The
 * engine's port goes through as it came, so that what page and engine say to each other passes nobody.
 */

const platforms: Readonly<Record<string, CasebookHost['platform']>> = {
  linux: 'linux',
  darwin: 'mac',
  win32: 'windows',
}

const ask =
  <T>(call: HostCall) =>
  (...input: readonly unknown[]): Promise<T> =>
    ipcRenderer.invoke(call, ...input)

const host: Required<CasebookHost> = {
  kind: 'desktop',
  platform: platforms[process.platform] ?? 'other',
  version: process.argv.find((argument) => argument.startsWith('--casebook-version='))?.split('=')[1] ?? '',
  requestEngine: () => ipcRenderer.send(hostChannels.requestEngine),
  openCasebook: ask('openCasebook'),
  newCasebook: ask('newCasebook'),
  recentCasebooks: ask('recentCasebooks'),
  chooseFilesToImport: ask('chooseFilesToImport'),
  chooseFolder: ask('chooseFolder'),
  chooseBackupPlace: ask('chooseBackupPlace'),
  saveFile: ask('saveFile'),
  // The page hands in the browser's own `File`; of one made by a script the path is empty.
  pathOf: (file) => webUtils.getPathForFile(file as File) || null,
  onMenuCommand,
  theme: ask('theme'),
  setTheme: ask('setTheme'),
}

function onMenuCommand(listener: (command: MenuCommand) => void): () => void {
  const pass = (_event: IpcRendererEvent, command: MenuCommand) => listener(command)
  ipcRenderer.on(hostChannels.menuCommand, pass)
  return () => ipcRenderer.removeListener(hostChannels.menuCommand, pass)
}

contextBridge.exposeInMainWorld('casebookHost', host)
ipcRenderer.on(enginePortMessage, (event) => {
  window.postMessage(enginePortMessage, window.location.origin, [...event.ports])
})
