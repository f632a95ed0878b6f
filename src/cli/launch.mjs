#!/usr/bin/env node
// Starts the command line on a Node that runs it: this one, or the project's own where this one is older than 22.18
// (better-sqlite3 needs 22, and TypeScript without a build step 22.18).
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
const ownNode = fileURLToPath(new URL('../../node_modules/node/bin/node', import.meta.url))

if (major > 22 || (major === 22 && minor >= 18)) {
  // Half of what a short command takes is making programs of several hundred files, the same ones every time. Threads read it from
  // the environment.
  process.env.NODE_COMPILE_CACHE ??= fileURLToPath(
    new URL('../../node_modules/.cache/casebook', import.meta.url),
  )
  enableCompileCache(process.env.NODE_COMPILE_CACHE)
  const { runCasebook } = await import('./casebook.ts')
  process.exitCode = await runCasebook(process.argv.slice(2))
} else if (existsSync(ownNode)) {
  runOn(ownNode)
} else {
  process.stderr.write(
    `casebook: needs Node 22.18 or newer; this is ${process.versions.node}. Run npm ci first.\n`,
  )
  process.exitCode = 1
}

/** @param {string} node */
function runOn(node) {
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code) => {
    process.exitCode = code ?? 1
  })
}
