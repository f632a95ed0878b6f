import { expect, test } from 'vitest'
import { alignTexts, ONCE } from './aligned-texts.ts'

const envoy = 'The envoy said on Monday that the talks go on.'
const harbour = 'Ships wait before the harbour of Marrowgate.'
const vote = 'Nobody spoke of the vote in the north.'

function blocksOf(old: string, now: string) {
  return alignTexts(old, now).blocks.map((block) => ({
    ...block,
    words: old.slice(block.old, block.old + block.length),
  }))
}

test('a text that stayed is one block', () => {
  expect(blocksOf(`${envoy} ${harbour}`, `${envoy} ${harbour}`)).toEqual([
    { old: 0, now: 0, length: 91, words: `${envoy} ${harbour}` },
  ])
})

test('exchanged sentences are blocks that crossed', () => {
  const [first, second] = blocksOf(`${envoy}\n${harbour}`, `${harbour}\n${envoy}`)
  expect(first?.words).toBe(envoy)
  expect(second?.words).toBe(harbour)
  expect(first?.now).toBeGreaterThan(second?.now ?? Number.POSITIVE_INFINITY)
})

test('a copy set right beside belongs to both neighbours', () => {
  const [first, second] = blocksOf(`${envoy} ${harbour} ${vote}`, `${envoy} ${harbour} ${harbour} ${vote}`)
  expect(first?.words).toContain(harbour)
  expect(second?.words).toContain(harbour)
})

test('tells which pieces stand once on both texts', () => {
  const old = `${envoy} ${vote}`
  const { once } = alignTexts(old, `${envoy} ${envoy} ${vote}`)
  const isOnce = (words: string) => once[old.indexOf(words)] === 1
  expect(isOnce('envoy said on Monday'.slice(0, ONCE))).toBe(false)
  expect(isOnce('spoke of the vote'.slice(0, ONCE))).toBe(true)
})
