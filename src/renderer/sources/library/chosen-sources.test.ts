import { expect, test } from 'vitest'
import { chosenAll, chosenSome, isChosen, meantBy, nothingChosen, sizeOf, toggled } from './chosen-sources.ts'

test('all of a long list are chosen without a name, and some of them let go again', () => {
  const all = chosenAll(100_000)
  expect([sizeOf(all), isChosen(all, 'source_1111')]).toEqual([100_000, true])
  const but = toggled(all, 'source_1111')
  expect([sizeOf(but), isChosen(but, 'source_1111'), isChosen(but, 'source_2222')]).toEqual([
    99_999,
    false,
    true,
  ])
  expect(sizeOf(toggled(but, 'source_1111'))).toBe(100_000)
  expect(meantBy(but, { filter: 'strait', newest: true })).toEqual({
    all: { filter: 'strait', newest: true, except: ['source_1111'] },
  })
})

test('some are chosen by name', () => {
  const some = toggled(toggled(nothingChosen, 'source_1111'), 'source_2222')
  expect(meantBy(some, { filter: 'strait' })).toEqual({ ids: ['source_1111', 'source_2222'] })
  expect(sizeOf(toggled(some, 'source_1111'))).toBe(1)
  expect(chosenSome(['source_2222'])).toEqual(toggled(some, 'source_1111'))
})
