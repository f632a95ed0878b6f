import { app, type Session, session, type WebContents } from 'electron'
import { pageScheme } from './page-files.ts'

/**
 * A page of Casebook shows other people's words. Should one of them ever run as a script, it finds every way out shut:
 * no other address, no new window, no permission, no network.
 */

/** Before the app is ready. Chromium's own calls home are stopped here: names of hosts do not resolve at all. */
export function cutNetwork(): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
  ]) {
    app.commandLine.appendSwitch(name)
  }
}

/** Once the app is ready, before the first window. */
export function lockPages(): void {
  app.on('web-contents-created', (_event, contents) => lockContents(contents))
  lockSession(session.defaultSession)
}

/** What every window is made with. */
export const lockedPreferences = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  webSecurity: true,
  webviewTag: false,
  navigateOnDragDrop: false,
  // Its dictionaries would be fetched from the network.
  spellcheck: false,
} as const

function lockContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
}

function lockSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setSpellCheckerEnabled(false)
  session.on('will-download', (event) => event.preventDefault())
  session.webRequest.onBeforeRequest((request, answer) => {
    answer({ cancel: !isInsideProgram(request.url) })
  })
}

/** `blob:` and `data:` hold what the page made itself; the page policy says where they may be used. */
function isInsideProgram(address: string): boolean {
  const scheme = address.slice(0, address.indexOf(':'))
  return scheme === pageScheme || scheme === 'blob' || scheme === 'data' || scheme === 'devtools'
}
