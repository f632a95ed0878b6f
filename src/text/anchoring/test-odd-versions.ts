import type { Span } from '../offsets.ts'
import {
  characters,
  copyOf,
  type Paragraph,
  placed,
  type Random,
  type Sentence,
  textOf,
  type Version,
} from './test-versions.ts'

/**
 * Random versions with other habits than those of `test-versions.ts`, for tests alone: pages with captions, notices and whole
 * paragraphs that stand there many times, sentences as people write them, marks of a word or at the very ends, and next versions that
 * were set anew: other white space, other line ends, other normal forms, capitals, paragraphs exchanged, a letter beside the mark.
 */

const SUBJECTS =
  'The minister|Two officials|The Tavland delegation|A spokesman|Mr. Okoye|Dr. Lindqvist|The U.S. envoy|Nobody|The harbour master|الوزير|Élodie Marchand|The café owner'.split(
    '|',
  )
const VERBS = 'said|denied|confirmed|repeated|told reporters|wrote on Monday|would not say|agreed|قال'.split(
  '|',
)
const OBJECTS =
  'that the talks go on|that four channels were opened|nothing about the border|that “no date” was set|the number of 1,250 refugees|that the agreement of 1974 holds|that ships wait in the strait|it again|what the ministry had said before — and no more|أن المفاوضات مستمرة|that naïve hopes were raised 🕊️'.split(
    '|',
  )
const ENDS =
  'in the morning|after the meeting|on Tuesday evening|in Marrowgate|for the third time|to this newspaper|by telephone|before the vote||'.split(
    '|',
  )
const CAPTIONS = [
  'Photo: S. Kalin',
  'Read more',
  'Advertisement',
  'A ship waits in the strait on Monday. (Photo: S. Kalin)',
  '* * *',
]

function one<T>(random: Random, from: readonly T[], otherwise: T): T {
  return from[random(from.length)] ?? otherwise
}

function newSentence(random: Random, spaced: boolean): Sentence {
  const parts = [SUBJECTS, VERBS, OBJECTS, ENDS].map((from) => one(random, from, ''))
  const words = parts.filter((part) => part !== '').join(' ')
  return characters(`${spaced ? ' ' : ''}${words}${one(random, ['.', '.', '.', '?', '!', '.”'], '.')}`)
}

function newParagraph(random: Random): Paragraph {
  return Array.from({ length: 1 + random(5) }, (_, at) => newSentence(random, at > 0))
}

/** Five captions of the same words, and sometimes a paragraph or a heading that comes again. */
export function oddText(random: Random): Version {
  let version: Version = Array.from({ length: 2 + random(14) }, () => newParagraph(random))
  const caption = characters(one(random, CAPTIONS, ''))
  const put = (paragraph: Paragraph) => {
    version = version.toSpliced(random(version.length + 1), 0, paragraph)
  }
  if (random(2) === 0) for (let count = 0; count < 5; count += 1) put([fresh(caption)])
  if (random(3) === 0) put((version[random(version.length)] ?? []).map(fresh))
  if (random(4) === 0) put((version[random(version.length)] ?? []).map(fresh))
  return version
}

/** The same letters with identities of their own: two passages of one text. */
function fresh(sentence: Sentence): Sentence {
  return characters(sentence.map(({ shown }) => shown).join(''))
}

/** A mark of more than white space: nothing else can be marked. */
export function oddMark(random: Random, version: Version): Span {
  const mark = anyMark(random, version)
  return textOf(version).slice(mark.start, mark.end).trim() === '' ? oddMark(random, version) : mark
}

/** A word or less, whole sentences and paragraphs, stretches at the ends of the text, any stretch. */
function anyMark(random: Random, version: Version): Span {
  const all = placed(version).filter(({ id }) => id !== 0)
  const span = (from: number, to: number): Span => ({
    start: all[Math.max(0, from)]?.start ?? 0,
    end: all[Math.min(all.length, to) - 1]?.end ?? 0,
  })
  const at = random(all.length)
  switch (random(6)) {
    case 0:
      return span(at, Math.min(all.length, at + 1 + random(5)))
    case 1:
      return span(0, 1 + random(20))
    case 2:
      return span(all.length - 1 - random(20), all.length)
    case 3:
      return wholeOf(
        version.flatMap((paragraph) => paragraph),
        random,
        all,
      )
    case 4:
      return wholeOf(
        version.map((paragraph) => paragraph.flat()),
        random,
        all,
      )
    default:
      return span(at, Math.min(all.length, at + 4 + random(90)))
  }
}

function wholeOf(pieces: readonly Sentence[], random: Random, all: ReturnType<typeof placed>): Span {
  const piece = pieces[random(pieces.length)] ?? []
  const start = all.find(({ id }) => id === piece[0]?.id)?.start ?? 0
  return { start, end: all.find(({ id }) => id === piece.at(-1)?.id)?.end ?? start }
}

