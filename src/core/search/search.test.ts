import { expect, test } from 'vitest'
import { words } from '#text/words.ts'
import { searchedCasebook } from './test-casebook.ts'

const three = () => {
  const casebook = searchedCasebook()
  casebook.addSource({
    title: 'Border talks',
    text: 'The al-Sharaa government’s envoy met U.S. officials.',
    publisher: 'Axios',
    published: '2025-06-30',
  })
  casebook.addSource({
    title: 'Market news',
    text: 'Officials of the border police spoke. 1,000 came.',
    publisher: 'Reuters News',
    published: '2024-12',
  })
  casebook.addSource({ title: 'Undated', text: 'التقى الرئيسُ أحمد الشرع بالمبعوث' })
  return casebook
}

test('words are all asked for, OR and NOT and parentheses say otherwise', () => {
  using casebook = three()
  expect(casebook.titles('officials border').sort()).toEqual(['Border talks', 'Market news'])
  expect(casebook.titles('officials AND envoy')).toEqual(['Border talks'])
  expect(casebook.titles('envoy OR police').sort()).toEqual(['Border talks', 'Market news'])
  expect(casebook.titles('officials -envoy')).toEqual(['Market news'])
  expect(casebook.titles('officials NOT (envoy OR police)')).toEqual([])
  expect(casebook.titles('-officials')).toEqual(['Undated'])
  expect(casebook.titles('(envoy OR police) -border')).toEqual([])
})

test('a query is read in any kind of quotation marks, and a word may go on behind a *', () => {
  using casebook = three()
  for (const query of [
    '"al-Sharaa government"',
    '“al sharaa government”',
    '„AL-SHARAA governm”*',
    '"al-Sharaa govern*"',
  ])
    expect(casebook.titles(query), query).toEqual(['Border talks'])
  expect(casebook.titles('"government al-Sharaa"')).toEqual([])
  expect(casebook.titles('offici*').sort()).toEqual(['Border talks', 'Market news'])
})

test('case, possessives, dots, thousands, vowel marks and hamza make no difference', () => {
  using casebook = three()
  expect(casebook.titles('GOVERNMENT us')).toEqual(['Border talks'])
  expect(casebook.titles('1000')).toEqual(['Market news'])
  expect(casebook.titles('الرئيس احمد')).toEqual(['Undated'])
})

test('fields look where they say', () => {
  using casebook = three()
  expect(casebook.titles('title:border')).toEqual(['Border talks'])
  expect(casebook.titles('title:(market OR talks)').sort()).toEqual(['Border talks', 'Market news'])
  expect(casebook.titles('publisher:reuters')).toEqual(['Market news'])
  expect(casebook.titles('publisher:"Reuters News" border')).toEqual(['Market news'])
  expect(casebook.titles('officials -publisher:axios')).toEqual(['Market news'])
  expect(casebook.titles('envoy OR publisher:reuters').sort()).toEqual(['Border talks', 'Market news'])
})

test('an undated source never satisfies a date, nor does the text of a message stand for one', () => {
  using casebook = three()
  expect(casebook.titles('published:2024..2025')).toEqual(['Border talks', 'Market news'])
  expect(casebook.titles('date:2025-06')).toEqual(['Border talks'])
  expect(casebook.titles('published:<2025')).toEqual(['Market news'])
  expect(casebook.search('published:soon').message).toMatch(/soon is no date/)
})

test('a title counts more than the body, and boilerplate less', () => {
  using casebook = searchedCasebook()
  const text = 'Nothing much was said about trade that day. Read more about harvests here.'
  const boilerplate = text.indexOf('Read more')
  casebook.addSource({
    title: 'Boilerplate',
    text,
    zones: [{ kind: 'boilerplate', start: boilerplate, end: text.length }],
  })
  casebook.addSource({
    title: 'Body',
    text: 'Nothing much was said about harvests that day. Read more about trade.',
  })
  casebook.addSource({
    title: 'Harvests',
    text: 'Nothing much was said about trade that day. Read more about it here.',
  })
  expect(casebook.titles('harvests')).toEqual(['Harvests', 'Body', 'Boilerplate'])
  expect(casebook.search('"day read"').total).toBe(2)
})

