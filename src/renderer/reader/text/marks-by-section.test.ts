import { array, assert, integer, property, record, uniqueArray } from 'fast-check'
import { expect, test } from 'vitest'
import { MarksBySection } from './marks-by-section.ts'
import type { Section } from './sections.ts'
import type { Mark } from './segments.ts'

const sections: readonly Section[] = Array.from({ length: 8 }, (_, index) => ({
  first: index,
  last: index + 1,
  start: index * 10,
  end: index * 10 + 9,
}))

const anyMark = record({ start: integer({ min: 0, max: 70 }), length: integer({ min: 1, max: 30 }) }).map(
  ({ start, length }): Mark => ({ id: `${start}`, start, end: start + length, look: '', label: '' }),
)

test('whatever is set after whatever, each section has the marks that reach into it', () => {
  const pool = array(anyMark, { minLength: 1, maxLength: 12 })
  const choice = uniqueArray(integer({ min: 0, max: 11 }), { maxLength: 12 })
  assert(
    property(
      pool,
      array(choice, { maxLength: 6 }),
      integer({ min: 0, max: 6 }),
      (marks, choices, whenSorted) => {
        const bySection = new MarksBySection(sections)
        choices.forEach((chosen, step) => {
          if (step === whenSorted) bySection.sortOut()
          const now = chosen.flatMap((index) => marks[index] ?? [])
          const before = sections.map((_, index) => new Set(bySection.of(index)))
          const changed = new Set(bySection.set(now, sections.keys()))
          sections.forEach(({ start }, index) => {
            const next = sections[index + 1]?.start ?? Number.POSITIVE_INFINITY
            const wanted = now.filter((mark) => mark.start < next && mark.end > start)
            expect(new Set(bySection.of(index))).toEqual(new Set(wanted))
            if (!changed.has(index)) expect(new Set(bySection.of(index))).toEqual(before[index])
          })
        })
      },
    ),
  )
})

test('one more mark concerns the sections that it reaches into, and of those only what was asked about', () => {
  const bySection = new MarksBySection(sections)
  const marks = sections.map(
    ({ start }): Mark => ({ id: `${start}`, start, end: start + 5, look: '', label: '' }),
  )
  bySection.set(marks, sections.keys())
  const added: Mark = { id: 'added', start: 25, end: 33, look: '', label: '' }
  expect(bySection.set([...marks.slice(0, 3), added, ...marks.slice(3)], [1, 3])).toEqual([3])
})
