import { expect, test } from 'vitest'
import { carriedPlace } from './carried-place.ts'
import { describePassage } from './describe-passage.ts'
import { prepareText } from './prepared-text.ts'
import { readMark } from './quote-evidence.ts'

const envoy = 'The envoy said on Monday that the talks go on in spite of all.'
const caption = 'Ships wait before the harbour of Marrowgate.'
const vote = 'Nobody spoke of the vote in the north, or of those who had asked for it.'
const fee = 'A pilot costs a thousand crowns since the decree.'

/** The words of the new text that the mark was carried to, where they stand, and what speaks against them. */
function carried(old: string, words: string, now: string, nth = 0) {
  const [madeOn, on] = [prepareText(old), prepareText(now)]
  let start = madeOn.plain.indexOf(words)
  for (let at = 0; at < nth; at += 1) start = madeOn.plain.indexOf(words, start + 1)
  const passage = describePassage(madeOn.text, { start, end: start + words.length })
  const { place, doubt } = carriedPlace(readMark(passage, madeOn), madeOn, on)
  return { words: place && now.slice(place.start, place.end), start: place?.start, doubt }
}

test('one of several equal captions is found between the paragraphs that it stood between', () => {
  const old = [caption, envoy, caption, vote, caption].join('\n')
  const now = ['Updated at noon.', caption, envoy, caption, vote, caption].join('\n')
  expect(carried(old, 'harbour', now, 1)).toEqual({
    words: 'harbour',
    start: now.indexOf('harbour', now.indexOf(envoy)),
    doubt: null,
  })
})

test('a single letter stands where its neighbours stand', () => {
  const old = `${envoy} Section b of the decree stays. ${vote}`
  const now = `New: ${envoy} Section b of the decree stays. ${vote}`
  expect(carried(old, 'b of', now)).toMatchObject({ start: now.indexOf('b of'), doubt: null })
})

test('a word put into a few marked ones belongs to them', () => {
  const old = `${envoy} ${fee} ${vote}`
  const now = old.replace('a thousand crowns', 'a reported thousand crowns')
  expect(carried(old, 'a thousand', now)).toMatchObject({ words: 'a reported thousand', doubt: null })
})

test('words are followed through a slip, other capitals and an edit close by', () => {
  const old = `${envoy} ${fee} ${vote}`
  const now = old.replace('thousand', 'thousend').replace('A pilot costs', 'Each pilot ASKS')
  expect(carried(old, 'a thousand crowns since', now)).toMatchObject({
    words: 'a thousend crowns since',
    doubt: null,
  })
})

test('words that went have no place, and neither have words of which too few are left', () => {
  const old = [envoy, fee, vote].join('\n')
  expect(carried(old, fee, [envoy, vote].join('\n'))).toMatchObject({ words: null })
  const now = old.replace('a thousand crowns', 'nothing at all')
  expect(carried(old, 'a thousand crowns', now).doubt).not.toBeNull()
})

test('a paragraph of one sentence that was moved as a whole is found', () => {
  const old = [envoy, fee, vote, caption].join('\n')
  expect(carried(old, 'thousand', [envoy, vote, caption, fee].join('\n'))).toMatchObject({
    words: 'thousand',
    doubt: null,
  })
})

test('a sentence that stands in the middle of another paragraph now may be a copy', () => {
  const old = [envoy, fee, vote, caption].join('\n')
  const now = [envoy, vote, `${caption} ${fee} And so on.`].join('\n')
  expect(carried(old, 'thousand', now).doubt).toBe(
    'The sentence stands elsewhere now, and nothing round it agrees.',
  )
})

test('where a sentence was put in once more beside itself, nobody can tell which one is meant', () => {
  const old = [envoy, fee, vote].join(' ')
  expect(carried(old, 'a thousand crowns', [envoy, fee, fee, vote].join(' ')).doubt).not.toBeNull()
  const edited = fee.replace('decree', 'new decree')
  expect(carried(old, 'a thousand crowns', [envoy, edited, fee, vote].join(' ')).doubt).not.toBeNull()
})

test('a copy far off does not disturb', () => {
  const old = [envoy, fee, vote, caption].join('\n')
  const now = [envoy, fee, vote, `${caption} ${fee}`].join('\n')
  expect(carried(old, 'a thousand crowns', now)).toMatchObject({
    start: now.indexOf('a thousand'),
    doubt: null,
  })
})
