import type { Structure } from '#contract/source.ts'
import { BlockWriter } from '../pages/block-writer.ts'

/** The paragraphs of an RTF document: what they are by their style and place, and where each begins and ends. */

interface Paragraph {
  readonly style: number | null
  readonly outline: number | null
  readonly isItem: boolean
  readonly inTable: boolean
}

interface Style {
  name: string
  outline: number | null
}

const plain: Paragraph = { style: null, outline: null, isItem: false, inTable: false }

export class RtfParagraphs {
  readonly #writer = new BlockWriter()
  #paragraph = plain
  readonly #styles = new Map<number, Style>()
  /** The one that is being defined. */
  #style: Style = { name: '', outline: null }

  defineStyle(name: string, number: number | null): void {
    if (name === 's') {
      this.#style = { name: '', outline: null }
      this.#styles.set(number ?? 0, this.#style)
    }
    if (name === 'outlinelevel') this.#style.outline = number
  }

  nameStyle(words: string): void {
    this.#style.name += words
  }

  beItem(): void {
    this.#change({ isItem: true })
  }

  /** A control word about the paragraph, or one that ends it. */
  format(name: string, number: number | null): void {
    switch (name) {
      case 'pard':
        this.#paragraph = plain
        return
      case 's':
        return this.#change({ style: number })
      case 'outlinelevel':
        return this.#change({ outline: number })
      case 'ls':
        return this.#change({ isItem: number !== 0 })
      case 'intbl':
        return this.#change({ inTable: true })
      case 'cell':
      case 'nestcell':
        return this.write('\t')
      case 'line':
        return this.#writer.lineBreak()
      case 'row':
        return this.#writer.end()
      case 'par':
      case '\r':
      case '\n':
      case 'sect':
      case 'page':
        // A row stays on its line, whatever paragraphs its cells have.
        return this.#paragraph.inTable ? this.write(' ') : this.#writer.end()
    }
  }

  write(words: string): void {
    if (!this.#writer.isOpen) this.#beginBlock()
    this.#writer.exact(words)
  }

  /** Where the next words will stand. */
  nextStart(): number {
    if (!this.#writer.isOpen) this.#beginBlock()
    return this.#writer.nextStart
  }

  linked(start: number, href: string): void {
    this.#writer.linked(start, href)
  }

  /** @param notes stand below the text */
  finish(notes: readonly string[]): { text: string; structure: Structure } {
    for (const note of notes) {
      this.#writer.begin('paragraph')
      this.#writer.exact(note.trim())
    }
    return this.#writer.finish()
  }

  #change(change: Partial<Paragraph>): void {
    this.#paragraph = { ...this.#paragraph, ...change }
  }

  #beginBlock(): void {
    const { inTable, isItem } = this.#paragraph
    const level = this.#headingLevel()
    if (inTable) this.#writer.begin('table')
    else if (level !== null) this.#writer.begin('heading', level)
    else this.#writer.begin(isItem ? 'list-item' : 'paragraph')
  }

  #headingLevel(): number | null {
    const { style, outline } = this.#paragraph
    const named = style === null ? undefined : this.#styles.get(style)
    const number = /^heading (\d)/i.exec(named?.name.trim() ?? '')?.[1]
    const level = outline ?? named?.outline ?? (number === undefined ? null : Number(number) - 1)
    return level !== null && level >= 0 && level < 6 ? level + 1 : null
  }
}
