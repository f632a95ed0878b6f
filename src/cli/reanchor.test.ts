import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { answer, newFolder, run } from './test-terminal.ts'

const older = `Ferry talks resume

The 🕊️ envoy arrived on Monday and spoke to the harbour master for an hour.

Four distinct channels were agreed, the spokesman told reporters afterwards.

Nobody could be reached for comment by the time this was written.
`
const newer = older
  .replace(
    'Ferry talks resume\n',
    'Ferry talks resume\n\nUpdated at noon 😀, with a reply from the ministry.\n',
  )
  .replace('were agreed', 'had been agreed')
  .replace('Nobody could be reached for comment by the time this was written.', 'The ministry said no.')

interface Told {
  readonly outcome: string
  readonly start: number | null
  readonly end: number | null
  readonly reason: string | null
}

async function marked(folder: ReturnType<typeof newFolder>): Promise<string> {
  const [file, text, annotations] = [folder.at('a.casebook'), folder.at('talks.txt'), folder.at('a.jsonld')]
  writeFileSync(text, older)
  writeFileSync(folder.at('newer.txt'), newer)
  const quotes = ['envoy arrived on Monday', 'channels were agreed, the spokesman', 'Nobody could be reached']
  writeFileSync(
    annotations,
    JSON.stringify(
      quotes.map((exact) => ({
        type: 'Annotation',
        target: { source: text, selector: { type: 'TextQuoteSelector', exact } },
      })),
    ),
  )
  await run('new', file)
  await run('import', file, text)
  await answer(0, 'annotate', file, annotations)
  return file
}

test('a newer version says what became of each mark, first without keeping anything, then for good', async () => {
  using folder = newFolder()
  const file = await marked(folder)
  const history = await answer<unknown[]>(0, 'history', file)
  const look = await answer<Told[]>(
    0,
    'reanchor',
    file,
    'talks.txt',
    '--to',
    folder.at('newer.txt'),
    '--dry-run',
  )
  expect(look.map(({ outcome }) => outcome)).toEqual(['moved', 'fuzzy', 'orphan'])
  const [envoy, channels, lost] = look
  expect(channels?.reason).toMatch(/differ/)
  expect(lost).toMatchObject({ start: null, end: null, reason: expect.stringMatching(/./) })
  expect(await answer(0, 'history', file)).toEqual(history)
  expect(await answer(0, 'sources', file)).toHaveLength(1)

  const kept = await answer(0, 'reanchor', file, 'talks.txt', '--to', folder.at('newer.txt'))
  expect(kept).toEqual(look)
  const { text } = await answer<{ text: string }>(0, 'show', file, folder.at('newer.txt'))
  const words = text.slice(envoy?.start ?? 0, envoy?.end ?? 0)
  expect(words).toBe('envoy arrived on Monday')
  expect(await answer(0, 'marks', file, '--source', folder.at('newer.txt'))).toHaveLength(2)
  expect(await answer(0, 'marks', file, '--source', folder.at('newer.txt'), '--orphans')).toHaveLength(1)
  expect(await answer(0, 'marks', file, '--source', folder.at('talks.txt'))).toHaveLength(3)
  expect(await answer(0, 'check', file)).toEqual({ ok: true, problems: [] })
})

test('what cannot be read, or holds no article, is told and changes nothing', async () => {
  using folder = newFolder()
  const file = await marked(folder)
  writeFileSync(folder.at('empty.txt'), '')
  for (const to of ['none.txt', 'empty.txt'])
    expect(await run('reanchor', file, 'talks.txt', '--to', folder.at(to))).toMatchObject({
      code: 2,
      err: expect.stringContaining(to),
    })
  expect(await answer(0, 'sources', file)).toHaveLength(1)
})
