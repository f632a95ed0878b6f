import { expect, test } from 'vitest'
import { parseFile } from '../../parsing/parse-file.ts'

async function read(name: string, lines: readonly string[]) {
  const bytes = new Uint8Array(Buffer.from(lines.join('\r\n'), 'utf8'))
  return await parseFile({ name, bytes, pasted: null, options: {}, label: name })
}

const headers = [
  'From: Maren Holt <maren@norrel.example>',
  'Subject: The strait',
  'Date: Fri, 28 Jun 2024 19:15:00 +0300',
  'MIME-Version: 1.0',
]

test('lines that a mail program broke are joined again (RFC 3676)', async () => {
  const flowed = [...headers, 'Content-Type: text/plain; charset=utf-8; format=flowed', '']
  const { articles } = await read('a.eml', [
    ...flowed,
    'The coast guard of Norrel said on Tuesday that it had escorted ',
    'a grain ship out of the strait.',
    '',
    ' From here on a line was stuffed.',
  ])
  expect(articles[0]?.text).toBe(
    'The coast guard of Norrel said on Tuesday that it had escorted a grain ship out of the strait.\n\nFrom here on a line was stuffed.',
  )
})

test('soft breaks of quoted-printable vanish, also inside a character', async () => {
  const { articles } = await read('a.eml', [
    ...headers,
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    'The caf=C3=',
    '=A9 on the har=',
    'bour costs 5 =E2=82=AC =3D too much.=20',
  ])
  expect(articles[0]?.text).toBe('The café on the harbour costs 5 € = too much.')
})

test.each([
  ['in pieces (RFC 2231)', "filename*0*=utf-8''pl%C3%A4ne; filename*1*=%20f%C3%BCr.txt", 'pläne für.txt'],
  ['in an encoded word (RFC 2047)', 'filename="=?utf-8?B?cGzDpG5lLnR4dA==?="', 'pläne.txt'],
  ['in a code page', "filename*=windows-1251''%EF%EB%E0%ED.txt", 'план.txt'],
  ['with a folder of the sender’s, which is left out', 'filename="C:/Users/mh/plan.txt"', 'plan.txt'],
])('an attachment is called by its name %s', async (_, filename, expected) => {
  const { articles } = await read('a.eml', [
    ...headers,
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'See the plan.',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    `Content-Disposition: attachment; ${filename}`,
    '',
    'The strait is to be closed on Monday.',
    '--b--',
  ])
  expect(articles.map(({ part }) => part)).toEqual([null, expected])
})

test('a mailbox is parted where a message begins, not where a sentence does; its escaped lines are as they were written', async () => {
  const { articles } = await read('a.mbox', [
    'From maren@norrel.example Fri Jun 28 19:15:00 2024',
    'Subject: One',
    '',
    'They came by ship.',
    'From Norrel they went on to Selden in 2024.',
    '>From there nobody came back.',
    '>>From was quoted before.',
    '',
    'From MAILER-DAEMON Fri Jun 28 20:15:00 2024',
    'Subject: Two',
    '',
    'The second mail.',
    '',
  ])
  expect(articles.map(({ part, fields }) => [part, fields.title?.value])).toEqual([
    ['message 1', 'One'],
    ['message 2', 'Two'],
  ])
  expect(articles[0]?.text).toMatch(
    /From Norrel they went on to Selden in 2024\.\s+From there nobody came back\.\s+>From was quoted before\.$/,
  )
})

test('one message of a mailbox that cannot be read does not lose the others', async () => {
  const { articles, failed } = await read('a.mbox', [
    'From a@norrel.example Fri Jun 28 19:15:00 2024',
    ...Array.from({ length: 200_000 }, (_, at) => `X-${at}: y`),
    '',
    'Too many headers.',
    '',
    'From a@norrel.example Fri Jun 28 20:15:00 2024',
    'Subject: Two',
    '',
    'The second mail.',
    '',
  ])
  expect(articles.map(({ part }) => part)).toEqual(['message 2'])
  expect(failed.map(({ part, code }) => [part, code])).toEqual([['message 1', 'source.too-large']])
})

const page = (body: string) =>
  `<html><head><title>The strait</title></head><body><article><p>The coast guard of Norrel said on Tuesday that it had escorted a grain ship out of the strait, the first in two weeks, and that two more would follow before the end of the month if the weather held.</p>${body}</article></body></html>`

test.each([
  ['by its place', 'Content-Location: https://dispatch.example/strait'],
  ['by the place of the snapshot', 'Snapshot-Content-Location: https://dispatch.example/strait'],
])('a saved page is read with its address %s, and its pictures are no sources', async (_, place) => {
  const { articles, skipped } = await read('a.mhtml', [
    'From: <Saved by Blink>',
    ...(place.startsWith('Snapshot') ? [place] : []),
    'Subject: The strait',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; type="text/html"; boundary=b',
    '',
    '--b',
    'Content-Type: text/html; charset=utf-8',
    'Content-ID: <frame@mhtml.blink>',
    'Content-Transfer-Encoding: 8bit',
    'Content-Location: https://dispatch.example/strait',
    '',
    page('<img src="cid:1@x"><img src="https://dispatch.example/a.png">'),
    '--b',
    'Content-Type: image/png',
    'Content-ID: <1@x>',
    'Content-Transfer-Encoding: base64',
    'Content-Location: https://dispatch.example/a.png',
    '',
    'iVBORw0KGgo=',
    '--b--',
  ])
  expect(articles.map(({ url }) => url)).toEqual(['https://dispatch.example/strait'])
  expect(articles[0]?.text).toMatch(/^The coast guard/)
  expect(articles[0]?.text).not.toContain('cid:')
  expect(skipped).toEqual([])
})

test('“2 days ago” in a saved page counts back from the day it was saved on', async () => {
  const { articles } = await read('a.mhtml', [
    'From: <Saved by Blink>',
    'Date: Thu, 7 Mar 2024 10:00:00 +0100',
    'Snapshot-Content-Location: https://dispatch.example/strait',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; type="text/html"; boundary=b',
    '',
    '--b',
    'Content-Type: text/html; charset=utf-8',
    '',
    page('').replace(
      '<article>',
      '<article><h2>Quiet talks resume</h2><p>By Maren Holt</p><p>2 days ago</p>',
    ),
    '--b--',
  ])
  expect(articles[0]?.fields.published).toMatchObject({
    value: '2024-03-05',
    evidence: { certainty: 'guess', rule: expect.stringContaining('when the page was saved') },
  })
})
