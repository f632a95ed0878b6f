import { expect, type Locator, type Page } from '@playwright/test'
import type { OpenCasebook } from '../fixtures.ts'

/** Searching everything, and narrowing it down. */
export class Search {
  readonly #casebook: OpenCasebook

  constructor(casebook: OpenCasebook) {
    this.#casebook = casebook
  }

  get #page(): Page {
    return this.#casebook.page()
  }

  get field(): Locator {
    return this.#page.getByRole('combobox', { name: 'Search everything' })
  }

  async show(): Promise<void> {
    await this.#page
      .getByRole('navigation')
      .getByRole('link', { name: /^Search/ })
      .first()
      .click()
    await expect(this.field).toBeFocused()
  }

  /** Types the query in the place of the one before. */
  async type(query: string): Promise<void> {
    if (!(await this.field.isVisible())) await this.show()
    await this.field.fill(query)
    await this.field.focus()
  }

  async finds(total: number): Promise<void> {
    await expect(this.#page.getByRole('status').filter({ hasText: `${total} found` })).toBeVisible()
  }

  /** By keys: the first bar of the picture of time, and as many behind it as make `count`. */
  async chooseDays(count: number): Promise<void> {
    await this.#page.getByRole('listbox', { name: /^Hits over time/ }).focus()
    await this.#page.keyboard.press('ArrowRight')
    await this.#page.keyboard.press('Enter')
    for (let at = 1; at < count; at++) await this.#page.keyboard.press('Shift+ArrowRight')
  }

  async only(value: string): Promise<void> {
    await this.#page.getByRole('button', { name: `Only ${value}` }).click()
  }

  /** Takes away what narrows the search down, by the words that its chip begins with. */
  async takeAway(words: string): Promise<void> {
    await this.#page
      .getByRole('row', { name: words })
      .getByRole('button', { name: /^Remove/ })
      .click()
  }

  /** The passages near the screen, each a button that opens it. */
  passages(): Locator {
    return this.#results.getByRole('article').locator('.search-passage')
  }

  /** The titles of the hits near the screen, in their order. */
  get titles(): Locator {
    return this.#results.getByRole('article').locator('.search-hit-title')
  }

  get foundStatus(): Locator {
    return this.#page.locator('.search-found').getByRole('status')
  }

  get nothing(): Locator {
    return this.#page.getByRole('heading', { name: 'Nothing found' })
  }

  /** One kind of thing, with how many of it are found. */
  kind(name: string): Locator {
    return this.#page.getByRole('radiogroup', { name: 'Search in' }).getByRole('radio', { name })
  }

  /** The first passage with these words, or the first of the hit that is called so. */
  passage(words: string): Locator {
    return this.#rowOf(words).locator('.search-passage')
  }

  /** By mouse: points at a passage and presses what appears beside it. */
  async preview(words: string): Promise<void> {
    const row = this.#rowOf(words)
    await row.hover()
    await row.getByRole('button', { name: 'Preview' }).click()
    await expect(this.previewed).toBeVisible()
  }

  get previewed(): Locator {
    return this.#page.getByRole('region', { name: /^Preview of/ })
  }

  #rowOf(words: string): Locator {
    return this.#results
      .getByRole('article')
      .filter({ hasText: words })
      .locator('.search-passage-row')
      .first()
  }

  get #results(): Locator {
    return this.#page.getByRole('feed', { name: 'Results' })
  }

  async sort(order: string): Promise<void> {
    await this.#page.getByRole('button', { name: /Order$/ }).click()
    await this.#page.getByRole('option', { name: order }).click()
  }

  /** A part of the pane that counts the hits by one property. */
  facet(name: string): Locator {
    return this.#page.getByRole('region', { name, exact: true })
  }

  async without(value: string): Promise<void> {
    await this.#page.getByRole('button', { name: `not ${value}`, exact: true }).click()
  }

  /** Opens the dialog with every value of a facet, each with its count. */
  async allValues(facet: string): Promise<Locator> {
    await this.facet(facet).getByRole('button', { name: /^All / }).click()
    const dialog = this.#page.getByRole('dialog', { name: facet })
    await expect(dialog.getByRole('searchbox')).toBeFocused()
    return dialog
  }

  /** By mouse, from one bar of the picture of time to another. */
  async dragDays(from: string, to: string): Promise<void> {
    const middle = async (days: string) => {
      const bar = this.#page.getByRole('option', { name: new RegExp(`^${days}: `) })
      const box = await bar.boundingBox()
      if (box === null) throw new Error(`There is no bar for ${days}`)
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    }
    const [first, last] = [await middle(from), await middle(to)]
    await this.#page.mouse.move(first.x, first.y)
    await this.#page.mouse.down()
    await this.#page.mouse.move(last.x, last.y, { steps: 4 })
    await this.#page.mouse.up()
  }

  get undated(): Locator {
    return this.#page.getByRole('button', { name: /^Undated/ })
  }

  /** What narrows the search down, in the words of its chip. */
  chip(words: string): Locator {
    return this.#page.getByRole('grid', { name: 'Narrowed down to' }).getByRole('row', { name: words })
  }

  async toResults(): Promise<void> {
    await this.field.press('Enter')
    await expect.poll(() => this.current()).not.toBe('')
  }

  /** The words of the passage that has the focus; '' where none has. */
  current(): Promise<string> {
    return this.#page.evaluate(() => {
      const { activeElement } = document
      return activeElement?.matches('.search-passage') === true ? (activeElement.textContent ?? '') : ''
    })
  }

  /** Down, past the values that may be offered, to the first passage. */
  async leaveField(): Promise<void> {
    await expect(async () => {
      if ((await this.field.getAttribute('aria-expanded')) === 'true') await this.field.press('Escape')
      await this.field.press('ArrowDown')
      await expect.poll(() => this.current(), { timeout: 1_000 }).not.toBe('')
    }).toPass()
  }

  async save(name: string): Promise<void> {
    await this.#page.getByRole('button', { name: 'Save…' }).click()
    await this.#page.getByRole('textbox', { name: 'Name' }).fill(name)
    await this.#page.keyboard.press('Enter')
    await expect(this.saved(name)).toBeVisible()
  }

  saved(name: string): Locator {
    return this.#page.getByRole('region', { name: 'Saved searches' }).getByRole('link', { name })
  }

  /** Takes all passages that are found, as they are offered. */
  async markAll(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Mark all passages…' }).click()
    await this.#page.getByRole('button', { name: /^Mark \d+ passages?$/ }).click()
  }

  async rename(name: string, other: string): Promise<void> {
    await this.#choose(name, 'Rename')
    const field = this.#page.getByRole('textbox', { name: `New name of ${name}` })
    await field.fill(other)
    await field.press('Enter')
    await expect(this.saved(other)).toBeVisible()
  }

  async forget(name: string): Promise<void> {
    await this.#choose(name, 'Delete')
  }

  async #choose(name: string, what: string): Promise<void> {
    await this.#page.getByRole('button', { name: `What to do with ${name}` }).click()
    await this.#page.getByRole('menuitem', { name: what }).click()
  }

  /** Suggests all passages that are found as mentions of an entity, and goes to where they wait. */
  async suggestAs(entity: string): Promise<void> {
    await this.#page.getByRole('button', { name: 'Suggest as mentions of…' }).click()
    const dialog = this.#page.getByRole('dialog', { name: /^Suggest the passages/ })
    await dialog.getByRole('combobox', { name: 'Mentions of' }).fill(entity)
    await this.#page.getByRole('option', { name: entity }).click()
    await dialog.getByRole('button', { name: /^Suggest \d+ passages?$/ }).click()
    await expect(dialog).toBeHidden()
    await this.#page.getByRole('button', { name: 'Look at them' }).click()
  }
}
