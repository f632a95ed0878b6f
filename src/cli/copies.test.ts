import { writeFileSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import type { SharedText, Trace } from '#contract/copies.ts'
import type { ImportReport } from '#contract/importing.ts'
import type { Source } from '#contract/source.ts'
import { answer, newFolder, run } from './test-terminal.ts'

const quotation = '“We peel the onion layer by layer and we do not hurry,” the envoy said.'

/** A casebook with these texts in it, by name. */
async function newCasebook(texts: Readonly<Record<string, string>>) {
  const folder = newFolder()
  onTestFinished(() => folder[Symbol.dispose]())
  const file = folder.at('a.casebook')
  await run('new', file)
  const paths = Object.entries(texts).map(([name, text]) => {
    writeFileSync(folder.at(name), text)
    return folder.at(name)
  })
  const report = await answer<ImportReport>(0, 'import', file, ...paths)
  return { file, report, folder }
}

const texts = {
  'one.txt': `Envoy sees slow talks\n\nBy Ana Prelle\n3 March 2025\n\nTalks went on in Norrel on Monday. ${quotation}\n`,
  'two.txt': `Norrel waits\n\nBy Idris Wendell\n4 March 2025\n\nNobody was told when they would end. ${quotation.replaceAll(/[“”]/g, '"')}\n`,
  'three.txt':
    'Harbour closed\n\nBy Mira Osk\n5 March 2025\n\nThe envoy compared the talks with an onion, of which one takes off the layers slowly.\n',
}

test('a sentence that two sources share is listed with its places, a paraphrase is not', async () => {
  const { file } = await newCasebook(texts)
  const shared = await answer<SharedText[]>(0, 'copies', file)
  expect(shared).toEqual([
    {
      text: 'We peel the onion layer by layer and we do not hurry,” the envoy said.',
      occurrences: [expect.anything(), expect.anything()],
    },
  ])
  const sources = await answer<Source[]>(0, 'sources', file)
  for (const [at, { source, start, end }] of (shared[0]?.occurrences ?? []).entries()) {
    expect(source).toBe(sources[at]?.id)
    const { text } = await answer<{ text: string }>(0, 'show', file, source)
    expect(text.slice(start, end).replaceAll(/["“”]/g, '')).toBe(
      'We peel the onion layer by layer and we do not hurry, the envoy said.',
    )
  }
  expect((await run('copies', file)).out).toMatch(
    /^We peel the onion.*\n {4}source_\w+ {2}\d+–\d+ {2}Envoy sees slow talks\n/,
  )
  expect(await answer(0, 'copies', file, '--source', 'three.txt')).toEqual([])
})

test('pasted words lead to the sources they come from, with other quotes, case and a changed word', async () => {
  const { file, report } = await newCasebook(texts)
  const found = await answer<Trace[]>(
    0,
    'trace',
    file,
    '--text',
    'we PEEL the onion, layer by layer - and we never hurry',
  )
  expect(found.map(({ source, share }) => [source, share])).toEqual([
    [report.imported[0]?.id, 0.909],
    [report.imported[1]?.id, 0.909],
  ])
  expect(found[0]?.runs.map(({ quote }) => quote)).toEqual([
    'We peel the onion layer by layer and we',
    'hurry',
  ])
  expect(await answer(0, 'trace', file, '--text', 'nobody ever wrote any of these words here')).toEqual([])
  expect((await run('trace', file, '--text', 'x y z')).err).toContain('No source')
})

test('an import tells copies, versions and what may be one', async () => {
  const body = Array.from(
    { length: 60 },
    (_, at) => `Point ${at} of the plan speaks of harbour ${at * 7}.`,
  ).join(' ')
  const article = (date: string, more: string) =>
    `Plan for Norrel\n\nThe Selden Courier\nBy Ana Prelle\n${date}\n\n${body} ${more}\n`
  const { file, report, folder } = await newCasebook({
    'first.txt': article('3 March 2025', 'It is not signed.'),
    'second.txt': article('5 March 2025', 'It was signed on Wednesday.'),
  })
  const [first, second] = report.imported
  expect(report.versions).toEqual([
    { path: folder.at('second.txt'), id: second?.id, of: first?.id, similarity: expect.any(Number) },
  ])
  writeFileSync(folder.at('same.txt'), `\uFEFF${article('3 March 2025', 'It is not signed.')}`)
  const again = await answer<ImportReport>(0, 'import', file, folder.at('same.txt'))
  expect(again.duplicates).toMatchObject([{ of: first?.id, kind: 'text', similarity: 1 }])
  expect(again.versions).toEqual([])
})