test('every match comes with its place, its words and the text round it', () => {
  using casebook = searchedCasebook()
  const text = '“Ünder pressure,” Netanyahu’s aide said.\nNetanyahu himself was silent — netanyahu!'
  casebook.addSource({ title: 'A', text })
  const [hit] = casebook.search('netanyahu').hits
  expect(hit?.matches).toBe(3)
  expect(hit?.passages.map(({ text }) => text)).toEqual(['Netanyahu’s', 'Netanyahu', 'netanyahu'])
  for (const passage of hit?.passages ?? []) {
    expect(text.slice(passage.start, passage.end)).toBe(passage.text)
    expect(text.slice(passage.snippetStart).startsWith(passage.snippet)).toBe(true)
    for (const { start, end } of passage.marks)
      expect(passage.snippet.slice(start, end).toLowerCase()).toMatch(/^netanyahu/)
  }
  expect(casebook.search('netanyahu', { passages: 1 }).hits[0]?.passages).toHaveLength(1)
})

test('what cannot be read is pointed at, counted in characters as a person counts them', () => {
  using casebook = three()
  const slips: [string, number, string][] = [
    ['border (zone OR', 14, 'OR'],
    ['𝔘𝔫 border)', 10, ')'],
    ['border () zone', 8, '()'],
    ['zone colour:border', 6, 'colour:'],
    ['zone published:soon', 16, 'soon'],
    ['zone "border', 6, '"border'],
  ]
  for (const [query, character, part] of slips) {
    const { slip, message } = casebook.search(query)
    expect(slip?.character, query).toBe(character)
    expect(query.slice(slip?.start, slip?.end), query).toBe(part)
    expect(message, query).toContain(`character ${character}`)
  }
  expect(casebook.search('border zone').slip).toBeNull()
})

test('a broken query is searched for as its words, and says what to mend', () => {
  using casebook = three()
  const broken: [string, RegExp][] = [
    ['"border', /quotation mark at character 1 has no partner/],
    ['(border OR', /word is missing beside OR at character 9/],
    ['(border', /\( at character 1 is not closed/],
    ['border)', /\) at character 7/],
    ['border AND', /word is missing beside AND/],
    ['()border', /nothing between the parentheses at character 1/],
    ['colour:border', /no field colour:/],
  ]
  for (const [query, message] of broken) {
    const answer = casebook.search(query)
    expect(answer.message, query).toMatch(message)
    if (words(query).every(({ word }) => word === 'border')) expect(answer.total, query).toBe(2)
  }
  expect(casebook.search('"…"')).toMatchObject({
    total: 0,
    message: 'There is no word to search for in this.',
  })
  expect(casebook.search('  ')).toMatchObject({ total: 0, message: null })
})

const hostile = [
  'a'.repeat(100_000),
  '"'.repeat(100_000),
  '('.repeat(100_000),
  '-'.repeat(100_000),
  'NOT '.repeat(25_000),
  'x OR '.repeat(20_000),
  '(a b) '.repeat(600),
  'title:'.repeat(15_000),
  '\0'.repeat(1_000),
  'a\0b',
  '\u202eabc\u202c',
  '*',
  '**',
  'a* *b',
  '^a + b',
  '{title body}: a',
  'a NEAR b',
  'NEAR(a b, 5)',
  '"a"~999',
  'a~9',
  "'; DROP TABLE sources; --",
  '\ud800',
  '🕊️ peace',
  'a:b:c',
  'https://example.com/?q=1',
  'published:',
  'entity:"',
  '- - -',
  '!@#$%^&*()_+{}|:<>?',
]

test.each(hostile.map((query) => [query.slice(0, 30), query]))(
  'no query breaks the search: %j',
  (_, query) => {
    using casebook = three()
    const { message } = casebook.search(query)
    expect(message ?? '').not.toMatch(/fts5|SQL|undefined|\[object/i)
  },
)
