import { CasebookError } from '#contract/failure.ts'
import type { Structure } from '#contract/source.ts'
import { RtfCharacters } from './rtf-characters.ts'
import { RtfParagraphs } from './rtf-paragraphs.ts'
import type { RtfToken } from './rtf-tokens.ts'
import { characters, silentGroups } from './rtf-words.ts'

export interface RtfDocument {
  readonly text: string
  readonly structure: Structure
  /** `title` and `author`, as the document's properties have them. */
  readonly info: ReadonlyMap<string, string>
  /** How many groups were still open at the end of the file. */
  readonly unclosed: number
}

/** Where the words of a group go. `aside` is silent as well, but what it holds may be words of the text: a text box in a shape. */
type Place = 'text' | 'note' | 'silent' | 'aside' | 'fonts' | 'styles' | 'field' | 'title' | 'author'

interface Field {
  /** What the field does: `HYPERLINK "…"`. */
  does: string
  start: number
}

interface Group {
  readonly place: Place
  readonly font: number | null
  readonly isHidden: boolean
  /** How many characters behind a `\u` are for readers that do not know it. */
  readonly fallback: number
  /** `\upr` says everything twice, the second time as Unicode in its inner `\ud`: what the group around them was. */
  readonly aroundPair: Place
  readonly field: Field | null
  /** Whether the words of this group are what the field shows. */
  readonly showsField: boolean
}

const outermost: Group = {
  place: 'text',
  font: null,
  isHidden: false,
  fallback: 1,
  aroundPair: 'text',
  field: null,
  showsField: false,
}
const deepest = 5_000

/** Takes the signs of a document one after the other. What it keeps grows with the words alone. */
export class RtfReader {
  readonly #paragraphs = new RtfParagraphs()
  readonly #characters = new RtfCharacters((words) => this.#say(words))
  readonly #outer: Group[] = []
  #group = outermost
  #isOptional = false
  readonly #notes: string[] = []
  readonly #info = new Map<string, string>()
  #font = 0

  /** @returns false once the document is closed. @throws CasebookError source.damaged (groups in groups beyond measure) */
  take(token: RtfToken): boolean {
    switch (token.kind) {
      case 'open':
        this.#open()
        return true
      case 'close':
        this.#close()
        return this.#outer.length > 0
      case 'letters':
        this.#characters.letters(token.letters, this.#group.font)
        return true
      case 'control':
        this.#control(token.name, token.number)
        return true
    }
  }

  finish(): RtfDocument {
    this.#characters.flush()
    return { ...this.#paragraphs.finish(this.#notes), info: this.#info, unclosed: this.#outer.length }
  }

  #open(): void {
    this.#characters.flush()
    if (this.#outer.push(this.#group) > deepest) {
      throw new CasebookError('source.damaged', 'This RTF document is nested too deeply to be read.')
    }
    this.#group = { ...this.#group, showsField: false }
    this.#isOptional = false
  }

