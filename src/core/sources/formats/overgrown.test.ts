import { strToU8 } from 'fflate'
import { expect, test } from 'vitest'
import { parseFile } from '../parsing/parse-file.ts'

function parse(name: string, bytes: Uint8Array) {
  return parseFile({ name, bytes, pasted: null, options: {}, label: name })
}

test('a page nested 60,000 deep is refused or read, never a crash', async () => {
  const page = strToU8(`<html><body>${'<div>'.repeat(60_000)}words${'</div>'.repeat(60_000)}</body></html>`)
  const outcome = await parse('deep.html', page).catch((error: unknown) => error)
  expect(outcome).toMatchObject({
    code: 'source.damaged',
    message: 'This page is nested too deeply to be read.',
  })
})

test.each([
  [
    'a page of two million elements',
    'a.html',
    `<html><body>${'<p>x</p>'.repeat(1_000_000)}`,
    'source.too-large',
  ],
  [
    'a page of nothing but opening signs',
    'a.html',
    `<html><body>${'<'.repeat(4_000_000)}`,
    'source.too-large',
  ],
  [
    'one element of 200,000 attributes',
    'a.html',
    `<html><body><p ${Array.from({ length: 200_000 }, (_, at) => `a${at}="x"`).join(' ')}>words`,
    'source.too-large',
  ],
  ['60,000 paragraphs left open', 'a.html', `<html><body>${'<p>'.repeat(60_000)}words`, 'source.damaged'],
  [
    'what looks closed and is not',
    'a.html',
    `<html><body>${'<font><div/></i>'.repeat(30_000)}words`,
    'source.damaged',
  ],
  ['links in links', 'a.md', '[a]('.repeat(20_000), 'source.damaged'],
  [
    'runs of backticks',
    'a.md',
    Array.from({ length: 3_000 }, (_, at) => '`'.repeat(at)).join(' '),
    'source.damaged',
  ],
  ['quotations in quotations', 'a.md', `${'> '.repeat(60_000)}words`, 'source.damaged'],
  ['a hundred thousand marks in one line', 'a.md', '*a_ '.repeat(100_000), 'source.damaged'],
  ['a list of a hundred thousand items', 'a.md', '- an item\n'.repeat(100_000), 'source.too-large'],
  [
    'records of which each has fields of its own',
    'a.jsonl',
    Array.from({ length: 1_000 }, (_, at) => {
      const own = Array.from({ length: 10 }, (_, field) => [`f${at}-${field}`, 1])
      return JSON.stringify({ text: 'words', ...Object.fromEntries(own) })
    }).join('\n'),
    'source.too-large',
  ],
])('%s is refused before it is taken apart', async (_, name, content, code) => {
  await expect(parse(name, strToU8(content))).rejects.toMatchObject({ code })
})

test('a page too deep or with too many links to look for an article in it is taken whole, and says so', async () => {
  const deep = `<html><body>${'<div>'.repeat(1_500)}words${'</div>'.repeat(1_500)}</body></html>`
  const linked = `<html><body><p>${'<a href="https://norrel.example/">words</a> '.repeat(20_001)}</p></body></html>`
  for (const page of [deep, linked]) {
    const { articles } = await parse('a.html', strToU8(page))
    expect(articles[0]?.text).toMatch(/^words/)
    expect(articles[0]?.warnings).toContain(
      'The page is too large or too deep to look for an article in it: all of its text was taken.',
    )
  }
})

test('of a text of endless lines the head and the foot are told, and the middle is body', async () => {
  const lines = `The strait is closed\nBy Maren Holt\n28 June 2024\n\nThe coast guard of Norrel said so on Tuesday, and nobody asked why.\n${'a b\n'.repeat(300_000)}\n© 2024 The Belcastre Dispatch\n`
  const { articles } = await parse('a.txt', strToU8(lines))
  const [article] = articles
  expect(article?.fields.author?.value).toBe('Maren Holt')
  expect(article?.zones.map(({ kind }) => kind)).toEqual([
    'headline',
    'byline',
    'byline',
    'body',
    'boilerplate',
  ])
  expect(article?.zones.at(-1)?.end).toBe(lines.trimEnd().length)
})

test.each([
  ['headers without end', `X-A: b\r\n`.repeat(200_000)],
  ['a hundred thousand senders', `From: ${'<a@norrel.example>, '.repeat(100_000)}\r\n`],
  ['parts in parts', partsInParts(3_000)],
])('a mail of %s is refused in one sentence', async (_, headers) => {
  const mail = `Subject: x\r\nMIME-Version: 1.0\r\n${headers}\r\nwords`
  await expect(parse('a.eml', strToU8(mail))).rejects.toMatchObject({
    code: 'source.too-large',
    message: 'This mail has more headers or parts than Casebook takes apart.',
  })
})

function partsInParts(depth: number): string {
  return Array.from(
    { length: depth },
    (_, at) => `Content-Type: multipart/mixed; boundary="b${at}"\r\n\r\n--b${at}\r\n`,
  ).join('')
}
