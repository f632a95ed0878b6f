import { spawn } from 'node:child_process'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { repository } from './find-electron.ts'
import {
  type Count,
  oneFailed,
  onePassed,
  readPlaywrightReport,
  readVitestReport,
  sum,
} from './test-counts.ts'

/**
 * `npm test`: everything, in the order in which a fault is found soonest. Says at the end what was not run and why, and
 * closes with one line of counts, in which a check counts like a test.
 */

interface Part {
  readonly title: string
  readonly run: () => Promise<Count>
}

const results = join(repository, 'test-results')

const parts: readonly Part[] = [
  check('format', 'format:check'),
  check('lint', 'lint'),
  check('types', 'types'),
  unitTests('unit tests', 'build/vitest.config.ts'),
  unitTests('faults', 'e2e/faults/vitest.config.ts'),
  check('build', 'build'),
  unitTests('packaging', 'build/packaging/vitest.config.ts'),
  journeys('browser'),
  journeys('desktop'),
]

await rm(results, { recursive: true, force: true })
await mkdir(results, { recursive: true })
const counts: Count[] = []
for (const { title, run } of parts) {
  console.log(`\n── ${title}`)
  counts.push(await run())
}
const { passed, failed, skipped, notRun, repeated } = sum(counts)
tell('Passed only when repeated', repeated)
tell('Not run', notRun)
console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`)
process.exitCode = failed === 0 ? 0 : 1

function tell(heading: string, lines: readonly string[]): void {
  if (lines.length > 0) console.log(`\n${heading}:\n${lines.map((line) => `  ${line}`).join('\n')}`)
}

function check(title: string, script: string): Part {
  return {
    title,
    run: async () => ((await runs('npm', ['run', '--silent', script])) ? onePassed : oneFailed),
  }
}

function unitTests(title: string, config: string): Part {
  const report = join(results, `${title.replace(' ', '-')}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  return {
    title,
    run: async () => {
      await runs('vitest', ['run', '--config', config, ...reporters])
      return reasons(title, (await readVitestReport(report)) ?? oneFailed)
    },
  }
}

function journeys(face: 'browser' | 'desktop'): Part {
  const title = `${face} journeys`
  const report = join(results, `${face}.json`)
  return {
    title,
    run: async () => {
      await runs(
        'playwright',
        ['test', '-c', 'e2e/playwright.config.ts', `--project=${face}`, '--reporter=list,json'],
        {
          PLAYWRIGHT_JSON_OUTPUT_FILE: report,
        },
      )
      return reasons(title, (await readPlaywrightReport(report)) ?? oneFailed)
    },
  }
}

/** Every line says by itself where it belongs. */
function reasons(title: string, count: Count): Count {
  const placed = (lines: readonly string[]) => lines.map((line) => `${title}: ${line}`)
  return { ...count, notRun: placed(count.notRun), repeated: placed(count.repeated) }
}

/** Runs a program of the project, its output passed on. @returns whether it went well */
function runs(
  program: string,
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<boolean> {
  const path = program === 'npm' ? program : join(repository, 'node_modules', '.bin', program)
  const shell = process.platform === 'win32'
  return new Promise((resolve) => {
    const child = spawn(path, [...words], {
      cwd: repository,
      stdio: 'inherit',
      shell,
      env: { ...process.env, ...env },
    })
    child.once('error', () => resolve(false))
    child.once('exit', (code) => resolve(code === 0))
  })
}