  #close(): void {
    this.#characters.flush()
    this.#characters.endFallback()
    const { field, showsField } = this.#group
    const href = /HYPERLINK\s+(?:\\\w\s+)*"([^"]+)"/i.exec(field?.does ?? '')?.[1]
    if (showsField && field && href !== undefined) this.#paragraphs.linked(field.start, href)
    this.#group = this.#outer.pop() ?? outermost
  }

  #control(name: string, number: number | null): void {
    if (name === "'") return this.#characters.byte(number ?? 0, this.#group.font)
    if (name === '*') {
      this.#isOptional = true
      return
    }
    const character = characters[name]
    if (character !== undefined) return this.#characters.character(character)
    if (name === 'u') return this.#characters.unicode(number ?? 0, this.#group.fallback)
    this.#characters.flush()
    const isOptional = this.#isOptional
    this.#isOptional = false
    if (this.#enter(name, isOptional)) return
    if (this.#group.place === 'fonts') return this.#defineFont(name, number)
    if (this.#group.place === 'styles') return this.#paragraphs.defineStyle(name, number)
    this.#format(name, number)
  }

  /** Words that say what their group is. @returns whether this is one */
  #enter(name: string, isOptional: boolean): boolean {
    if (name === 'listtext' || name === 'pntext' || name === 'pn') this.#paragraphs.beItem()
    const place = this.#placeOf(name, isOptional)
    if (place === null) return false
    if (place === 'note') this.#notes.push('')
    if (place === 'title' || place === 'author') this.#info.delete(place)
    const isResult = name === 'fldrslt'
    const field = name === 'field' ? { does: '', start: 0 } : this.#group.field
    if (isResult && field) field.start = this.#paragraphs.nextStart()
    const aroundPair = name === 'upr' ? this.#group.place : this.#group.aroundPair
    this.#group = { ...this.#group, place, aroundPair, field, showsField: isResult }
    return true
  }

  #placeOf(name: string, isOptional: boolean): Place | null {
    const { place, aroundPair } = this.#group
    if (place === 'silent') return 'silent'
    if (name === 'ud') return aroundPair
    if (silentGroups.has(name)) return 'silent'
    if (place === 'aside' && innerPlaces[name] !== undefined) return innerPlaces[name]
    const own = places[name]
    if (own !== undefined) return own === 'same' ? place : own
    return isOptional && place !== 'fonts' && place !== 'styles' ? 'aside' : null
  }

  #defineFont(name: string, number: number | null): void {
    if (number === null) return
    if (name === 'f') this.#font = number
    if (name === 'fcharset') this.#characters.setFont(this.#font, { charset: number })
    if (name === 'cpg') this.#characters.setFont(this.#font, { page: number })
  }

  #format(name: string, number: number | null): void {
    switch (name) {
      case 'ansi':
      case 'mac':
      case 'pc':
      case 'pca':
        return this.#characters.setDocumentPage(name)
      case 'ansicpg':
        return this.#characters.setDocumentPage(number ?? 1_252)
      case 'deff':
        return this.#characters.setDefaultFont(number ?? 0)
      case 'uc':
        return this.#set({ fallback: Math.max(0, number ?? 1) })
      case 'f':
        return this.#set({ font: number })
      case 'plain':
        return this.#set({ font: null, isHidden: false })
      case 'v':
      case 'deleted':
        return this.#set({ isHidden: number !== 0 })
      default:
        if (this.#group.place === 'text') this.#paragraphs.format(name, number)
        else if (name === 'par' || name === 'line') this.#say('\n')
    }
  }

  #set(change: Partial<Group>): void {
    this.#group = { ...this.#group, ...change }
  }

  #say(words: string): void {
    const { place, isHidden, field } = this.#group
    if (isHidden && place !== 'field') return
    switch (place) {
      case 'text':
        return this.#paragraphs.write(words)
      case 'note':
        this.#notes.push((this.#notes.pop() ?? '') + words)
        return
      case 'styles':
        return this.#paragraphs.nameStyle(words)
      case 'field':
        if (field) field.does += words
        return
      case 'title':
      case 'author':
        this.#info.set(place, (this.#info.get(place) ?? '') + words)
        return
      case 'silent':
      case 'aside':
      case 'fonts':
        return
    }
  }
}

/** Groups by the word that opens them. `same` goes on as the group around it. */
const places: Readonly<Record<string, Place | 'same'>> = {
  fonttbl: 'fonts',
  stylesheet: 'styles',
  info: 'aside',
  footnote: 'note',
  field: 'same',
  fldinst: 'field',
  fldrslt: 'same',
  upr: 'aside',
  shprslt: 'silent',
}

/** What is heard inside a group that is passed over. */
const innerPlaces: Readonly<Record<string, Place>> = {
  title: 'title',
  author: 'author',
  shptxt: 'text',
  dptxbxtext: 'text',
}
