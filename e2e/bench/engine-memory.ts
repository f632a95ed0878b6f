import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { openCasebook } from '../../src/core/engine.ts'
import { realOutside } from '../../src/core/real-outside.ts'

/**
 * `node engine-memory.ts CASEBOOK`, queries as a JSON array on its standard input: an engine as hosts have it, with search in a thread of its
 * own and nothing of the benchmark. Everything is asked three times, the words are read in, and everything is asked once more. Prints the
 * megabytes that the process then has in memory, the program itself included.
 */

/** Until the thread has nothing more to do of itself, in milliseconds. */
const UNTIL_IDLE = 10_000

const [, , path = ''] = process.argv
const queries = JSON.parse(readFileSync(0, 'utf8')) as string[]
const engine = openCasebook(path, { outside: realOutside('Casebook (benchmark)'), searchAside: true })
for (let round = 0; round < 3; round += 1) await askAll()
await wait(UNTIL_IDLE)
await askAll()
process.stdout.write(`${process.memoryUsage().rss / 1e6}`)
await engine.close()

async function askAll(): Promise<void> {
  for (const query of queries) await engine.ask('search.run', { query, passages: 3 })
}
