import type { Span, ZoneKind } from '#contract/source.ts'
import type { Paragraph } from './paragraphs.ts'
import { type Run, runsOf, type Section } from './sections.ts'

/** Builds the elements of a text: sections, paragraphs, folds. Every paragraph's element holds its words and nothing else. */

/** The room that a paragraph's last line and the gap after it take, as if they were words. */
const charactersOfAnEnd = 75

/** One empty element for each stretch, whose height is guessed from the length of its text. */
export function buildFrames(
  around: HTMLElement,
  className: 'text-chapter' | 'text-section',
  stretches: readonly Stretch[],
): HTMLElement[] {
  const built = stretches.map(({ start, end, paragraphs }) => {
    const element = around.ownerDocument.createElement('div')
    element.className = className
    // What its height is guessed from until it has been laid out once (reader.css).
    element.style.setProperty('--characters', String(end - start + paragraphs * charactersOfAnEnd))
    return element
  })
  around.replaceChildren(...built)
  return built
}

export interface Stretch extends Span {
  /** How many stand in it. */
  readonly paragraphs: number
}

/** Fills a section with its paragraphs. @returns their elements, in order */
export function fillSection(
  element: HTMLElement,
  text: string,
  paragraphs: readonly Paragraph[],
  section: Section,
): HTMLElement[] {
  const elements: HTMLElement[] = []
  const runs = runsOf(section, paragraphs).map((run) =>
    buildRun(element.ownerDocument, text, paragraphs, run, elements),
  )
  element.replaceChildren(...runs)
  return elements
}

function buildRun(
  page: Document,
  text: string,
  paragraphs: readonly Paragraph[],
  { first, last, folded }: Run,
  elements: HTMLElement[],
): Node {
  const run = page.createDocumentFragment()
  for (let index = first; index < last; index++) {
    const paragraph = paragraphs[index]
    if (paragraph === undefined) continue
    const element = buildParagraph(page, text, paragraph, paragraphs[index - 1])
    elements.push(element)
    run.append(element)
  }
  return folded ? foldedAway(page, run, last - first) : run
}

function foldedAway(page: Document, run: Node, lines: number): HTMLElement {
  const fold = page.createElement('details')
  fold.className = 'text-fold'
  const summary = page.createElement('summary')
  summary.textContent = lines === 1 ? 'Page furniture, 1 line' : `Page furniture, ${lines} lines`
  fold.append(summary, run)
  return fold
}

const zoneLabels: Readonly<Record<ZoneKind, string | null>> = {
  headline: 'Headline',
  byline: 'Byline',
  dateline: 'Dateline',
  caption: 'Caption',
  body: null,
  boilerplate: null,
}

function buildParagraph(
  page: Document,
  text: string,
  paragraph: Paragraph,
  before: Paragraph | undefined,
): HTMLElement {
  const element = page.createElement(tagFor(paragraph))
  element.className = `text-${paragraph.kind} zone-${paragraph.zone}`
  if (paragraph.continues) element.classList.add('continues')
  // Each paragraph finds its own direction: one source may mix Arabic and English.
  element.dir = 'auto'
  const label = zoneLabels[paragraph.zone]
  if (label !== null && before?.zone !== paragraph.zone) element.dataset['zone'] = label
  if (paragraph.labels.length > 0) element.dataset['place'] = paragraph.labels.join(' · ')
  element.append(text.slice(paragraph.start, paragraph.end))
  return element
}

function tagFor({ kind, level, zone }: Paragraph): 'h2' | 'h3' | 'h4' | 'blockquote' | 'pre' | 'p' {
  if (zone === 'headline') return 'h2'
  if (kind === 'heading') return (level ?? 2) <= 2 ? 'h3' : 'h4'
  if (kind === 'quote') return 'blockquote'
  return kind === 'code' || kind === 'table' ? 'pre' : 'p'
}
