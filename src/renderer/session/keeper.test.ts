import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Keeper, newKeeper } from './keeper.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** An engine that answers when it is told to. */
function slowEngine(): {
  readonly keeper: Keeper<string>
  readonly asked: string[]
  readonly answer: (at: number, how?: 'fails') => Promise<void>
} {
  const asked: string[] = []
  const answers: PromiseWithResolvers<void>[] = []
  const keeper = newKeeper<string>((value) => {
    asked.push(value)
    const answer = Promise.withResolvers<void>()
    answers.push(answer)
    return answer.promise
  })
  const answer = async (at: number, how?: 'fails') => {
    if (how === undefined) answers[at]?.resolve()
    else answers[at]?.reject(new Error('The disk is full'))
    await vi.advanceTimersByTimeAsync(0)
  }
  return { keeper, asked, answer }
}

test('what is typed is kept once, a moment after the last key', async () => {
  const { keeper, asked, answer } = slowEngine()
  keeper.change('a')
  keeper.change('ab')
  expect([keeper.state(), asked]).toEqual(['unsaved', []])
  await vi.advanceTimersByTimeAsync(1_000)
  expect([keeper.state(), asked]).toEqual(['saving', ['ab']])
  await answer(0)
  expect([keeper.state(), keeper.unsaved()]).toEqual(['saved', null])
})

test('a page that goes away sends the newest at once, though an older one is still on its way', async () => {
  const { keeper, asked, answer } = slowEngine()
  keeper.change('a')
  keeper.flush()
  keeper.change('ab')
  keeper.flush()
  expect(asked).toEqual(['a', 'ab'])
  await answer(0)
  expect([keeper.state(), keeper.unsaved()]).toEqual(['saving', 'ab'])
  await answer(1)
  expect(keeper.state()).toBe('saved')
})

test('what could not be kept is said so, stays, and is tried again until it is kept', async () => {
  const { keeper, asked, answer } = slowEngine()
  keeper.change('a')
  keeper.flush()
  await answer(0, 'fails')
  expect([keeper.state(), keeper.unsaved()]).toEqual(['failed', 'a'])
  await vi.advanceTimersByTimeAsync(5_000)
  expect([keeper.state(), asked]).toEqual(['failed', ['a', 'a']])
  await answer(1)
  expect([keeper.state(), keeper.unsaved()]).toEqual(['saved', null])
})

test('after a failure the newest words are tried, not those that failed', async () => {
  const { keeper, asked, answer } = slowEngine()
  keeper.change('a')
  keeper.flush()
  keeper.change('ab')
  await answer(0, 'fails')
  keeper.flush()
  await answer(1)
  expect([keeper.state(), asked]).toEqual(['saved', ['a', 'ab']])
})

test('an older try that fails does not speak against a newer one that was kept', async () => {
  const { keeper, answer } = slowEngine()
  keeper.change('a')
  keeper.flush()
  keeper.change('ab')
  keeper.flush()
  await answer(0, 'fails')
  await answer(1)
  expect([keeper.state(), keeper.unsaved()]).toEqual(['saved', null])
})
