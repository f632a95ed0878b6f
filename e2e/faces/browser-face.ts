import { join } from 'node:path'
import { type BrowserContext, chromium } from '@playwright/test'
import { findChromium, quietChromium } from '../setup/chromium.ts'
import type { Face, StartedFace } from './face.ts'
import { serveCasebook } from './program.ts'

/** `casebook serve`, and a plain Chromium on the address that it prints. */
export async function browserFace(say: (line: string) => void): Promise<Face> {
  const executablePath = await findChromium(say)
  const browser = await chromium.launch({ executablePath, args: [...quietChromium] })
  // What a browser keeps for an address outlives the program behind it.
  const kept = new Map<string, Awaited<ReturnType<BrowserContext['storageState']>>>()
  return {
    name: 'browser',
    close: () => browser.close(),
    async start(casebook, scratch): Promise<StartedFace> {
      let host = await serveCasebook(casebook)
      const before = kept.get(casebook)
      const context = await browser.newContext({
        viewport: { width: 1360, height: 880 },
        acceptDownloads: true,
        ...(before === undefined ? {} : { storageState: before }),
      })
      const page = await context.newPage()
      // Choosers are answered by the journey from the start: turned on at the first wait for one, it can come after the key that opens it.
      page.on('filechooser', () => {})
      await page.goto(host.address)
      return {
        page,
        electron: null,
        behind: {
          stop: () => host.close(),
          start: async () => {
            host = await serveCasebook(casebook)
            return host.address
          },
        },
        async chooseFiles(paths, action) {
          const [chooser] = await Promise.all([page.waitForEvent('filechooser'), action()])
          await chooser.setFiles([...paths])
        },
        async savedFile(action) {
          const [download] = await Promise.all([page.waitForEvent('download'), action()])
          const path = join(scratch, download.suggestedFilename())
          await download.saveAs(path)
          return path
        },
        async close() {
          kept.set(casebook, await context.storageState())
          await context.close()
          await host.close()
        },
      }
    },
  }
}
