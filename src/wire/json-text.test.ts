import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromText, toText } from './json-text.ts'

/** Everything a message may hold: records of any names, lists, and bytes anywhere among them. */
const { message } = fc.letrec((tie) => ({
  message: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (Object.is(number, -0) ? 0 : number)),
    fc.string({ unit: 'binary' }),
    fc.uint8Array({ maxLength: 70 }),
    fc.array(tie('message'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.constantFrom('$bytes', '$$bytes', 'id', ''), fc.string()), tie('message'), {
      maxKeys: 4,
      noNullPrototype: true,
    }),
  ),
}))

test('what is written as text is read again as it was, bytes and all', () => {
  fc.assert(
    fc.property(message, (sent) => {
      expect(fromText(toText(sent))).toStrictEqual(sent)
    }),
  )
})

test('a setting of any name arrives as the words that it is', () => {
  const answer = { settings: { $bytes: 'AAAA', $$bytes: 'x' } }
  expect(fromText(toText(answer))).toStrictEqual(answer)
})

test('half a character arrives as half a character', () => {
  expect(fromText(toText({ text: '\ud83d' }))).toStrictEqual({ text: '\ud83d' })
})

test('a megabyte of bytes arrives whole', () => {
  const bytes = Uint8Array.from({ length: 1_000_003 }, (_, at) => (at * 31) % 256)
  const { bytes: arrived } = fromText(toText({ bytes })) as { bytes: Uint8Array }
  expect(Buffer.compare(arrived, bytes)).toBe(0)
})

test('what a view shows of a larger buffer is all that travels', () => {
  const whole = Uint8Array.from([1, 2, 3, 4, 5])
  expect(fromText(toText(whole.subarray(1, 3)))).toStrictEqual(Uint8Array.from([2, 3]))
})

test('what is no message is refused', () => {
  expect(() => fromText('{"kind":')).toThrow(SyntaxError)
})
