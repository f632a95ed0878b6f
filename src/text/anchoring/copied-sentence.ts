import type { Span } from '../offsets.ts'
import { paragraphAt } from '../paragraphs.ts'
import { sentences } from '../sentences.ts'
import { originalSpan, type PreparedText, plainOffset } from './prepared-text.ts'

/** On plain offsets: from the start of the sentence in which a mark begins to the end of that in which it ends. */
export function sentenceRound(mark: Span, madeOn: PreparedText): Span {
  const { start, end } = originalSpan(madeOn, mark)
  const first = sentenceAt(madeOn.text, start)
  const last = sentenceAt(madeOn.text, Math.max(start, end - 1))
  return withinFullStops(madeOn.plain, mark, {
    start: Math.min(mark.start, plainOffset(madeOn, first.start)),
    end: Math.max(mark.end, plainOffset(madeOn, last.end)),
  })
}

function sentenceAt(text: string, at: number): Span {
  const paragraph = paragraphAt(text, at)
  const all = sentences(text.slice(paragraph.start, paragraph.end))
  const found = all.find(({ end }) => paragraph.start + end > at) ?? all.at(-1)
  return found ? { start: paragraph.start + found.start, end: paragraph.start + found.end } : paragraph
}

/** A full stop before a small letter that is not that of an abbreviation: the rules for sentences go on there. */
const FULL_STOP =
  /(?<!(?:^|[\s(“"‘'—–-])(?:(?:\p{Lu}\.)*\p{Lu}|No|Mr|Dr|ca|e\.g|i\.e|p|pp|v|vs|cf))\.[ ](?=\p{Ll})/gu

/** In texts that begin their sentences small, several of them count as one. */
function withinFullStops(plain: string, mark: Span, sentence: Span): Span {
  let { start, end } = sentence
  for (const { index } of plain.slice(start, end).matchAll(FULL_STOP)) {
    const next = sentence.start + index + 2
    if (next <= mark.start) start = next
    else if (next >= mark.end) {
      end = next
      break
    }
  }
  return { start, end }
}
