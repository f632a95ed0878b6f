import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type TestFunction, test } from 'vitest'

/**
 * Real articles and odd files that some tests are tried on. They lie beside a checkout, not in it:
 * where they are missing, the test is skipped by name.
 */
const root = join(import.meta.dirname, '..', '..', 'shared')

/** The path of a piece of the material, or null where it is missing. */
export function sharedPath(...parts: string[]): string | null {
  const path = join(process.env['CASEBOOK_SHARED'] ?? root, ...parts)
  return existsSync(path) ? path : null
}

/** A test that needs the piece at `parts`; `run` is handed its path. */
export function sharedTest(
  name: string,
  parts: string[],
  run: (path: string) => ReturnType<TestFunction>,
): void {
  const path = sharedPath(...parts)
  if (path === null) test.skip(`${name} (needs ${parts.join('/')} beside the checkout)`, () => {})
  else test(name, () => run(path))
}
