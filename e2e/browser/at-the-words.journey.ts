import type { Locator } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { Library } from '../pages/library.ts'
import { Reader } from '../pages/reader.ts'

const article = (title: string) => `${title}
The Selden Courier, 29 June 2024

The envoy arrived on Monday with three aides. He agreed on four distinct channels, he said to reporters, and left for the harbour before anybody could ask what they were.

Both governments lean on the Belcastre Protocol, and both have stopped reading it.`

const long = 'The harbour council and what it has to say of the strait'

test.use({
  written: { 'talks.txt': article('Quiet talks over the strait'), 'council.txt': article(long) },
  prepared: [['import', 'talks.txt', 'council.txt']],
})

test('the knobs of a mark stay at its words when the text becomes narrower', async ({ casebook, page }) => {
  const [library, reader] = [new Library(casebook), new Reader(casebook)]
  await library.open('Quiet talks')
  await reader.highlight('Belcastre Protocol')
  const knob = page.locator('.mark-end[data-end=end]')
  await expectAtEnd(knob, reader.marked('Belcastre'))
  await library.openBeside('harbour council')
  await expect(page.getByRole('article')).toHaveCount(2)
  await expectAtEnd(knob, reader.marked('Belcastre'))
})

test('keys walk a pile of marks while the pointer rests on it, and the card is of the one they are at', async ({
  casebook,
  page,
}) => {
  const [library, reader] = [new Library(casebook), new Reader(casebook)]
  await library.open('Quiet talks')
  await reader.select('four distinct channels')
  await page.keyboard.press('1')
  await expect(reader.marked('four distinct')).toBeVisible()
  await reader.select('distinct')
  await page.keyboard.press('6')
  await expect(page.getByRole('region', { name: 'Current highlight' })).toContainText('Doubt')
  await page.locator('.reader-text mark', { hasText: /^distinct$/ }).hover()
  await page.keyboard.press('p')
  const card = page.locator('.hover-card')
  await expect(card).toContainText('Fact')
  // Longer than a pointer must rest on a mark for its card to come.
  await page.waitForTimeout(700)
  await expect(card).toContainText('Fact')
})

test('what is suggested in a note is whole inside the window, however low the note stands', async ({
  casebook,
  page,
}) => {
  const [library, reader] = [new Library(casebook), new Reader(casebook)]
  await page.setViewportSize({ width: 1280, height: 720 })
  await library.open('Quiet talks')
  await reader.linkNew('Belcastre Protocol', 'agreement')
  await page.keyboard.press('n')
  await expect(page.getByRole('textbox', { name: 'Note' })).toBeFocused()
  await page.keyboard.type('As in [[harbour')
  const offered = page.getByRole('listbox', { name: 'Suggestions' })
  await expect(offered).toContainText(long)
  await expect(offered).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Note' })).toContainText(`As in ${long}`)
})

test('the card of a mark says whom it names, and goes once a note is written', async ({ casebook, page }) => {
  const [library, reader] = [new Library(casebook), new Reader(casebook)]
  await library.open('Quiet talks')
  await reader.linkNew('Belcastre Protocol', 'agreement')
  await page.getByRole('region', { name: 'Text' }).focus()
  await page.keyboard.press('.')
  const card = page.locator('.hover-card')
  await expect(card.getByRole('listitem')).toHaveText('Belcastre Protocolagreement')
  await page.keyboard.press('n')
  await expect(page.getByRole('textbox', { name: 'Note' })).toBeFocused()
  await expect(card).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('region', { name: 'Text' })).toBeFocused()
})

/** A knob stands at the right edge of the last line of its words. */
async function expectAtEnd(knob: Locator, words: Locator): Promise<void> {
  await expect
    .poll(async () => {
      const [at, box] = [await knob.boundingBox(), await lastLine(words)]
      return at === null ? null : Math.round(at.x + at.width / 2 - box.right)
    })
    .toBe(0)
}

function lastLine(words: Locator): Promise<{ readonly right: number }> {
  return words.evaluate((element) => {
    const line = [...element.getClientRects()].at(-1)
    if (line === undefined) throw new Error('The words are not on the screen')
    return { right: line.right }
  })
}
