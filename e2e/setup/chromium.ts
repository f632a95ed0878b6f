import { chromium } from '@playwright/test'
import { findProgram, installPackage } from './programs.ts'

/** The Chromium for the browser journeys: Playwright's own, else an installed one, else Debian's package. */

const installed = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
]

/** Nothing that a browser does by itself may be in the way of a journey, or leave the machine. */
export const quietChromium: readonly string[] = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Chromium refuses its sandbox to root.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

/** @throws Error where there is none and none can be installed: the browser journeys always run. */
export async function findChromium(say: (line: string) => void): Promise<string> {
  const found = findProgram([chromium.executablePath(), ...installed])
  if (found !== null) return found
  const trouble = await installPackage('chromium', say)
  const fresh = findProgram(installed)
  if (fresh === null) throw new Error(trouble ?? 'The package chromium brought no program of that name')
  return fresh
}
