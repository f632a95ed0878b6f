import type { Span } from '../offsets.ts'
import { plainTypography } from '../quotes.ts'
import { errorsBetween } from './approximate-search.ts'

/**
 * Random texts, random next versions of them, and what became of each mark: for tests alone. A text is a row of characters with an
 * identity, so that after any number of edits it is known where the words of a mark went.
 */

/** `of` is the character that this one is a copy of. */
export type Character = { shown: string; id: number; of?: number }
export type Sentence = Character[]
export type Paragraph = Sentence[]
export type Version = Paragraph[]

/** Numbers from 0 to below `below`, the same for the same seed (mulberry32). */
export type Random = (below: number) => number

export function randomChoice(seed: number): Random {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

const LATIN =
  'the a of in to and on for with by from after that talks sanctions border envoy Syria Israel U.S. officials said Monday Damascus security agreement minister president told reporters “preliminary” ceasefire Netanyahu’s troops withdrew zone Golan Heights 1974 1,000 café naïve Zürich e\u0301lite re\u0301gime long-standing discussions — 🕊️ 👩‍👩‍👧 🇸🇾 collapse regime transitional government northern southern province capital water oil gas electricity refugees returned villages hospital school bridge river mountain weapons missiles drones strike convoy market price inflation currency bank loan treaty signed rejected denied confirmed reported according sources anonymous senior former'.split(
    ' ',
  )
const ARABIC =
  'قال الرئيس إنّ المفاوضات مستمرّة بين سورية وإسرائيل في دمشق على اتفاق أمني جديد بعد سقوط النظام السابق مسؤول أمريكي رفيع الجنوب الحدود قوات انسحبت من المنطقة العازلة'.split(
    ' ',
  )
const HAN = Array.from(
  '北京会談安全保障協定新米国政府高官述中東和平交渉続国境地帯撤退合意大統領首相外相明記者団対',
)

let lastId = 0
const segmenter = new Intl.Segmenter('und')

/** The characters of a text, each with an identity of its own. */
export function characters(text: string): Character[] {
  return Array.from(segmenter.segment(text), ({ segment }) => ({ shown: segment, id: ++lastId }))
}

export function textOf(version: Version): string {
  return version
    .map((paragraph) => paragraph.map((sentence) => sentence.map(({ shown }) => shown).join('')).join(''))
    .join('\n')
}

export function randomText(random: Random): Version {
  const script = random(6)
  return Array.from({ length: 3 + random(12) }, () =>
    Array.from({ length: 1 + random(6) }, (_, index) => randomSentence(random, script, index > 0)),
  )
}

function randomSentence(random: Random, script: number, spaced: boolean): Sentence {
  const words = script === 0 ? ARABIC : LATIN
  if (script === 1) return characters(`${pick(random, HAN, 8 + random(30)).join('')}。`)
  return characters(`${spaced ? ' ' : ''}${pick(random, words, 4 + random(22)).join(' ')}.`)
}

/** Frequent words come first in the lists, as in a language. */
function pick(random: Random, from: readonly string[], count: number): string[] {
  return Array.from({ length: count }, () => {
    const at = random(2) === 0 ? random(from.length) : random(Math.ceil(from.length / 5))
    return from[at] ?? ''
  })
}

export function randomMark(random: Random, version: Version): Span {
  const all = version.flatMap((paragraph, index) => [...(index > 0 ? [NEWLINE] : []), ...paragraph.flat()])
  const length = [2 + random(12), 8 + random(60), 40 + random(200)][random(3)] ?? 1
  const from = random(all.length)
  const to = Math.min(all.length, from + length)
  const units = (characterList: Character[]) =>
    characterList.reduce((sum, { shown }) => sum + shown.length, 0)
  const start = units(all.slice(0, from))
  return { start, end: start + units(all.slice(from, to)) }
}

export const NEWLINE: Character = { shown: '\n', id: 0 }

/** The same words once more. */
export function copyOf(sentence: Sentence): Sentence {
  return sentence.map(({ shown, id, of = id }) => ({ shown, id: ++lastId, of }))
}

type Edit = (random: Random, version: Version) => Version

const edits: readonly Edit[] = [
  function insertSentence(random, version) {
    return changeParagraph(random, version, (paragraph) =>
      paragraph.toSpliced(random(paragraph.length + 1), 0, randomSentence(random, 2, true)),
    )
  },
  function insertParagraph(random, version) {
    return version.toSpliced(random(version.length + 1), 0, [
      randomSentence(random, 2, false),
      randomSentence(random, 2, true),
    ])
  },
  function deleteSentence(random, version) {
    return changeParagraph(random, version, (paragraph) => paragraph.toSpliced(random(paragraph.length), 1))
  },
  function deleteParagraph(random, version) {
    return version.length > 2 ? version.toSpliced(random(version.length), 1) : version
  },
  function moveParagraph(random, version) {
    const [moved] = version.slice(random(version.length))
    return moved
      ? version.filter((paragraph) => paragraph !== moved).toSpliced(random(version.length), 0, moved)
      : version
  },
  function duplicateSentence(random, version) {
    const copied = version[random(version.length)]
    const sentence = copied?.[random(copied.length)]
    if (!sentence) return version
    const copy = copyOf(sentence)
    return changeParagraph(random, version, (paragraph) =>
      paragraph.toSpliced(random(paragraph.length + 1), 0, copy),
    )
  },
  function typographic(random, version) {
    const change = [plainQuotes, spacedDashes, composed][random(3)] ?? plainQuotes
    return version.map((paragraph) =>
      paragraph.map((sentence) =>
        sentence.map((character) => ({ ...character, shown: change(character.shown) })),
      ),
    )
  },
  smallEdit,
  smallEdit,
  smallEdit,
  smallEdit,
  rewriteSentence,
]

/** One to eight edits of any kind. */
export function newVersion(random: Random, version: Version): Version {
  let next = version
  for (let count = 1 + random(8); count > 0; count -= 1)
    next = (edits[random(edits.length)] ?? smallEdit)(random, next)
  return next.filter((paragraph) => paragraph.length > 0)
}

function changeParagraph(
  random: Random,
  version: Version,
  change: (paragraph: Paragraph) => Paragraph,
): Version {
  const at = random(version.length)
  return version.with(at, change(version[at] ?? []))
}

/** A word put in, taken out or exchanged, or a slip of the finger. */
function smallEdit(random: Random, version: Version): Version {
  return changeParagraph(random, version, (paragraph) => {
    const at = random(paragraph.length)
    const sentence = paragraph[at]
    if (!sentence) return paragraph
    const from = random(sentence.length)
    const removed = [0, 1, 1 + random(8)][random(3)] ?? 0
    const put =
      removed === 1
        ? characters('x').slice(random(2))
        : characters(random(2) === 0 ? ` ${pick(random, LATIN, 1)[0] ?? ''}` : '')
    return paragraph.with(at, sentence.toSpliced(from, removed, ...put))
  })
}

function rewriteSentence(random: Random, version: Version): Version {
  return changeParagraph(random, version, (paragraph) =>
    paragraph.length > 0
      ? paragraph.with(random(paragraph.length), randomSentence(random, 2, true))
      : paragraph,
  )
}

function plainQuotes(shown: string): string {
  return shown.replace(/[“”]/, '"').replace('’', "'")
}

function spacedDashes(shown: string): string {
  return shown.replace('—', '–').replace(' ', '\u00a0')
}

function composed(shown: string): string {
  return shown.normalize('NFC')
}

/**
 * What became of a mark. `unchanged`: its words stand in the new version as they were; `edited`: with changes of at most a fifth; `gone`: at
 * most two fifths of them are left together; `unclear`: in between, or torn apart.
 */
export type Fate = 'unchanged' | 'edited' | 'unclear' | 'gone'

export function fateOf(before: Version, after: Version, mark: Span): Fate {
  const { survivors, inserted, marked, broken, hull } = trace(before, after, mark)
  const words = textOf(before).slice(mark.start, mark.end)
  if (broken) return survivors > marked * 0.4 ? 'unclear' : 'gone'
  if (survivors === marked && textOf(after).slice(hull.start, hull.end) === words) return 'unchanged'
  if (survivors <= marked * 0.4) return 'gone'
  return marked - survivors + inserted <= marked * 0.2 ? 'edited' : 'unclear'
}

/**
 * Whether what was found is what is left of the mark, white space aside: exactly where it is unchanged; else by and large, or its
 * largest part at least, in words that are still like its own. Of one that is gone: a copy that stayed in
 * its stead, where it stood or with its whole paragraph.
 */
export function isRight(before: Version, after: Version, mark: Span, found: Span): boolean {
  if (readsAsBefore(textOf(before), textOf(after), mark, found)) return true
  const fate = fateOf(before, after, mark)
  if (fate === 'gone')
    return isInTheGap(before, after, mark, found) || isMovedInEffect(before, after, mark, found)
  const text = textOf(after)
  const { hull, largest } = trace(before, after, mark)
  const likeness = (left: Span) => overlap(withoutSpaces(text, left), withoutSpaces(text, found))
  if (fate === 'unchanged') return likeness(hull) === 1
  if (likeness(hull) >= 0.8) return true
  const words = textOf(before).slice(mark.start, mark.end)
  // The same words once more, right beside: nobody could tell which of the two was put in.
  if (text.slice(found.start, found.end) === words && likeness(hull) > 0) return true
  const alike =
    errorsBetween(words, text.slice(found.start, found.end), Math.floor(words.length * 0.35)) !== null
  return alike && covers(found, largest)
}

/**
 * The next version reads there as the earlier one did: the words with a letter or two changed, and 100 characters on both sides as they
 * were. Wherever the edits took those characters from (five captions are alike), the text is what it would be had the marked ones stayed.
 */
function readsAsBefore(old: string, now: string, mark: Span, found: Span): boolean {
  const before = (text: string, { start }: Span) =>
    plain(text.slice(Math.max(0, start - ROUND), start)).trim()
  const after = (text: string, { end }: Span) => plain(text.slice(end, end + ROUND)).trim()
  const [was, is] = [plain(old.slice(mark.start, mark.end)), plain(now.slice(found.start, found.end))]
  const alike = errorsBetween(was, is, Math.floor(was.length / 20)) !== null
  const reads = (was: string, is: string) => errorsBetween(was, is, SLIPS) !== null
  return alike && reads(before(old, mark), before(now, found)) && reads(after(old, mark), after(now, found))
}

const ROUND = 100
const SLIPS = 4

function plain(text: string): string {
  return plainTypography(text).text.toLowerCase()
}

/**
 * A copy of the words stands between the nearest characters that are left of those round the mark: a copy was put in beside it, and the
 * mark's own words taken out. The text is what it would be had the copy been taken out, and nobody could tell.
 */
function isInTheGap(before: Version, after: Version, mark: Span, found: Span): boolean {
  const now = placed(after)
  const places = new Map(now.map((place) => [place.id, place]))
  const ids = new Set(
    placed(before).flatMap((one) => (one.start >= mark.start && one.end <= mark.end ? one.id : [])),
  )
  const within = now.filter(({ start, end }) => start >= found.start && end <= found.end)
  if (!within.every(({ id, of = id }) => id === 0 || ids.has(of))) return false
  const left = placed(before).findLast(({ end, id }) => end <= mark.start && places.has(id))
  const right = placed(before).find(({ start, id }) => start >= mark.end && places.has(id))
  const [from, to] = [left && places.get(left.id), right && places.get(right.id)]
  return (from?.end ?? 0) <= found.start && (to?.start ?? Infinity) >= found.end
}

/**
 * The whole paragraph was copied to another place, and taken out where it stood: the text is the one that moving it would have made, and
 * nobody could tell.
 */
function isMovedInEffect(before: Version, after: Version, mark: Span, found: Span): boolean {
  const left = new Set(after.flat(2).map(({ id }) => id))
  const home = paragraphRound(before, mark)
  if (home.some(({ id }) => left.has(id))) return false
  const ids = new Set(home.map(({ id }) => id))
  return paragraphRound(after, found).every(({ id, of = id }) => ids.has(of))
}

/** The characters of all paragraphs that share one with the span. */
function paragraphRound(version: Version, span: Span): Character[] {
  const places = new Map(placed(version).map((place) => [place.id, place]))
  return version
    .map((paragraph) => paragraph.flat())
    .filter((paragraph) =>
      paragraph.some(({ id }) => {
        const place = places.get(id)
        return place !== undefined && place.start < span.end && place.end > span.start
      }),
    )
    .flat()
}

function covers(found: Span, part: Span): boolean {
  return Math.min(found.end, part.end) - Math.max(found.start, part.start) >= 0.7 * (part.end - part.start)
}

function overlap(a: Span, b: Span): number {
  if (a.start === b.start && a.end === b.end) return 1
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return common / (Math.max(a.end, b.end) - Math.min(a.start, b.start))
}

function withoutSpaces(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end)
  return { start: end - words.trimStart().length, end: start + words.trimEnd().length }
}

