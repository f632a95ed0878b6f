import { expect, type Page } from '@playwright/test'
import type { OpenCasebook } from '../fixtures.ts'

/** The open source: its words are selected by mouse, as an analyst does. */
export class Reader {
  readonly #casebook: OpenCasebook

  constructor(casebook: OpenCasebook) {
    this.#casebook = casebook
  }

  get #page(): Page {
    return this.#casebook.page()
  }

  /** Drags over the words, from their first letter to behind their last. They must stand in one paragraph. */
  async select(words: string): Promise<void> {
    const { from, to } = await this.place(words)
    await this.#page.mouse.move(from.x, from.y)
    await this.#page.mouse.down()
    await this.#page.mouse.move(to.x, to.y, { steps: 6 })
    await this.#page.mouse.up()
    await expect.poll(() => this.#page.evaluate(() => String(document.getSelection()))).toBe(words)
    // What can be done with the words is offered beside them.
    await expect(this.#page.locator('.mark-bar')).toBeVisible()
  }

  /** Brings words to the middle of the screen. @returns where they begin and end there, once the text has come to rest. */
  async place(words: string): Promise<WordsOnScreen> {
    let before = await this.#page.evaluate(placeOf, { words })
    // Sections are built and laid out when they come near, which moves what stands below them.
    await expect(async () => {
      const now = await this.#page.evaluate(placeOf, { words })
      const last = before
      before = now
      expect(now).toEqual(last)
    }).toPass()
    return before
  }

  /** What a screen reader was told last. */
  get said() {
    return this.#page.locator('.reader > output')
  }

  async highlight(words: string): Promise<void> {
    await this.select(words)
    await this.#page.keyboard.press('h')
    await expect(this.marked(words)).toBeVisible()
  }

  /** Selects a name and makes it a new entity of the type, in the order of the list: person, organisation, place … */
  async linkNew(words: string, type: string): Promise<void> {
    await this.select(words)
    await this.#page.keyboard.press('e')
    const picker = this.#page.getByRole('combobox', { name: 'Link an entity' })
    await expect(picker).toBeFocused()
    await this.#page
      .getByRole('option')
      .filter({ hasText: `New ${type}` })
      .click()
    await expect(picker).toBeHidden()
    await expect(this.marked(words)).toBeVisible()
  }

  marked(words: string) {
    return this.#page.locator('.reader-text mark').filter({ hasText: words }).first()
  }
}

type WordsOnScreen = Record<'from' | 'to', { x: number; y: number }>

/** Where the words begin and end on the screen, two frames after they were brought there. Runs in the page. */
async function placeOf({ words }: { words: string }): Promise<WordsOnScreen> {
  const text = document.querySelector('.reader-text')
  if (text === null) throw new Error('No source is open')
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT)
  const nodes: Text[] = []
  while (walker.nextNode()) nodes.push(walker.currentNode as Text)
  const whole = nodes.map(({ data }) => data).join('')
  const at = whole.indexOf(words)
  if (at === -1) throw new Error(`The source does not say “${words}”`)
  const range = document.createRange()
  let passed = 0
  for (const node of nodes) {
    const end = passed + node.length
    if (at >= passed && at < end) range.setStart(node, at - passed)
    if (at + words.length > passed && at + words.length <= end) range.setEnd(node, at + words.length - passed)
    passed = end
  }
  range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' })
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
  const boxes = [...range.getClientRects()]
  const first = boxes[0]
  const last = boxes.at(-1)
  if (first === undefined || last === undefined) throw new Error(`“${words}” is not on the screen`)
  return {
    from: { x: first.left + 0.5, y: first.top + first.height / 2 },
    to: { x: last.right + 0.5, y: last.top + last.height / 2 },
  }
}
