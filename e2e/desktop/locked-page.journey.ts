import { join } from 'node:path'
import { repository } from '../../build/find-electron.ts'
import { expect, test } from '../fixtures.ts'

/** What a script would find if one ever came in with somebody's article: every way out shut. */

const elsewhere = 'https://casebook.example/'

test('a page cannot leave the program', async ({ casebook, page }) => {
  await expect(page.getByRole('main')).toBeVisible()
  expect(await page.evaluate((address) => window.open(address) === null, elsewhere)).toBe(true)
  await page.evaluate((address) => {
    const frame = document.createElement('iframe')
    frame.src = address
    document.body.append(frame)
    window.location.href = address
  }, elsewhere)
  // Playwright waits for a navigation that was stopped, so main is asked where its windows are.
  const addresses = () =>
    casebook
      .electron()
      .evaluate(({ webContents }) => webContents.getAllWebContents().map((contents) => contents.getURL()))
  const stillOurs = () =>
    casebook.electron().evaluate(({ webContents }) => {
      const [contents] = webContents.getAllWebContents()
      return contents?.executeJavaScript('document.querySelector("#root") !== null')
    })
  expect(await addresses()).toEqual(['casebook-app://app/index.html'])
  expect(await stillOurs()).toBe(true)
})

test('a page reaches no address but its own', async ({ casebook, page }) => {
  const fetched = await page.evaluate(
    (address) =>
      fetch(address).then(
        () => 'fetched',
        () => 'refused',
      ),
    elsewhere,
  )
  expect(fetched).toBe('refused')
  // Past the page's policy, as main itself would ask: the session refuses as well.
  const asked = await casebook.electron().evaluate(
    ({ session }, address) =>
      session.defaultSession.fetch(address).then(
        () => 'fetched',
        () => 'refused',
      ),
    elsewhere,
  )
  expect(asked).toBe('refused')
})

test('a page has no Node, no inline script and no permission', async ({ page }) => {
  const found = await page.evaluate(async () => {
    const script = document.createElement('script')
    script.textContent = 'window.broughtIn = true'
    document.body.append(script)
    const { state } = await navigator.permissions.query({ name: 'geolocation' })
    return {
      node: 'require' in window || 'process' in window,
      broughtIn: 'broughtIn' in window,
      geolocation: state,
    }
  })
  expect(found).toEqual({ node: false, broughtIn: false, geolocation: 'denied' })
})

test('the windows are made with every lock on', async ({ casebook, page }) => {
  await expect(page.getByRole('main')).toBeVisible()
  const locks = await casebook.electron().evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    const contents = window?.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
    const { contextIsolation, sandbox, nodeIntegration, webviewTag } = contents.getLastWebPreferences()
    return { contextIsolation, sandbox, nodeIntegration, webviewTag: webviewTag ?? false }
  })
  expect(locks).toEqual({ contextIsolation: true, sandbox: true, nodeIntegration: false, webviewTag: false })
})

test('a page that is not ours is answered by nobody', async ({ casebook, page }) => {
  await expect(page.getByRole('main')).toBeVisible()
  const preload = join(repository, 'out', 'preload', 'preload.cjs')
  const answer = await casebook.electron().evaluate(async ({ BrowserWindow }, door) => {
    const stranger = new BrowserWindow({ show: false, webPreferences: { preload: door, sandbox: true } })
    await stranger.loadURL('data:text/html,<title>stranger</title>')
    const asked: unknown = await stranger.webContents.executeJavaScript(
      'window.casebookHost.recentCasebooks().then(() => "answered", (error) => String(error))',
    )
    stranger.destroy()
    return asked
  }, preload)
  expect(answer).toContain('none of Casebook’s')
})