function wordsOf(paragraph: Paragraph = []): string {
  return paragraph
    .flat()
    .map(({ shown }) => shown)
    .join('')
}

type Edit = (random: Random, version: Version) => Version

const edits: readonly Edit[] = [
  function exchangeParagraphs(random, version) {
    const [a, b] = [random(version.length), random(version.length)]
    // Two of the same words exchanged are the same text.
    if (wordsOf(version[a]) === wordsOf(version[b])) return version
    return version.with(a, version[b] ?? []).with(b, version[a] ?? [])
  },
  function deleteParagraph(random, version) {
    return version.length > 1 ? version.toSpliced(random(version.length), 1) : version
  },
  function deleteSentence(random, version) {
    return inParagraph(random, version, (paragraph) => paragraph.toSpliced(random(paragraph.length), 1))
  },
  function copyParagraph(random, version) {
    return version.toSpliced(
      random(version.length + 1),
      0,
      (version[random(version.length)] ?? []).map(copyOf),
    )
  },
  function copySentence(random, version) {
    const from = version[random(version.length)] ?? []
    const copy = copyOf(from[random(from.length)] ?? [])
    return inParagraph(random, version, (paragraph) =>
      paragraph.toSpliced(random(paragraph.length + 1), 0, copy),
    )
  },
  function oneMoreCaption(random, version) {
    return version.toSpliced(random(version.length + 1), 0, [characters(one(random, CAPTIONS, ''))])
  },
  function insertParagraph(random, version) {
    return version.toSpliced(random(version.length + 1), 0, newParagraph(random))
  },
  function insertSentence(random, version) {
    return inParagraph(random, version, (paragraph) =>
      paragraph.toSpliced(random(paragraph.length + 1), 0, newSentence(random, true)),
    )
  },
  function splitParagraph(random, version) {
    const at = random(version.length)
    const cut = random((version[at] ?? []).length)
    return version.toSpliced(at, 1, (version[at] ?? []).slice(0, cut), (version[at] ?? []).slice(cut))
  },
  function joinParagraphs(random, version) {
    const at = random(version.length)
    return version.toSpliced(at, 2, [...(version[at] ?? []), ...(version[at + 1] ?? [])])
  },
  function setAnew(random, version) {
    const change = one(random, [doubledSpaces, hardSpaces, carriageReturns, decomposed, composed], composed)
    return changeAll(version, change)
  },
  function capitals(random, version) {
    return inParagraph(random, version, (paragraph) => {
      const at = random(paragraph.length)
      return paragraph.with(
        at,
        (paragraph[at] ?? []).map((one) => ({ ...one, shown: one.shown.toUpperCase() })),
      )
    })
  },
  oneLetter,
  oneLetter,
]

/** One to six edits, and often a letter right beside one of the marks. */
export function oddVersion(random: Random, version: Version, marks: readonly Span[]): Version {
  let next = version
  for (const mark of marks) if (random(4) === 0) next = besideMark(random, version, next, mark)
  for (let count = random(7); count > 0; count -= 1) next = one(random, edits, oneLetter)(random, next)
  return next.filter((paragraph) => paragraph.length > 0)
}

function inParagraph(random: Random, version: Version, change: (paragraph: Paragraph) => Paragraph): Version {
  const at = random(version.length)
  const paragraph = version[at] ?? []
  return paragraph.length === 0 ? version : version.with(at, change(paragraph))
}

function changeAll(version: Version, change: (shown: string) => string): Version {
  return version.map((paragraph) =>
    paragraph.map((sentence) => sentence.map((one) => ({ ...one, shown: change(one.shown) }))),
  )
}

const doubledSpaces = (shown: string) => (shown === ' ' ? '  ' : shown)
const hardSpaces = (shown: string) => (shown === ' ' ? '\u00a0' : shown)
const carriageReturns = (shown: string) => (shown === '.' ? '.\r' : shown)
const decomposed = (shown: string) => shown.normalize('NFD')
const composed = (shown: string) => shown.normalize('NFC')

function oneLetter(random: Random, version: Version): Version {
  return inParagraph(random, version, (paragraph) => {
    const at = random(paragraph.length)
    const sentence = paragraph[at] ?? []
    const letter = random(2) === 0 ? characters(one(random, ['x', ' ', ','], 'x')) : []
    return paragraph.with(at, sentence.toSpliced(random(sentence.length + 1), random(2), ...letter))
  })
}

/** Takes out, puts in or exchanges the letter before or behind the mark. */
function besideMark(random: Random, before: Version, version: Version, mark: Span): Version {
  const neighbours = placed(before).filter(({ start, end }) => end === mark.start || start === mark.end)
  const id = neighbours[random(Math.max(1, neighbours.length))]?.id ?? 0
  const letter = random(2) === 0 ? characters('x') : []
  return version.map((paragraph) =>
    paragraph.map((sentence) => {
      const at = sentence.findIndex((one) => one.id === id)
      return at < 0 ? sentence : sentence.toSpliced(at, random(2), ...letter)
    }),
  )
}
