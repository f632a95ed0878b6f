import { expect, test } from 'vitest'
import { parseFile } from '../../parsing/parse-file.ts'

async function read(rtf: string) {
  const bytes = new Uint8Array(Buffer.from(rtf, 'latin1'))
  const { articles, format } = await parseFile({
    name: 'a.rtf',
    bytes,
    pasted: null,
    options: {},
    label: 'a',
  })
  expect(format).toBe('rtf')
  const [article] = articles
  if (article === undefined) throw new Error('there is no article')
  return article
}

const textOf = async (body: string, head = '') => (await read(`{\\rtf1\\ansi${head}\\pard ${body}}`)).text

test('paragraphs, line breaks and the characters of control words', async () => {
  expect(
    await textOf('One\\emdash two.\\par Three\\line four \\ldblquote five\\rdblquote\\~\\{six\\}.\\par\n'),
  ).toBe('One—two.\n\nThree\nfour “five”\u00a0{six}.')
})

test.each([
  ['the document’s code page', '\\ansicpg1251', "\\'cf\\'f0\\'e8\\'e2\\'e5\\'f2", 'Привет'],
  [
    'the font’s character set',
    '{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset204 B;}}',
    "caf\\'e9 {\\f1 \\'cf\\'f0}",
    'café Пр',
  ],
  [
    'the font that is meant where none is named',
    '\\deff1{\\fonttbl{\\f1\\fcharset161 G;}}',
    "\\'c1\\'e8",
    'Αθ',
  ],
  ['two bytes a character', '\\ansicpg932', "\\'93\\'fa\\'96\\'7b", '日本'],
  ['a second byte written as a letter', '\\ansicpg932', "\\'83A\\'83C", 'アイ'],
  ['the Macintosh', '\\mac', "caf\\'8e", 'café'],
  ['Unicode with a fallback', '\\uc1', "\\u1055\\'cf\\u1088?!", 'Пр!'],
  ['Unicode without one, and with two', '\\uc0', '\\u-10179\\u-8704{\\uc2\\u8364EUx}', '😀€x'],
])('letters are read in %s', async (_, head, body, expected) => {
  expect(await textOf(body, head)).toBe(expected)
})

test('headings, lists, tables and links are kept as structure', async () => {
  const { text, structure } = await read(
    '{\\rtf1\\ansi{\\stylesheet{\\s0 Normal;}{\\s1\\outlinelevel0 heading 1;}{\\s7 heading 2;}}' +
      '\\pard\\s1 The strait\\par\\pard\\s7 Below\\par' +
      '\\pard{\\listtext\\tab 1.}\\ls1 one\\par{\\pntext 2.\\tab}two\\par' +
      '\\trowd\\pard\\intbl a\\cell b\\par c\\cell\\row\\trowd\\pard\\intbl d\\cell e\\cell\\row' +
      '\\pard See {\\field{\\*\\fldinst{HYPERLINK "https://norrel.example/x"}}{\\fldrslt{\\ul the page}}} and ' +
      '{\\field{\\*\\fldinst HYPERLINK "javascript:alert(1)"}{\\fldrslt that}}.\\par}',
  )
  expect(text).toBe('The strait\n\nBelow\n\none\ntwo\n\na\tb c\nd\te\n\nSee the page and that.')
  expect(
    structure.blocks.map(({ kind, level }) => (level === undefined ? kind : `${kind} ${level}`)),
  ).toEqual(['heading 1', 'heading 2', 'list-item', 'list-item', 'table', 'table', 'paragraph'])
  expect(structure.links.map(({ start, end, href }) => [text.slice(start, end), href])).toEqual([
    ['the page', 'https://norrel.example/x'],
  ])
})

test('hidden and deleted words, running heads, comments, pictures and unknown groups are not of the text', async () => {
  expect(
    await textOf(
      '{\\header Page head\\par}Shown{\\v hidden}{\\deleted gone}{\\*\\annotation a remark}{\\pict\\pngblip 89504e47}' +
        '{\\*\\unknown odd}{\\pict\\bin5 }}{{}}{\\*\\shppict{\\pict 00}}{\\v hid{\\v0 bare}den}.\\par',
    ),
  ).toBe('Shownbare.')
})

test('a footnote stands at the end, a text box where its shape is', async () => {
  expect(
    await textOf(
      'Words{\\super\\chftn}{\\footnote\\pard\\plain{\\super\\chftn} Who says so?\\par} go on.\\par' +
        '{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv 1}}{\\shptxt In a box.\\par}}{\\shprslt In a box.}}',
    ),
  ).toBe('Words go on.\n\nIn a box.\n\nWho says so?')
})

const article =
  'The strait was closed to all ships on Monday, officials said, after two pilots had been hurt on a tanker that left Selden.'

test('the title and author of the properties are guesses: what the words tell goes first', async () => {
  const info =
    '{\\info{\\upr{\\title ?}{\\*\\ud{\\title \\u1055\\u1088}}}{\\author Joren Pask}{\\creatim\\yr2025\\mo3}}'
  const { fields } = await read(
    `{\\rtf1\\ansi\\uc0 ${info}The ship left on Tuesday, said the pilot of it.\\par}`,
  )
  expect([
    fields.title?.value,
    fields.author?.value,
    fields.author?.evidence.certainty,
    fields.published,
  ]).toEqual(['Пр', 'Joren Pask', 'guess', undefined])
  const told = await read(
    `{\\rtf1\\ansi ${info}Strait closed\\par By Ana Prelle\\par 3 March 2025\\par ${article}\\par}`,
  )
  expect(told.fields.author?.value).toBe('Ana Prelle')
})

test.each([
  ['breaks off inside a group', '{\\rtf1\\ansi{\\b Words that', 'source.damaged'],
  ['holds no words', '{\\rtf1\\ansi{\\pict 0011}\\par}', 'source.no-text'],
  ['is nested beyond measure', `{\\rtf1${'{'.repeat(60_000)}words${'}'.repeat(60_000)}}`, 'source.damaged'],
  ['ends in a control word', '{\\rtf1\\ansi{\\fonttbl{\\f0', 'source.damaged'],
])('a document that %s is refused in a sentence', async (_, rtf, code) => {
  await expect(read(rtf)).rejects.toMatchObject({
    code,
    message: expect.stringMatching(/^This RTF document .*\.$/),
  })
})

test('a missing last bracket is told, and what follows the last one is no text', async () => {
  expect((await read('{\\rtf1\\ansi The words.\\par')).warnings).toEqual([
    'The document has no end: it may have been cut off.',
  ])
  expect((await read('{\\rtf1\\ansi The words.\\par}\0\0}garbage')).text).toBe('The words.')
})
