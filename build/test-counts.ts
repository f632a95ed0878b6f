import { readFile } from 'node:fs/promises'

/** Counts from the reports that the test runners write, and why something was not run. */

export interface Count {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
  /** In words, each with its reason. */
  readonly notRun: readonly string[]
  /** What failed at first and passed when it was repeated: a race that is still to be found. */
  readonly repeated: readonly string[]
}

const none: Count = { passed: 0, failed: 0, skipped: 0, notRun: [], repeated: [] }
export const onePassed: Count = { ...none, passed: 1 }
export const oneFailed: Count = { ...none, failed: 1 }

export function sum(counts: readonly Count[]): Count {
  return {
    passed: counts.reduce((all, { passed }) => all + passed, 0),
    failed: counts.reduce((all, { failed }) => all + failed, 0),
    skipped: counts.reduce((all, { skipped }) => all + skipped, 0),
    notRun: counts.flatMap(({ notRun }) => notRun),
    repeated: counts.flatMap(({ repeated }) => repeated),
  }
}

interface VitestReport {
  readonly testResults: readonly {
    readonly status: string
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[]
  }[]
}

/** @returns null where there is no report: the runner itself went wrong. */
export async function readVitestReport(path: string): Promise<Count | null> {
  const report = await readReport<VitestReport>(path)
  if (report === null) return null
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults)
  const failed = tests.filter(({ status }) => status === 'failed').length
  // A file that could not even be read has no test that failed.
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  ).length
  const passed = tests.filter(({ status }) => status === 'passed').length
  const skipped = tests.filter(({ status }) => status !== 'passed' && status !== 'failed')
  return {
    passed,
    failed: failed + broken,
    skipped: skipped.length,
    notRun: skipped.map(({ fullName }) => fullName),
    repeated: [],
  }
}

interface PlaywrightSuite {
  readonly suites?: readonly PlaywrightSuite[]
  readonly specs: readonly {
    readonly title: string
    readonly tests: readonly {
      readonly status: 'expected' | 'unexpected' | 'flaky' | 'skipped'
      readonly annotations: readonly { readonly type: string; readonly description?: string }[]
    }[]
  }[]
}

interface PlaywrightReport {
  readonly suites: readonly PlaywrightSuite[]
  /** What went wrong outside of any test. */
  readonly errors: readonly unknown[]
}

/** A journey that only passed when repeated is named. @returns null where there is no report. */
export async function readPlaywrightReport(path: string): Promise<Count | null> {
  const report = await readReport<PlaywrightReport>(path)
  if (report === null) return null
  const specs = report.suites.flatMap(specsOf)
  const tests = specs.flatMap((spec) => spec.tests.map((test) => ({ title: spec.title, ...test })))
  const skipped = tests.filter(({ status }) => status === 'skipped')
  const repeated = tests.filter(({ status }) => status === 'flaky')
  const passed = tests.filter(({ status }) => status === 'expected').length + repeated.length
  return {
    passed,
    failed: tests.length - passed - skipped.length + report.errors.length,
    skipped: skipped.length,
    notRun: skipped.map(({ title, annotations }) => {
      const reason = annotations.find(({ type }) => type === 'skip' || type === 'fixme')?.description
      return reason === undefined ? title : `${title}: ${reason}`
    }),
    repeated: repeated.map(({ title }) => title),
  }
}

function specsOf(suite: PlaywrightSuite): PlaywrightSuite['specs'] {
  return [...suite.specs, ...(suite.suites ?? []).flatMap(specsOf)]
}

async function readReport<Report>(path: string): Promise<Report | null> {
  try {
    // Written a moment ago by the runner of the version that the lock file names.
    return JSON.parse(await readFile(path, 'utf8')) as Report
  } catch {
    return null
  }
}
