import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { type CallName, calls, type Engine, type EngineEvent, type Progress } from '#contract/engine.ts'
import { CasebookError, type Failure } from '#contract/failure.ts'
import { createCasebook } from '#core/engine.ts'
import { stillOutside } from '#core/test-world.ts'
import { connectEngine } from './connect-engine.ts'
import { clonedPair, type PortPair, writtenPair } from './port-pairs.ts'
import { serveEngine } from './serve-engine.ts'
import { type Ask, walkThroughContract } from './walk-through-contract.ts'

/** The same calls, asked of an engine that is near and of one behind each kind of connection, are answered alike. */

interface Asked {
  readonly name: CallName
  readonly outcome: unknown
  readonly progress: readonly Progress[]
}

interface Walk {
  readonly asked: readonly Asked[]
  readonly events: readonly EngineEvent[]
}

const ways: readonly (readonly [string, () => PortPair])[] = [
  ['behind a channel that clones', clonedPair],
  ['behind a connection of text', writtenPair],
]

const folder = mkdtempSync(join(tmpdir(), 'casebook-far-'))
const path = join(folder, 'far.casebook')
afterAll(() => rmSync(folder, { recursive: true }))

const nearWalk = withNearEngine((engine) => walk(engine))

test('every call of the contract is asked', async () => {
  const { asked } = await nearWalk
  const seen = new Set(asked.filter(({ outcome }) => isAnswer(outcome)).map(({ name }) => name))
  expect(Object.keys(calls).filter((name) => !seen.has(name as CallName))).toEqual([])
})

test('nothing but what is asked wrongly on purpose fails', async () => {
  const { asked } = await nearWalk
  const failures = asked.flatMap(({ name, outcome }) => (isAnswer(outcome) ? [] : [[name, codeOf(outcome)]]))
  expect(failures).toEqual([
    ['sources.joinVersion', 'input.invalid'],
    ['sources.read', 'source.not-found'],
    ['sources.list', 'input.invalid'],
    ['briefs.addMarkdown', 'brief.unknown-citation'],
    ['casebook.undo', 'undo.nothing'],
  ])
})

describe.each(ways)('an engine %s', (_, newPair) => {
  test('answers, fails, reports and announces as one that is near', async () => {
    const near = await nearWalk
    const far = await withFarEngine(newPair(), ({ engine }) => walk(engine))
    expect(far.asked).toEqual(near.asked)
    expect(far.events).toEqual(near.events)
  })

  test('stops a job that is cancelled, between two whole items', async () => {
    await withFarEngine(newPair(), async ({ engine }) => {
      const abort = new AbortController()
      const items = manyItems(200)
      const report = await engine.ask(
        'sources.import',
        { items },
        { signal: abort.signal, onProgress: ({ done }) => done === 3 && abort.abort() },
      )
      expect(report.cancelled).toBe(true)
      expect(report.imported.length).toBeLessThan(items.length)
      expect((await engine.ask('sources.list', {})).total).toBe(report.imported.length)
    })
  })

  test('does not begin a job that is cancelled already', async () => {
    await withFarEngine(newPair(), async ({ engine }) => {
      const report = await engine.ask(
        'sources.import',
        { items: manyItems(40) },
        { signal: AbortSignal.abort() },
      )
      expect(report).toMatchObject({ cancelled: true })
    })
  })

  test('is told as lost to whoever still waits, and to whoever asks later', async () => {
    await withFarEngine(newPair(), async ({ engine, near }) => {
      const waiting = engine.ask('sources.import', { items: manyItems(200) })
      const refused = expect(waiting).rejects.toMatchObject({ code: 'connection.lost' })
      await engine.close()
      await refused
      await expect(engine.ask('casebook.info', {})).rejects.toMatchObject({ code: 'connection.lost' })
      // The engine itself goes on for others; the job that nobody waits for any more was stopped.
      const { total } = await near.ask('sources.list', {})
      expect(total).toBeLessThan(200)
    })
  })

  test('passes over what is no request, and answers what is no call with a failure', async () => {
    await withFarEngine(newPair(), async ({ engine, pair }) => {
      for (const rubbish of [null, 'x', 7, {}, { kind: 'ask' }, { kind: 'ask', id: 'one', name: 'x' }, []])
        pair.near.post(rubbish)
      await expect(engine.ask('casebook.forget' as CallName, {})).rejects.toMatchObject({
        code: 'input.unknown-call',
      })
      expect((await engine.ask('casebook.info', {})).name).toBe('far')
    })
  })
})

async function withNearEngine<T>(work: (engine: Engine) => Promise<T>): Promise<T> {
  for (const left of [path, join(folder, 'copy.casebook')]) rmSync(left, { force: true })
  const engine = createCasebook(path, { outside: stillOutside(), checkAnswers: true })
  try {
    return await work(engine)
  } finally {
    await engine.close()
  }
}

interface Far {
  readonly engine: Engine
  readonly near: Engine
  readonly pair: PortPair
}

async function withFarEngine<T>(pair: PortPair, work: (far: Far) => Promise<T>): Promise<T> {
  // One file for all, so that paths in the answers are the same: the near walk ends first.
  await nearWalk
  return await withNearEngine(async (near) => {
    serveEngine(pair.far, near)
    const engine = connectEngine(pair.near)
    try {
      return await work({ engine, near, pair })
    } finally {
      await engine.close()
    }
  })
}

async function walk(engine: Engine): Promise<Walk> {
  const asked: Asked[] = []
  const events: EngineEvent[] = []
  const stop = engine.onEvent((event) => events.push(event))
  const ask: Ask = async (name, input) => {
    const progress: Progress[] = []
    const onProgress = (one: Progress) => progress.push(one)
    try {
      const value = await engine.ask(name, input, { onProgress })
      asked.push({ name, outcome: { value }, progress })
      return value
    } catch (error) {
      if (!(error instanceof CasebookError)) throw error
      asked.push({ name, outcome: { failure: error.toFailure() }, progress })
      throw error
    }
  }
  await walkThroughContract(ask, folder)
  stop()
  return { asked, events }
}

function isAnswer(outcome: unknown): boolean {
  return typeof outcome === 'object' && outcome !== null && 'value' in outcome
}

function codeOf(outcome: unknown): string {
  return (outcome as { failure: Failure }).failure.code
}

function manyItems(count: number) {
  return Array.from({ length: count }, (_, at) => ({
    kind: 'bytes' as const,
    name: `${at}.txt`,
    bytes: new TextEncoder().encode(`Article ${at}\n\nThe harbour was closed for ${at} days.\n`),
  }))
}
