import { expect, type Locator, type Page } from '@playwright/test'
import type { OpenCasebook } from '../fixtures.ts'

/** The list of sources, and bringing files into it. */
export class Library {
  readonly #casebook: OpenCasebook

  constructor(casebook: OpenCasebook) {
    this.#casebook = casebook
  }

  get #page(): Page {
    return this.#casebook.page()
  }

  async show(): Promise<void> {
    await this.#page
      .getByRole('navigation')
      .getByRole('link', { name: /^Sources/ })
      .click()
  }

  /** Chooses files in the host's dialog, and waits for the report. */
  async import(paths: readonly string[]): Promise<void> {
    await this.#casebook.chooseFiles(paths, () =>
      this.#page.getByRole('button', { name: 'Import', exact: true }).click(),
    )
    const report = this.#page.getByRole('dialog', { name: /imported|nothing/i })
    // An import takes as long as it takes: its progress is shown meanwhile.
    await expect(report.getByRole('button', { name: 'Done' })).toBeFocused({ timeout: 40_000 })
    await this.#page.keyboard.press('Escape')
    await expect(report).toBeHidden()
  }

  /** Opens a source by its title. */
  async open(title: string): Promise<void> {
    await this.show()
    await this.#page.getByRole('main').getByRole('row').filter({ hasText: title }).dblclick()
    await expect(this.#page.getByRole('region', { name: 'Text' })).toBeVisible()
  }

  /** Opens a source from the list on the left, beside the one that is read. */
  async openBeside(title: string): Promise<void> {
    const list = this.#page.getByRole('navigation').getByRole('grid', { name: 'Sources' })
    await list
      .getByRole('row')
      .filter({ hasText: title })
      .click({ modifiers: ['ControlOrMeta'] })
    await expect(this.#page.getByRole('region', { name: 'Text' })).toHaveCount(2)
  }

  /** By mouse: the box before a title, beside what is chosen already. */
  async choose(title: string): Promise<void> {
    const row = this.#page.getByRole('main').getByRole('row').filter({ hasText: title })
    await row.getByRole('button', { name: 'Choose' }).click()
    await expect(row).toHaveAttribute('aria-selected', 'true')
  }

  /** What can be done with the chosen sources, and how many they are. */
  get chosen(): Locator {
    return this.#page.getByRole('toolbar', { name: 'Chosen sources' })
  }

  titles(): Promise<string[]> {
    return this.#page.getByRole('main').getByRole('row').allInnerTexts()
  }
}
