import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../fixtures.ts'
import { Library } from '../pages/library.ts'
import { Reader } from '../pages/reader.ts'

const sample = join(import.meta.dirname, '..', '..', 'resources', 'sample', '02-quiet-talks.txt')

test.use({ prepared: [['import', sample]], smallDisk: 8 })

/** Writes until nothing more goes onto the disk. @returns the way back */
function fill(folder: string): () => void {
  const fillers: string[] = []
  for (const bytes of [1_000_000, 65_536, 4_096]) {
    for (let isFull = false; !isFull; ) {
      const filler = join(folder, `filler-${fillers.length}`)
      fillers.push(filler)
      try {
        writeFileSync(filler, Buffer.alloc(bytes))
      } catch {
        isFull = true
      }
    }
  }
  return () => {
    for (const filler of fillers) rmSync(filler, { force: true })
  }
}

test('a note typed on a full disk is not lost: the window says so, and saves it once there is room', async ({
  casebook,
}) => {
  const [library, reader] = [new Library(casebook), new Reader(casebook)]
  const page = casebook.page()
  await library.open('Quiet Talks')
  await reader.highlight('using at least three channels')
  const makeRoom = fill(casebook.scratch)
  await page.keyboard.press('n')
  // Large enough that the room inside the file and its log does not do.
  const words = `Who counted them? ${'Ask the second source again. '.repeat(2_000)}`
  const note = page.getByRole('textbox', { name: 'Note' })
  await expect(note).toBeFocused()
  await page.keyboard.insertText(words)
  await page.getByRole('region', { name: 'Text' }).focus()

  const warning = page.getByRole('alert').filter({ hasText: 'was not saved' })
  await expect(warning).toBeVisible()
  await expect(page.getByText('This note is not saved.')).toBeVisible()
  await expect(note).toContainText('Who counted them?')

  // Leaving the card does not lose what is in it.
  await page.keyboard.press('Escape')
  await expect(note).toBeHidden()
  await reader.marked('using at least three channels').click()
  await expect(note).toContainText('Who counted them?')

  makeRoom()
  await expect(warning).toBeHidden({ timeout: 15_000 })
  await expect(page.getByText('This note is not saved.')).toBeHidden()
  await casebook.close()
  expect(await casebook.command('check')).not.toContain('PROBLEM')
  const kept = join(casebook.scratch, 'kept.json')
  writeFileSync(kept, await casebook.command('marks', '--json'))
  expect(readFileSync(kept, 'utf8')).toContain('Ask the second source again.')
})
