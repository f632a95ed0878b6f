import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, type OpenCasebook, test } from '../fixtures.ts'
import { Library } from '../pages/library.ts'
import { Reader } from '../pages/reader.ts'

const text = `Quiet talks over the strait
The Selden Courier, 29 June 2024

The envoy arrived on Monday with three aides. He agreed on four distinct channels, he said to reporters.

Both governments lean on the Belcastre Protocol, and both have stopped reading it.`

async function openText(casebook: OpenCasebook): Promise<Reader> {
  const path = join(casebook.scratch, 'one.txt')
  writeFileSync(path, text)
  const library = new Library(casebook)
  await library.import([path])
  await library.open('Quiet talks')
  return new Reader(casebook)
}

/** All marked words, in the order of the text. */
function marked(page: Page): Promise<string[]> {
  return page.locator('.reader-text mark').allInnerTexts()
}

test('one mark gets several passages by mouse alone, and loses one again', async ({ casebook, page }) => {
  const reader = await openText(casebook)
  const offered = page.getByRole('toolbar', { name: 'What comes next' })
  await reader.select('envoy arrived on Monday')
  await offered.getByRole('button', { name: 'Highlight', exact: true }).click()
  await expect.poll(() => marked(page)).toEqual(['envoy arrived on Monday'])
  await reader.select('Belcastre Protocol')
  await offered.getByRole('button', { name: 'Add to the current mark' }).click()
  await expect.poll(() => marked(page)).toEqual(['envoy arrived on Monday', 'Belcastre Protocol'])
  await expect(page.getByRole('grid', { name: 'Highlights of this source' }).getByRole('row')).toHaveCount(1)
  await reader.select('arrived')
  await offered.getByRole('button', { name: 'Take out of the current mark' }).click()
  await expect.poll(() => marked(page)).toEqual(['envoy', 'on Monday', 'Belcastre Protocol'])
  await page.keyboard.press('ControlOrMeta+z')
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(() => marked(page)).toEqual(['envoy arrived on Monday'])
})

test('the ends of a mark are dragged to other words, and moved word by word with the keys', async ({
  casebook,
  page,
}) => {
  const reader = await openText(casebook)
  await reader.highlight('distinct channels')
  await dragEnd(page, 'end', (await reader.place('reporters')).to)
  await expect.poll(() => marked(page)).toEqual(['distinct channels, he said to reporters'])
  await dragEnd(page, 'start', (await reader.place('four')).from)
  await expect.poll(() => marked(page)).toEqual(['four distinct channels, he said to reporters'])

  await page.getByRole('region', { name: 'Text' }).focus()
  await page.keyboard.press('m')
  await expect(page.getByRole('group', { name: /^Move the ends/ })).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(reader.said).toHaveText(/he said to$/)
  await page.keyboard.press('Shift+ArrowRight')
  await expect(reader.said).toHaveText(/^distinct channels/)
  await page.keyboard.press('Enter')
  await expect.poll(() => marked(page)).toEqual(['distinct channels, he said to'])
  await page.keyboard.press('m')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('group', { name: /^Move the ends/ })).toBeHidden()
  expect(await marked(page)).toEqual(['distinct channels, he said to'])
})

test('a pile of marks is walked through with the keyboard, from the shortest to the longest', async ({
  casebook,
  page,
}) => {
  const reader = await openText(casebook)
  const words = ['four distinct channels', 'agreed on four distinct', 'distinct']
  for (const [index, one] of words.entries()) {
    await reader.select(one)
    await page.keyboard.press(String(index + 1))
    await expect(page.getByRole('region', { name: 'Current highlight' })).toContainText(one)
  }
  await page.getByRole('region', { name: 'Text' }).focus()
  const quote = page.locator('.highlight-card-quote')
  await expect(quote).toHaveText('distinct')
  for (const next of ['four distinct channels', 'agreed on four distinct', 'distinct']) {
    await page.keyboard.press('p')
    await expect(quote).toHaveText(next)
    await expect(reader.said).toHaveText(new RegExp(`: ${next}$`))
  }
  await expect(page.locator('.hover-card')).toContainText('2 more marks here')
})

/** Takes hold of the knob at an end of the current mark, and lets it go under a place in the text. */
async function dragEnd(page: Page, end: 'start' | 'end', to: { x: number; y: number }): Promise<void> {
  const knob = page.locator(`.mark-end[data-end=${end}]`)
  const box = await knob.boundingBox()
  if (box === null) throw new Error(`The ${end} of the mark has no knob`)
  await page.mouse.move(box.x + box.width / 2, box.y + box.height - 9)
  await page.mouse.down()
  // The knob hangs below the words that are meant.
  await page.mouse.move(to.x + (end === 'end' ? -3 : 3), to.y + 14, { steps: 4 })
  await page.mouse.up()
}
