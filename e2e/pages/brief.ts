import { expect, type Locator, type Page } from '@playwright/test'
import type { OpenCasebook } from '../fixtures.ts'

/** A brief that is being written. */
export class Brief {
  readonly #casebook: OpenCasebook

  constructor(casebook: OpenCasebook) {
    this.#casebook = casebook
  }

  get #page(): Page {
    return this.#casebook.page()
  }

  async begin(title: string): Promise<void> {
    await this.#page
      .getByRole('navigation')
      .getByRole('link', { name: /^Briefs/ })
      .click()
    await this.#page.getByRole('button', { name: 'New brief' }).first().click()
    await this.#page.getByRole('textbox', { name: 'Title', exact: true }).fill(title)
    await this.#page.keyboard.press('Enter')
    await expect(this.#page.getByRole('article', { name: title })).toBeVisible()
  }

  async write(words: string): Promise<void> {
    await this.sheet.click()
    await this.#page.keyboard.press('ControlOrMeta+End')
    await this.#page.keyboard.type(words)
  }

  async cite(quote: string): Promise<void> {
    await this.#page.getByRole('button', { name: `Cite: ${quote}` }).click()
  }

  async quote(quote: string): Promise<void> {
    await this.#page.getByRole('button', { name: `Quote in the text: ${quote}` }).click()
  }

  async saved(): Promise<void> {
    await expect(this.#page.getByRole('status').filter({ hasText: /· Saved$/ })).toBeVisible()
  }

  /** Follows the citation with this number to its passage. */
  async follow(number: number): Promise<void> {
    await this.#page
      .getByRole('button', { name: `Citation ${number}: show the passage` })
      .first()
      .click()
    await this.#page.getByRole('button', { name: 'Open in the source' }).click()
  }

  /** From the caret to the passage and back, without the mouse. The words must find one passage. */
  async citeByKeys(words: string): Promise<void> {
    const page = this.#page
    await page.keyboard.press('ControlOrMeta+Alt+c')
    await page.keyboard.type(words)
    await expect(page.getByRole('grid', { name: 'Passages to cite' }).getByRole('row')).toHaveCount(1)
    await page.keyboard.press('Enter')
    await expect(this.sheet).toBeFocused()
  }

  citation(number: number): Locator {
    return this.sheet.getByRole('button', { name: `Citation ${number}: show the passage` })
  }

  /** @returns where the file was written */
  export(kind: 'HTML, one file' | 'Markdown with footnotes'): Promise<string> {
    return this.#casebook.savedFile(async () => {
      await this.#page.getByRole('button', { name: 'Export' }).click()
      await this.#page.getByRole('menuitem', { name: kind }).click()
    })
  }

  get sheet(): Locator {
    return this.#page.getByRole('textbox', { name: 'Text of the brief' })
  }
}
