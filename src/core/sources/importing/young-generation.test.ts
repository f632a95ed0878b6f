import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** In a program of its own: what is held stays held for the rest of its life. */
const program = `
  import { getHeapSpaceStatistics } from 'node:v8'
  const { holdYoungGeneration } = await import(process.argv[1])
  const room = () => getHeapSpaceStatistics().find((space) => space.space_name === 'new_space').space_size
  const surviving = []
  const survive = (objects) => {
    for (let at = 0; at < objects; at++) {
      surviving[at % 60_000] = { at, within: [at] }
      if (at % 1_000 === 0) holdYoungGeneration()
    }
    return room()
  }
  process.stdout.write(JSON.stringify([survive(1_500_000), survive(4_000_000)]))
`

test('the room for what is short-lived grows until it is enough, and no more, however much survives in it', () => {
  const file = join(import.meta.dirname, 'young-generation.ts')
  const told = execFileSync(process.execPath, ['--input-type=module', '--eval', program, file], {
    encoding: 'utf8',
  })
  const [early, late] = JSON.parse(told) as number[]
  expect(late).toBe(early)
  // Twice what is enough would be the next step.
  expect(early).toBeLessThan(70 * 1024 * 1024)
})
