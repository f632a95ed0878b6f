import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { readPage } from './read-page.ts'

test('no node of a page carries a table of listeners, and the tree is whole', () => {
  const page = readPage('<html><body><p class="lead">Ships <b>wait</b> here.</p></body></html>')
  const lead = page.querySelector('p.lead')
  expect(lead?.textContent).toBe('Ships wait here.')
  expect(page.querySelector('b')?.parentElement).toBe(lead)
  const { document } = parseHTML('<p>Ships wait.</p>')
  // linkedom finds no table to write this into.
  expect(() => document.createTextNode('words').addEventListener('click', () => undefined)).toThrow(TypeError)
})