/** Where the characters of a mark went: how many are left, the stretch from the first to the last, the largest part in one piece. */
type Traced = {
  survivors: number
  hull: Span
  largest: Span
  inserted: number
  marked: number
  broken: boolean
}

// Survivors further apart than this are no longer one passage; and than this no longer one piece.
const TORN = 60
const PIECE = 4

function trace(before: Version, after: Version, mark: Span): Traced {
  const marked = placed(before).filter(
    ({ start, end, id }) => id !== 0 && start >= mark.start && end <= mark.end,
  )
  const places = new Map(placed(after).map((place, index) => [place.id, { ...place, index }]))
  const left = marked.flatMap(({ id }) => places.get(id) ?? [])
  let inserted = 0
  let broken = false
  let piece = { start: left[0]?.start ?? 0, end: left[0]?.end ?? 0 }
  let largest = piece
  for (const [at, place] of left.entries()) {
    const apart = place.index - (left[at - 1]?.index ?? place.index - 1) - 1
    if (apart < 0 || apart > TORN) broken = true
    else inserted += apart
    piece =
      apart < 0 || apart > PIECE
        ? { start: place.start, end: place.end }
        : { start: piece.start, end: place.end }
    if (piece.end - piece.start > largest.end - largest.start) largest = piece
  }
  const hull = { start: left[0]?.start ?? 0, end: left.at(-1)?.end ?? 0 }
  return { survivors: left.length, hull, largest, inserted, marked: marked.length, broken }
}

export function placed(version: Version): (Span & { id: number; of: number | undefined })[] {
  let at = 0
  return version.flatMap((paragraph, index) => {
    if (index > 0) at += 1
    return paragraph.flat().map(({ shown, id, of }) => {
      const start = at
      at += shown.length
      return { start, end: at, id, of }
    })
  })
}
