import { expect, test } from 'vitest'
import type { Engine } from '#contract/engine.ts'
import { proseFromText } from '#contract/prose.ts'
import { casebookWith, exported, text } from './test-world.ts'

/** The tables that the client of Hypothesis has written over the years. */
const tables: readonly { readonly of: string; readonly head: string; readonly row: Row }[] = [
  {
    of: 'the first ones',
    head: 'Creation Date,URL,Group,Annotation/Reply Type,Quote,User,Body,Tags,Page',
    row: ({ url, kind, quote, note, tags }) =>
      `2023-11-07T10:49:12.123456+00:00,${url},My group,${kind},${quote},jane,${note},${tags},iii`,
  },
  {
    of: 'those after them',
    head: 'Created at,Author,Page,URL,Group,Annotation/Reply Type,Quote,Comment,Tags',
    row: ({ url, kind, quote, note, tags }) =>
      `2023-11-07T10:49:12Z,jane,iii,${url},My group,${kind},${quote},${note},${tags}`,
  },
  {
    of: 'those of today',
    head: 'Created at,Author,Page,URL,Group,Type,Quote/description,Comment,Tags',
    row: ({ url, kind, quote, note, tags }) =>
      `2023-11-07 10:49,jane,iii,${url},My group,${kind},${quote},${note},${tags}`,
  },
]

type Row = (cells: Readonly<Record<'url' | 'kind' | 'quote' | 'note' | 'tags', string>>) => string

const take = async (engine: Engine, content: string) =>
  await engine.ask('exports.importAnnotations', { content })

test.for(tables)('a table of annotations comes in: $of', async ({ head, row }) => {
  const { casebook, source } = await casebookWith(text)
  await using _ = casebook
  const table = [
    head,
    row({
      url: source,
      kind: 'Annotation',
      quote: '"Nobody confirmed “it”."',
      note: '"They said ""it"", twice"',
      tags: '"one,two"',
    }),
    row({ url: source, kind: 'Highlight', quote: 'Talks', note: '', tags: '' }),
    '',
  ].join('\n')
  expect(await take(casebook.engine, table)).toEqual({ added: 2, unchanged: 0, different: [], refused: [] })
  expect(await take(casebook.engine, table)).toMatchObject({ added: 0, unchanged: 2, refused: [] })

  const { items } = await casebook.engine.ask('highlights.list', { tag: 'two' })
  expect(items).toMatchObject([
    {
      tags: ['one', 'two'],
      note: proseFromText('They said "it", twice'),
      passages: [{ quote: 'Nobody confirmed “it”.' }],
    },
  ])
  expect(items[0]?.created).toMatch(/^2023-11-0/)
})

test('what a table says beyond what Casebook knows is given back, columns of others included', async () => {
  const { casebook, source } = await casebookWith(text)
  await using _ = casebook
  const table = `\ufeffURL;Type;Author;Page;Group;Quote/description;Comment;Tags;Mood\r\n${source};Annotation;jane;23;My group;Talks;;;calm\r\n`
  expect(await take(casebook.engine, table)).toMatchObject({ added: 1, refused: [] })
  const { items } = await exported(casebook.engine)
  expect(items).toMatchObject([
    { creator: { type: 'Person', name: 'jane' }, Page: '23', Group: 'My group', Mood: 'calm' },
  ])
  const again = JSON.stringify(items)
  expect(await take(casebook.engine, again)).toMatchObject({ added: 0, unchanged: 1, refused: [] })
})

test('each row that cannot be kept is refused with its reason', async () => {
  const { casebook, source } = await casebookWith(text)
  await using _ = casebook
  const table = [
    'Created at\tAuthor\tPage\tURL\tGroup\tType\tQuote/description\tComment\tTags',
    `\tjane\t\t${source}\tPublic\tReply\tTalks\tI doubt it\t`,
    `\tjane\t\t${source}\tPublic\tPage note\t\tOf the whole page\t`,
    `\tjane\t\t${source}\tPublic\tAnnotation\tNowhere to be read\t\t`,
    `\tjane\t\t${source}\tPublic\tAnnotation\tThe envoy arrived on Monday.\t\t`,
    '\tjane\t\thttps://example.org/other\tPublic\tAnnotation\tTalks\t\t',
    `\tjane\t\t${source}\tPublic\tAnnotation\tresumed\t\t`,
  ].join('\n')
  const { added, refused } = await take(casebook.engine, table)
  expect(added).toBe(1)
  expect(refused.map(({ index, code }) => [index, code])).toEqual([
    [0, 'annotation.invalid'],
    [1, 'annotation.invalid'],
    [2, 'annotation.quote-not-found'],
    [3, 'annotation.quote-ambiguous'],
    [4, 'annotation.unknown-source'],
  ])
  expect(refused[0]?.message).toMatch(/^It is a reply/)
  expect(refused[1]?.message).toMatch(/^It is about the whole source/)
})

test('a table of something else, or a broken one, is refused as a whole', async () => {
  const { casebook } = await casebookWith(text)
  await using _ = casebook
  for (const [content, reason] of [
    ['Title,Date,Text\nTalks,2025,resumed\n', /neither JSON nor a table/],
    ['URL,Quote,Comment\nsource_1,"Talks,\n', /table is broken/],
  ] as const) {
    await expect(take(casebook.engine, content)).rejects.toMatchObject({
      code: 'annotation.invalid',
      message: expect.stringMatching(reason),
    })
  }
})
