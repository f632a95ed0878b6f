import type { OtherValue } from '#contract/source.ts'
import type { Found } from './article.ts'

/** Where two values compete for a field, the one that is not taken is kept beside the other, for the analyst to choose. */

const mostKept = 4

/** The first is taken; the others stay with it, as far as they say something else. */
export function takeFirst([first, ...rest]: readonly Found[]): Found | null {
  return first === undefined ? null : rest.reduce(withOther, first)
}

/** @returns `taken`, with `other` and what stood beside it among its other values */
export function withOther(taken: Found, other: Found): Found {
  const { others: further = [], from, words, rule } = other.evidence
  let kept = taken.evidence.others ?? []
  for (const one of [{ value: other.value, from, words, rule }, ...further]) {
    const isNew = ![taken, ...kept].some(({ value }) => saysTheSame(value, one.value))
    if (isNew && kept.length < mostKept) kept = [...kept, one]
  }
  return kept.length === 0 ? taken : { ...taken, evidence: { ...taken.evidence, others: kept } }
}

/** The case of letters and the spaces between words make no other value, nor does a date that is told less exactly. */
function saysTheSame(one: OtherValue['value'], other: OtherValue['value']): boolean {
  const [left, right] = [folded(one), folded(other)]
  const isDate = /^\d{4}-\d\d/.test(left) && /^\d{4}-\d\d/.test(right)
  return left === right || (isDate && (left.startsWith(right) || right.startsWith(left)))
}

function folded(value: string): string {
  return value.toLowerCase().replace(/\s+/g, ' ').trim()
}
