import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import type { Engine } from '#contract/engine.ts'
import type { EntityId, HighlightId, SourceId } from '#contract/ids.ts'
import { openCasebook } from '#core/engine.ts'
import { realOutside } from '#core/real-outside.ts'
import { inventArticle, seeded } from './articles.ts'

/** What a program that was killed had said before: each of it must be there afterwards. */
export type Acknowledged =
  | { readonly kind: 'source'; readonly id: SourceId; readonly name: string }
  | { readonly kind: 'highlight'; readonly id: HighlightId; readonly quote: string }
  | { readonly kind: 'entity'; readonly id: EntityId; readonly mentions: number }
  | { readonly kind: 'annotations'; readonly source: SourceId; readonly added: number }

/** One casebook after another is filled by programs that are killed one after the other. */
const casebooks = 6
const killsEach = 10
const compiled = mkdtempSync(join(tmpdir(), 'casebook-compiled-'))
afterAll(() => rmSync(compiled, { recursive: true, force: true }))

/** A moment: when so many things have been acknowledged (importing and annotating five articles makes 20), and a little later. */
interface Moment {
  readonly acknowledged: number
  readonly milliseconds: number
}

test('killed at 60 random moments of import and annotation, a casebook keeps all it acknowledged', async () => {
  const random = seeded(20_261_122)
  const kinds = new Set<string>()
  const moments = Array.from({ length: casebooks }, () =>
    Array.from({ length: killsEach }, () => randomMoment(random)),
  )
  // Two at a time: while one casebook is looked at, a program works on another.
  for (let at = 0; at < casebooks; at += 2)
    await Promise.all(moments.slice(at, at + 2).map((some, lane) => fillAndKill(at + lane, some, kinds)))
  // Otherwise the moments lay too early to prove anything.
  expect([...kinds].toSorted()).toEqual(['annotations', 'entity', 'highlight', 'source'])
})

/** At first the file is opened and the first articles are taken apart; after that a step takes a few milliseconds. */
function randomMoment(random: () => number): Moment {
  const acknowledged = Math.floor(random() * 30)
  return { acknowledged, milliseconds: random() * (acknowledged === 0 ? 400 : 30) }
}

async function fillAndKill(number: number, moments: readonly Moment[], kinds: Set<string>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-kill-'))
  const path = join(folder, 'killed.casebook')
  const acknowledged: Acknowledged[] = []
  let next = new Victim(path, number * 100_000)
  try {
    for (const [kill, moment] of moments.entries()) {
      const victim = next
      next = new Victim(path, number * 100_000 + (kill + 1) * 1_000)
      acknowledged.push(...(await victim.liveUntil(moment)))
      await expectWhole(path, acknowledged, `casebook ${number}, kill ${kill}`)
    }
    for (const { kind } of acknowledged) kinds.add(kind)
  } finally {
    await next.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A program that is made ready beforehand, lives for a while, and is killed. */
class Victim {
  readonly #child: ChildProcess
  readonly #said: string[] = []
  readonly #ready: Promise<void>
  #heard: () => void = () => {}
  readonly #ended: Promise<unknown>

  constructor(path: string, firstArticle: number) {
    const program = join(import.meta.dirname, 'kill-victim.ts')
    const child = spawn(process.execPath, [program, path, String(firstArticle)], {
      stdio: ['pipe', 'pipe', 'inherit'],
      // What the program is made of is compiled once, not sixty times.
      env: { ...process.env, NODE_COMPILE_CACHE: compiled },
    })
    this.#child = child
    const lines = createInterface({ input: child.stdout })
    this.#ready = new Promise((resolve) => {
      lines.on('line', (line) => {
        if (line === 'ready') resolve()
        else this.#said.push(line)
        this.#heard()
      })
    })
    const drained = new Promise<void>((resolve) => {
      lines.once('close', () => {
        resolve()
        this.#heard()
      })
    })
    this.#ended = Promise.all([new Promise((resolve) => child.once('exit', resolve)), drained])
  }

  async liveUntil({ acknowledged, milliseconds }: Moment): Promise<Acknowledged[]> {
    await this.#ready
    this.#child.stdin?.write('go\n')
    while (this.#said.length < acknowledged && this.#child.exitCode === null) await this.#nextLine()
    await wait(milliseconds)
    await this.kill()
    // Only a whole line was said; the last may have been cut off.
    return this.#said.filter((line) => line.endsWith('}')).map((line) => JSON.parse(line) as Acknowledged)
  }

  /** Or the end. */
  #nextLine(): Promise<void> {
    return new Promise((resolve) => {
      this.#heard = resolve
    })
  }

  async kill(): Promise<void> {
    // One that ended by itself has failed, and proves nothing.
    expect(this.#child.exitCode).toBeNull()
    this.#child.kill('SIGKILL')
    await this.#ended
  }
}

async function expectWhole(
  path: string,
  acknowledged: readonly Acknowledged[],
  moment: string,
): Promise<void> {
  if (!existsSync(path)) {
    expect([moment, acknowledged]).toEqual([moment, []])
    return
  }
  const engine = openCasebook(path, { outside: realOutside('Casebook (fault test)') })
  try {
    expect([moment, await engine.ask('casebook.check', {})]).toEqual([moment, { ok: true, problems: [] }])
    await expectAcknowledged(engine, acknowledged)
    await expectNothingHalf(engine)
  } finally {
    await engine.close()
  }
}

async function expectAcknowledged(engine: Engine, acknowledged: readonly Acknowledged[]): Promise<void> {
  const sources = new Map((await engine.ask('sources.list', {})).items.map((one) => [one.id, one]))
  const { items } = await engine.ask('highlights.list', {})
  const highlights = new Map(items.map((one) => [one.id, one]))
  const entities = new Map((await engine.ask('entities.list', {})).items.map((one) => [one.id, one]))
  for (const one of acknowledged) {
    switch (one.kind) {
      case 'source':
        expect(sources.get(one.id)).toMatchObject({
          path: one.name,
          sha256: sha256Of(articleNamed(one.name)),
        })
        break
      case 'highlight':
        expect(highlights.get(one.id)?.passages[0]?.quote).toBe(one.quote)
        break
      case 'entity':
        expect(entities.get(one.id)?.mentions).toBe(one.mentions)
        break
      case 'annotations':
        // All of one file are one step, beside the one highlight that was made by hand.
        expect(sources.get(one.source)?.highlights).toBe(one.added + 1)
        break
    }
  }
}

/** Each source that is there, acknowledged or not, has its text and its original, and is found by its words. */
async function expectNothingHalf(engine: Engine): Promise<void> {
  const { items } = await engine.ask('sources.list', {})
  for (const { id, path, length, highlights } of items.slice(-12)) {
    const { text } = await engine.ask('sources.read', { id })
    expect(text.length).toBe(length)
    const { bytes } = await engine.ask('sources.original', { id })
    expect(new TextDecoder().decode(bytes)).toBe(articleNamed(path ?? '').text)
    // Marked by hand, or not at all, or by hand and by the file of three.
    expect([0, 1, 4]).toContain(highlights)
  }
  const { total } = await engine.ask('search.run', { query: 'report', kinds: ['source'], limit: 0 })
  expect(total).toBe(items.length)
}

function articleNamed(name: string) {
  return inventArticle(Number(/\d+/.exec(name)?.[0]))
}

function sha256Of({ text }: { text: string }): string {
  return createHash('sha256').update(text).digest('hex')
}
