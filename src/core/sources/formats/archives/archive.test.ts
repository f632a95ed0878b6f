import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { parseFile } from '../../parsing/parse-file.ts'

const parse = (bytes: Uint8Array) =>
  parseFile({ name: 'a.zip', bytes, pasted: null, options: {}, label: 'a.zip' })

/** An archive of one stored file, whose name and bytes are written as they are given. */
function archiveOf(name: Uint8Array, content: Uint8Array, { isUtf8 = false, hasDescriptor = false } = {}) {
  const flags = (isUtf8 ? 0x800 : 0) | (hasDescriptor ? 8 : 0)
  const sizes = [content.length, content.length]
  // Where a descriptor follows, the header before the bytes does not know their number yet.
  const local = record(
    [0x04034b50],
    [20, flags, 0, 0, 0],
    [0, ...(hasDescriptor ? [0, 0] : sizes)],
    [name.length, 0],
  )
  const descriptor = hasDescriptor ? record([0x08074b50, 0, ...sizes], [], [], []) : new Uint8Array()
  const list = record(
    [0x02014b50],
    [20, 20, flags, 0, 0, 0],
    [0, ...sizes],
    [name.length, 0, 0, 0, 0, 0, 0, 0, 0],
  )
  const before = [local, name, content, descriptor]
  const listStart = before.reduce((sum, { length }) => sum + length, 0)
  const end = record([0x06054b50], [0, 0, 1, 1], [list.length + name.length, listStart], [0])
  return new Uint8Array(Buffer.concat([...before, list, name, end]))
}

/** Numbers of four and of two bytes, in turns. */
function record(...groups: readonly (readonly number[])[]): Uint8Array {
  return Buffer.concat(
    groups.flatMap((group, at) =>
      group.map((number) => {
        const bytes = Buffer.alloc(at % 2 === 0 ? 4 : 2)
        if (at % 2 === 0) bytes.writeUInt32LE(number)
        else bytes.writeUInt16LE(number)
        return bytes
      }),
    ),
  )
}

const words = strToU8('The strait was closed on Monday.')
const partOf = async (bytes: Uint8Array) => (await parse(bytes)).articles.map(({ part }) => part)

test('names are read in code page 437, in UTF-8, and in UTF-8 that is not said to be', async () => {
  expect(await partOf(archiveOf(Uint8Array.of(0x70, 0x6c, 0x84, 0x6e, 0x65), words))).toEqual(['pläne'])
  expect(await partOf(archiveOf(strToU8('план'), words, { isUtf8: true }))).toEqual(['план'])
  expect(await partOf(archiveOf(strToU8('план'), words))).toEqual(['план'])
})

test('a file whose size stands behind it is read by what the list says', async () => {
  const { articles } = await parse(archiveOf(strToU8('a.txt'), words, { hasDescriptor: true }))
  expect(articles.map(({ part, text }) => [part, text])).toEqual([
    ['a.txt', 'The strait was closed on Monday.'],
  ])
})

test('an article in an archive in an archive is called by the way to it', async () => {
  const inner = zipSync({ 'deep/a.txt': words })
  expect(
    await partOf(zipSync({ 'b.zip': inner, 'c.txt': strToU8('Another one, opened on Tuesday.') })),
  ).toEqual(['b.zip, deep/a.txt', 'c.txt'])
})
