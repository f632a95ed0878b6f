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
    return this.#page.getByRole('feed', { name: 'Results' }).getByRole('article').locator('.search-passage')
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
}
