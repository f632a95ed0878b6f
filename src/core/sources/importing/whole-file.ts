import { stat } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'

/** A file is whole when nothing has happened to it for so long, in milliseconds. */
const quietFor = 1_000

/**
 * Waits until nobody writes the file any more.
 * @returns false where it is gone, or where waiting was called off
 */
export async function waitUntilWhole(path: string, signal: AbortSignal): Promise<boolean> {
  let before: string | null = null
  for (;;) {
    const facts = await stat(path).catch(() => null)
    if (facts === null || signal.aborted) return false
    // What has lain there for a while need not be looked at twice. `ctime`: a copy may keep the time of what it is a copy of.
    const age = Date.now() - facts.ctimeMs
    const now = `${facts.size} ${facts.mtimeMs} ${facts.ctimeMs}`
    if (age > quietFor || now === before) return true
    before = now
    await wait(quietFor, undefined, { signal }).catch(() => {})
  }
}
