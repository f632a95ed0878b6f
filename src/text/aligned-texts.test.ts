import { expect, test } from 'vitest'
import { alignmentOf, blocksAt } from './aligned-texts.ts'
import { prepareText } from './prepared-text.ts'

const envoy = 'The envoy said on Monday that the talks go on.'
const harbour = 'Ships wait before the harbour of Marrowgate.'
const vote = 'Nobody spoke of the vote in the north.'

function blocksOf(old: string, now: string) {
  return alignmentOf(prepareText(old), prepareText(now)).byOld.blocks.map((block) => ({
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

test('tells which blocks hold a place', () => {
  const { byNow } = alignmentOf(prepareText(`${envoy} ${vote}`), prepareText(`${envoy} ${harbour} ${vote}`))
  const at = (start: number) => blocksAt(byNow, { start, end: start + 1 }).length
  expect([at(5), at(60), at(100)]).toEqual([1, 0, 1])
})
