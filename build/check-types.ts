import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Type-checks each room under its own tsconfig (core has no DOM, the renderer no Node), then the tests and tools
 * under the one at the top.
 */
const root = join(import.meta.dirname, '..')
const rooms = globSync('src/*/tsconfig.json', { cwd: root })
  .toSorted()
  .filter((config) => globSync(`${join(config, '..')}/**/*.{ts,tsx}`, { cwd: root }).length > 0)

let failed = 0
for (const config of [...rooms, 'tsconfig.json']) {
  const { status } = spawnSync('tsc', ['-p', config], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) failed++
}
process.exitCode = failed === 0 ? 0 : 1
