import { expect, test } from 'vitest'
import { newTestCasebook } from '../test-world.ts'

const article = `A *Quiet* Deal <b>

By Mara Quill

The minister said “never” & left. A clerk saw it.

She came back in May.`

/** A brief with two notes on one source, the first cited twice, a deleted one, and words that markup would trip over. */
async function newBrief() {
  const casebook = newTestCasebook()
  const { engine } = casebook
  const items = [{ kind: 'paste' as const, text: article }]
  const { imported } = await engine.ask('sources.import', { items })
  const source = imported[0]?.id
  if (source === undefined) throw new Error('the article was not imported')
  await engine.ask('sources.edit', {
    ids: [source],
    set: {
      title: 'A *Quiet* Deal <b>',
      author: 'Mara Quill',
      publisher: 'The Courier',
      published: '2025-06-30',
    },
  })
  const mark = async (quote: string) => {
    const start = article.indexOf(quote)
    return (await engine.ask('highlights.add', { source, spans: [{ start, end: start + quote.length }] })).id
  }
  const [never, clerk, gone] = [
    await mark('said “never” & left'),
    await mark('A clerk saw it'),
    await mark('May'),
  ]
  const markdown = `# The <Deal>\n\nShe left [@${never}]. Seen [@${clerk}], again [@${never}], gone [@${gone}].\n\n[bad](javascript:alert(1)) 2 * 3 * 4`
  const { id } = await engine.ask('briefs.addMarkdown', { markdown })
  await engine.ask('highlights.delete', { ids: [gone] })
  return { casebook, engine, id, source }
}

test('Markdown: a note a highlight, told in full once and shortly from then on, markup of the words escaped', async () => {
  const { casebook, engine, id, source } = await newBrief()
  await using _ = casebook
  const { name, mediaType, content } = await engine.ask('exports.brief', { id, format: 'md' })
  expect([name, mediaType]).toEqual(['The Deal.md', 'text/markdown'])
  expect(content).toBe(`# The \\<Deal>

She left [^1]. Seen [^2], again [^1], gone \\[the cited passage was deleted].

bad 2 \\* 3 \\* 4

## Sources

1. Mara Quill, “A \\*Quiet\\* Deal \\<b>”, The Courier, 30 June 2025.

[^1]: Mara Quill, “A \\*Quiet\\* Deal \\<b>”, The Courier, 30 June 2025. Characters 48–67 of ${source}.

    > …A \\*Quiet\\* Deal \\<b> By Mara Quill The minister **said “never” & left**. A clerk saw it. She came back in May.…

[^2]: Quill, “A \\*Quiet\\* Deal \\<b>”, note 1. Characters 69–83 of ${source}.

    > …A \\*Quiet\\* Deal \\<b> By Mara Quill The minister said “never” & left. **A clerk saw it**. She came back in May.…
`)
})

test('HTML: one file without script or foreign address, every citation leads to its note and back', async () => {
  const { casebook, engine, id } = await newBrief()
  await using _ = casebook
  const { name, mediaType, content } = await engine.ask('exports.brief', { id, format: 'html' })
  expect([name, mediaType]).toEqual(['The Deal.html', 'text/html'])
  expect(content).not.toMatch(/<script|javascript:|<b>|src=|https?:/)
  expect(content).toContain('<h1 dir="auto">The &lt;Deal&gt;</h1>')
  expect(content).toContain('<mark>said “never” &amp; left</mark>')
  const anchors = [...content.matchAll(/href="#([^"]+)"/g)].map((found) => found[1])
  const ids = new Set([...content.matchAll(/ id="([^"]+)"/g)].map((found) => found[1]))
  expect(anchors.filter((anchor) => !ids.has(anchor))).toEqual([])
  expect(anchors.toSorted((a, b) => (a ?? '').localeCompare(b ?? ''))).toEqual([
    'cite-1-1',
    'cite-1-2',
    'cite-2-1',
    'note-1',
    'note-1',
    'note-1',
    'note-2',
    'note-2',
  ])
})
