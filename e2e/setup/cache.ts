import { mkdir } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** What the test set-up fetches is kept outside the tree, once for all clones. */
export async function testCache(...parts: readonly string[]): Promise<string> {
  const base =
    process.env.CASEBOOK_TEST_CACHE ??
    join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'casebook-tests')
  const folder = join(base, ...parts)
  await mkdir(folder, { recursive: true })
  return folder
}
