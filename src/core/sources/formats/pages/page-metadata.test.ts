import { strToU8 } from 'fflate'
import { expect, test } from 'vitest'
import { parseFile } from '../../parsing/parse-file.ts'

const story = `<article><p>The coast guard of Norrel said on Tuesday that it had escorted a grain ship out of the strait, the
  first in two weeks, and that two more would follow before the end of the month if the weather held.</p><p>Nobody in Port
  Selden would say who had paid for the passage, which the ministry calls free and the shippers call dear.</p></article>`

async function fieldsOf(head: string, body: string = story) {
  const page = `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`
  const { articles } = await parseFile({
    name: 'a.html',
    bytes: strToU8(page),
    pasted: null,
    options: {},
    label: 'a.html',
  })
  return articles[0]?.fields ?? {}
}

test('Dublin Core goes before a meta element that only says author; what is passed over stays beside it', async () => {
  const { author } = await fieldsOf(
    '<meta name="author" content="Web Team"><meta property="x:y dc:creator" content="Maren Holt">',
  )
  expect([author?.value, author?.evidence.rule]).toEqual(['Maren Holt', 'meta dc:creator'])
  expect(author?.evidence.others).toEqual([
    { value: 'Web Team', from: 'markup', words: 'Web Team', rule: 'meta author' },
  ])
})

test('names of accounts are no authors', async () => {
  expect((await fieldsOf('<meta name="author" content="admin">')).author).toBeUndefined()
  expect((await fieldsOf('<meta name="author" content="@norreltoday">')).author).toBeUndefined()
})

test('writers and publishers that JSON-LD only refers to are found by their ids', async () => {
  const graph = [
    { '@type': 'WebPage', '@id': '#page', headline: 'The page', name: 'The page' },
    {
      '@type': 'NewsArticle',
      headline: 'The strait',
      author: { '@id': '#jane' },
      publisher: { '@id': '#us' },
    },
    { '@type': 'Person', '@id': '#jane', name: 'Jane Orrin' },
    { '@type': 'Organization', '@id': '#us', name: 'The Belcastre Dispatch' },
  ]
  const { title, author, publisher } = await fieldsOf(
    `<script type="application/ld+json">${JSON.stringify({ '@graph': graph })}</script>`,
  )
  expect([title?.value, author?.value, publisher?.value]).toEqual([
    'The strait',
    'Jane Orrin',
    'The Belcastre Dispatch',
  ])
})

test.each([
  [
    'words before it',
    '<p><b>Last updated by:</b> <a href="/u">hm</a>, <time datetime="2024-06-28">28 June</time></p>',
  ],
  ['its class', '<p><time class="entry-updated" datetime="2024-06-28">28 June</time></p>'],
])('a page’s only time is that of a change where %s say so', async (_, line) => {
  const { published, updated } = await fieldsOf('', story + line)
  expect([published, updated?.value]).toEqual([undefined, '2024-06-28'])
})

test('a page’s only time is the date of publication where nothing else is said of it', async () => {
  const { published } = await fieldsOf(
    '',
    `${story}<p>By Jane Orrin <time datetime="2024-06-28">28 June</time></p>`,
  )
  expect([published?.value, published?.evidence.certainty]).toEqual(['2024-06-28', 'stated'])
})

test('the day in a page’s address is a guess, and only where nothing states one', async () => {
  const address = '<link rel="canonical" href="https://dispatch.example/world/2024/06/28/the-strait">'
  const { published } = await fieldsOf(address)
  expect([published?.value, published?.evidence.certainty]).toEqual(['2024-06-28', 'guess'])
  const stated = await fieldsOf(`${address}<meta property="article:published_time" content="2024-06-27">`)
  expect([stated.published?.value, stated.published?.evidence.others?.map(({ value }) => value)]).toEqual([
    '2024-06-27',
    ['2024-06-28'],
  ])
})

test('an outlet behind the headline in a page’s title is its publisher, other words are not', async () => {
  const published = async (title: string) => (await fieldsOf(`<title>${title}</title>`)).publisher?.value
  expect(await published('Ships leave the strait again - The Belcastre Times')).toBe('The Belcastre Times')
  expect(await published('Ships leave the strait again - Part two')).toBeUndefined()
})

test('a title with the publisher before it gives the bare title', async () => {
  const { title, publisher } = await fieldsOf(
    '<title>The Belcastre Times – The strait is open again, they say</title>',
  )
  expect([title?.value, publisher?.value]).toEqual([
    'The strait is open again, they say',
    'The Belcastre Times',
  ])
})

test('an article in the JSON-LD of its page has its name, several writers and their parts of a name', async () => {
  const article = {
    '@type': ['NewsArticle'],
    name: 'The strait',
    author: [
      { '@type': 'Person', givenName: 'Ana', familyName: 'Prelle' },
      'Maren Holt',
      { name: ['Jo Pask'] },
    ],
    datePublished: '2024-06-28T19:15:00+03:00',
    dateModified: '2024-06-29',
  }
  const page = JSON.stringify({ '@type': 'WebPage', name: 'News', mainEntity: article })
  const { title, author, published, updated } = await fieldsOf(
    `<script type="application/ld+json">${page}</script>`,
  )
  expect([title, author, published, updated].map((one) => one?.value)).toEqual([
    'The strait',
    'Ana Prelle, Maren Holt, Jo Pask',
    '2024-06-28T19:15+03:00',
    '2024-06-29',
  ])
})

test.each([
  [
    '<!-- Page saved with SingleFile url: https://d.example saved date: Thu Mar 07 2024 01:30:00 GMT+0100 -->',
    '',
  ],
  ['', '<!-- FILE ARCHIVED ON 01:30:00 Mar 07, 2024 AND RETRIEVED FROM THE INTERNET ARCHIVE -->'],
])('“3 hours ago” counts back from when the page was saved, as a guess', async (before, behind) => {
  const told = story.replace('<article>', '<article><h2>Quiet talks resume</h2><p>3 hours ago</p>')
  expect((await fieldsOf('', told)).published).toBeUndefined()
  expect((await fieldsOf(before, told + behind)).published).toMatchObject({
    value: '2024-03-06',
    evidence: { words: '3 hours ago', certainty: 'guess' },
  })
  const stated = '<meta property="article:published_time" content="2024-03-05">'
  expect((await fieldsOf(before + stated, told + behind)).published?.value).toBe('2024-03-05')
})
